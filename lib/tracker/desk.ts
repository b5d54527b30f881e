/** Questions about the secretary's desk: records by kind, unit and id. */
import { type Activity, activityByMember } from '../model/activity';
import type { Period } from '../model/period';
import type { TallyActivity } from '../model/tally';
import { type Cell, DEFAULT_CELL, cellId } from '../model/cell';
import type { AnyDeskRecord, DeskKind, DeskRecord } from '../model/desk';
import { nameKey } from '../vi/names';
import type { TrackerDb } from './db';

/** Records of one kind, last changed first; of all units unless one is named, and without those put aside unless asked for. */
export async function listDesk<K extends DeskKind>(
  db: TrackerDb,
  kind: K,
  query: { unit?: string | null; includeRemoved?: boolean } = {},
): Promise<DeskRecord<K>[]> {
  const wanted = query.unit === undefined || query.unit === null ? null : nameKey(query.unit);
  // The index holds only records of this kind.
  const rows = (await db.desk.where('kind').equals(kind).toArray()) as unknown as DeskRecord<K>[];
  return rows
    .filter(
      ({ removedAt, unit }) =>
        (query.includeRemoved === true || removedAt === null) &&
        (wanted === null || unit === null || nameKey(unit) === wanted),
    )
    .sort((a, b) => (a.changedAt > b.changedAt ? -1 : a.changedAt < b.changedAt ? 1 : a.id < b.id ? -1 : 1));
}

/** What was told of members besides points over spans that begin in the period. */
export async function listActivityRecords(db: TrackerDb, period: Period): Promise<Activity[]> {
  // The ids begin with the first day (`activityId`): years outside the period are never read.
  const rows = await db.desk.where('id').between(`activity ${period.from}`, `activity ${period.to}\uffff`).toArray();
  return rows.flatMap((row) => (row.kind === 'activity' && row.removedAt === null ? [row.value] : []));
}

/** What each member did over a period besides points, by member; members of whom nothing is known are missing. */
export async function listActivity(db: TrackerDb, period: Period): Promise<Map<string, TallyActivity>> {
  return new Map(
    [...activityByMember(await listActivityRecords(db, period), period)].map(
      ([memberId, { used: _used, ...counts }]) => [memberId, counts],
    ),
  );
}

/** Closed versions of one period of a unit among closings, newest first. */
export function closedVersions(
  closings: readonly DeskRecord<'closing'>[],
  unit: string | null,
  period: Period | null,
): DeskRecord<'closing'>[] {
  return closings
    .filter(
      ({ unit: own, value }) => own === unit && value.period.from === period?.from && value.period.to === period.to,
    )
    .sort((a, b) => b.value.version - a.value.version);
}

/** One record, also when it is put aside; null when there is none. */
export async function getDesk(db: TrackerDb, id: string): Promise<AnyDeskRecord | null> {
  return (await db.desk.get(id)) ?? null;
}

/** What is known of a unit's cell, with its `changedAt` for the next change; the defaults when nothing was entered. */
export async function getCell(db: TrackerDb, unit: string | null): Promise<{ cell: Cell; changedAt: string | null }> {
  const row = await db.desk.get(cellId(unit));
  // Put aside (the first saving was taken back) is as if nothing had been entered.
  return row?.kind === 'cell' && row.removedAt === null
    ? { cell: row.value, changedAt: row.changedAt }
    : { cell: DEFAULT_CELL, changedAt: null };
}
