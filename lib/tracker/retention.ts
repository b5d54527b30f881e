/** Questions about age: what a set of periods would purge now, and the log of what was deleted. */
import type { AnyDeskRecord } from '../model/desk';
import { AGEING_KINDS, type AgeingKind, countByKind, deskBefore } from '../model/desk-age';
import type { Deletion } from '../model/deletion';
import { SELF } from '../model/point-reading';
import { RETENTION_KINDS, type RetentionKind, type RetentionPeriods } from '../model/retention';
import { type Day, dayInVietnam } from '../vi/dates';
import type { TrackerDb } from './db';
import { listReadings } from './points';
import { getSettings } from './preferences';
import { cutDay, partByAge } from './retention-rules';

/** The days before which each kind goes; kinds kept for ever are left out. */
export function cutsOf(periods: RetentionPeriods, now: Date): { kind: RetentionKind; cut: Day }[] {
  const today = dayInVietnam(now);
  return RETENTION_KINDS.flatMap((kind) => {
    const months = periods[kind];
    return months === null ? [] : [{ kind, cut: cutDay(months, today) }];
  });
}

/** Subjects with any page older than `cut`, of the user or of the others. */
export async function subjectsBefore(db: TrackerDb, kind: 'own' | 'members', cut: Day): Promise<string[]> {
  // Keys alone tell the subject: no page is opened here.
  const keys = await db.pointPages.where('month').belowOrEqual(cut.slice(0, 7)).primaryKeys();
  const subjects = new Set(keys.map(([subject]) => subject));
  return [...subjects].filter((subject) => (subject === SELF) === (kind === 'own'));
}

/** What would go of one kind, and before which day; records of the desk by what they are. */
export interface RetentionPreview {
  cut: Day;
  count: number;
  desk?: Partial<Record<AgeingKind, number>>;
}

/** What the periods would purge now: how many of each kind, and before which day. Changes nothing. */
export async function previewRetention(
  db: TrackerDb,
  periods: RetentionPeriods,
  now: Date,
): Promise<Partial<Record<RetentionKind, RetentionPreview>>> {
  const preview: Partial<Record<RetentionKind, RetentionPreview>> = {};
  for (const { kind, cut } of cutsOf(periods, now)) {
    if (kind === 'desk') {
      const old = await listOldDesk(db, cut);
      preview.desk = { cut, count: old.length, desk: countByKind(old) };
    } else preview[kind] = { cut, count: await countBefore(db, kind, cut) };
  }
  return preview;
}

/** Records of the desk that are about days before `cut` only, those put aside too. */
export async function listOldDesk(db: TrackerDb, cut: Day): Promise<AnyDeskRecord[]> {
  return deskBefore(await db.desk.where('kind').anyOf(AGEING_KINDS).toArray(), cut);
}

/** Records of the desk older than the period agreed to: they wait for a press, as they are never purged by themselves. */
export async function countOverdueDesk(db: TrackerDb, now: Date): Promise<number> {
  const { retention } = await getSettings(db);
  if (retention.agreedAt === null || retention.periods.desk === null) return 0;
  return (await listOldDesk(db, cutDay(retention.periods.desk, dayInVietnam(now)))).length;
}

async function countBefore(db: TrackerDb, kind: Exclude<RetentionKind, 'desk'>, cut: Day): Promise<number> {
  if (kind === 'journal') return db.journal.filter((line) => isBefore(line.at, cut)).count();
  if (kind === 'captures') return db.captures.filter((capture) => isBefore(capture.updatedAt, cut)).count();
  let count = 0;
  for (const subject of await subjectsBefore(db, kind, cut)) {
    const readings = await listReadings(db, { subject, to: cut, includeWithdrawn: true });
    count += partByAge(readings, cut).gone.length;
  }
  return count;
}

/** True when an instant lies on a day before `cut`. */
export function isBefore(instant: string, cut: Day): boolean {
  return dayInVietnam(new Date(instant)) < cut;
}

/** Last day up to which readings were purged by age, one's own or other members'; null when none were. Figures of a period that begins before its end are no longer sure. */
export async function purgedUpTo(db: TrackerDb, whose: 'own' | 'members'): Promise<Day | null> {
  const what = whose === 'own' ? 'ownReadings' : 'readings';
  const lines = await db.deletions.filter((line) => line.cause === 'retention' && line.what === what).toArray();
  return lines.reduce<Day | null>((last, { upTo }) => (upTo !== null && upTo > (last ?? '') ? upTo : last), null);
}

/** The deletion log, newest first, `limit` lines at most. */
export async function listDeletions(db: TrackerDb, limit = 200): Promise<Deletion[]> {
  return db.deletions.orderBy('seq').reverse().limit(limit).toArray();
}
