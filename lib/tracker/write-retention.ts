/** Keeping the periods the user agreed to, and purging what is older: in short steps, each with its line in the deletion log. */
import type { DeletedKind } from '../model/deletion';
import { RETENTION_KINDS, type RetentionKind, type RetentionPeriods } from '../model/retention';
import type { Reply } from '../protocol';
import { type Day, addDays, dayInVietnam } from '../vi/dates';
import type { TrackerDb } from './db';
import { listReadings } from './points';
import { getSettings } from './preferences';
import { cutsOf, isBefore, listOldDesk, subjectsBefore } from './retention';
import { partByAge } from './retention-rules';
import { keepReadings, subjectTables } from './subject-pages';
import { write } from './write';
import { noteDeletion } from './write-deletions';

export type Purged = Record<RetentionKind, number>;

/** Subjects one transaction takes. */
const STEP = 200;

const LOGGED: Record<RetentionKind, DeletedKind> = {
  own: 'ownReadings',
  members: 'readings',
  captures: 'captures',
  journal: 'journal',
  desk: 'deskRecords',
};

/** Keeps the periods as agreed to and purges by them at once; the reply tells how many of each kind went. */
export async function saveRetention(db: TrackerDb, periods: RetentionPeriods, now: Date): Promise<Reply<Purged>> {
  const saved = await write(db, { tables: [db.settings], now, journal: { action: 'saveRetention' } }, async () => {
    const settings = await getSettings(db);
    const retention = { periods, agreedAt: now.toISOString(), purgedOn: null };
    await db.settings.put({ key: 'settings', value: { ...settings, retention } });
    return null;
  });
  return saved.ok ? purgeOld(db, now, { desk: true }) : saved;
}

/**
 * Purges what is older than the periods agreed to; nothing without agreement. Records of the desk go only where `desk` says
 * that a person pressed for it just now. A step that fails ends it: what went before is logged, the rest goes next time.
 */
export async function purgeOld(db: TrackerDb, now: Date, { desk = false } = {}): Promise<Reply<Purged>> {
  const purged: Purged = { own: 0, members: 0, captures: 0, journal: 0, desk: 0 };
  const { retention } = await getSettings(db);
  if (retention.agreedAt === null) return { ok: true, value: purged };
  for (const { kind, cut } of cutsOf(retention.periods, now)) {
    if (kind === 'desk' && !desk) continue;
    const reply = await purgeKind(db, kind, cut, now);
    if (!reply.ok) return reply;
    purged[kind] = reply.value;
  }
  const noted = await write(db, { tables: [db.settings, db.steps], now, journal: null }, async () => {
    // What could be taken back would bring the purged back with it.
    if (countPurged(purged) > 0) await db.steps.clear();
    const settings = await getSettings(db);
    const done = { ...settings.retention, purgedOn: dayInVietnam(now) };
    await db.settings.put({ key: 'settings', value: { ...settings, retention: done } });
    return null;
  });
  return noted.ok ? { ok: true, value: purged } : noted;
}

/** True when periods are agreed to and today's purge is still to come. */
export async function isPurgeDue(db: TrackerDb, now: Date): Promise<boolean> {
  const { retention } = await getSettings(db);
  return retention.agreedAt !== null && retention.purgedOn !== dayInVietnam(now);
}

/** Sum over all kinds. */
export function countPurged(purged: Purged): number {
  return RETENTION_KINDS.reduce((sum, kind) => sum + purged[kind], 0);
}

async function purgeKind(db: TrackerDb, kind: RetentionKind, cut: Day, now: Date): Promise<Reply<number>> {
  const upTo = addDays(cut, -1);
  const log = (count: number) => noteDeletion(db, { cause: 'retention', what: LOGGED[kind], count, upTo }, now);
  if (kind === 'journal') {
    return write(db, { tables: [db.deletions], now, journal: null }, async () => {
      // Lines are in the order of time: the first young one ends the walk.
      const lines = await db.journal
        .orderBy('seq')
        .until((line) => !isBefore(line.at, cut))
        .toArray();
      const old = lines.flatMap(({ seq }) => seq ?? []);
      await db.journal.bulkDelete(old);
      await log(old.length);
      return old.length;
    });
  }
  if (kind === 'desk') {
    return write(db, { tables: [db.desk, db.deletions], now, journal: null }, async () => {
      const old = await listOldDesk(db, cut);
      await db.desk.bulkDelete(old.map(({ id }) => id));
      await log(old.length);
      return old.length;
    });
  }
  if (kind === 'captures') {
    return write(db, { tables: [db.captures, db.deletions], now, journal: null }, async () => {
      const count = await db.captures.filter((capture) => isBefore(capture.updatedAt, cut)).delete();
      await log(count);
      return count;
    });
  }
  const subjects = await subjectsBefore(db, kind, cut);
  let total = 0;
  for (let at = 0; at < subjects.length; at += STEP) {
    const step = subjects.slice(at, at + STEP);
    const reply = await write(db, { tables: [...subjectTables(db), db.deletions], now, journal: null }, async () => {
      const counts = await Promise.all(
        step.map(async (subject) => {
          // Most have only their opening left from before: the old pages alone tell.
          const old = await listReadings(db, { subject, to: cut, includeWithdrawn: true });
          if (partByAge(old, cut).gone.length === 0) return 0;
          return keepReadings(db, subject, (readings) => partByAge(readings, cut).kept);
        }),
      );
      const count = counts.reduce((sum, one) => sum + one, 0);
      await log(count);
      return count;
    });
    if (!reply.ok) return reply;
    total += reply.value;
  }
  return { ok: true, value: total };
}
