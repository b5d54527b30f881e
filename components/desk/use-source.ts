/** What reports and scores are made from, read from the store and read again when it changes. */
import { useMemo } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import type { LiveResult } from '@/components/hooks/use-live-query';
import { useSharedQuery } from '@/components/hooks/use-shared-query';
import { rulesOfCell } from '@/lib/meetings/rules-of-cell';
import type { DocProfile } from '@/lib/model/doc-profile';
import type { Rubric } from '@/lib/model/rubric';
import type { Settings } from '@/lib/model/settings';
import type { ReportSource } from '@/lib/reports';
import { RUBRICS } from '@/lib/rubrics';
import { DOC_PROFILES } from '@/lib/rules/doc-profiles';
import { type TrackerDb, getCell, lastCommit, listDesk, listMembers } from '@/lib/tracker';

/** Activity, the bulk of the years, is not among it: a report reads that of its period. */
export interface DeskSource extends ReportSource {
  profiles: readonly DocProfile[];
  /** Rubrics to choose from; `rubrics` also has those put aside, by which a sheet may have been settled. */
  offered: readonly Rubric[];
  /** `changedAt` of the cell's record, for changing it. */
  cellChangedAt: string | null;
  /** How far the store had come (`lastCommit`) before this was read. */
  commit: number;
}

/** Reads everything for one unit; null takes all as one cell. */
export async function readSource(
  db: TrackerDb,
  unit: string | null,
  settings: Settings,
  now: Date,
): Promise<DeskSource> {
  const commit = await lastCommit(db);
  const [{ cell: stored, changedAt }, members, meetings, tasks, rubrics, profiles] = await Promise.all([
    getCell(db, unit),
    listMembers(db, { unit, includeRemoved: true }),
    listDesk(db, 'meeting', { unit }),
    listDesk(db, 'task', { unit }),
    listDesk(db, 'rubric', { includeRemoved: true }),
    listDesk(db, 'docProfile'),
  ]);
  const { superior, cell: named, place, secretaryName } = settings.party;
  // Where the cell's own form was never filled in, the heads of papers come from the settings.
  const cell =
    changedAt === null ? { ...stored, superior, name: unit ?? named, place, secretary: secretaryName } : stored;
  const values = <T>(rows: readonly { value: T }[]) => rows.map(({ value }) => value);
  return {
    unit: cell.name ?? unit ?? settings.unitName ?? 'Chi bộ',
    cell,
    cellChangedAt: changedAt,
    members,
    meetings: values(meetings),
    tasks: values(tasks),
    activity: [],
    rubrics: [...RUBRICS, ...values(rubrics)],
    offered: [...RUBRICS, ...values(rubrics.filter(({ removedAt }) => removedAt === null))],
    profiles: [...DOC_PROFILES, ...values(profiles)],
    rules: rulesOfCell(cell),
    now,
    commit,
  };
}

export function useSource(unit: string | null, settings: Settings, now: () => Date): LiveResult<DeskSource> {
  const db = useDb();
  // Score and papers stand on one page: the years are read once for both.
  const question = JSON.stringify(['source', unit, settings.party, settings.unitName]);
  return useSharedQuery(db, question, () => readSource(db, unit, settings, now()), 300);
}

/** The newest version of each rubric, shipped ones first. */
export function newestRubrics(rubrics: readonly Rubric[]): Rubric[] {
  const newest = new Map<string, Rubric>();
  for (const rubric of rubrics) {
    const known = newest.get(rubric.id);
    if (known === undefined || known.rubricVersion < rubric.rubricVersion) newest.set(rubric.id, rubric);
  }
  return [...newest.values()];
}

export function useNewestRubrics(rubrics: readonly Rubric[] | undefined): Rubric[] {
  return useMemo(() => newestRubrics(rubrics ?? RUBRICS), [rubrics]);
}
