/** Putting a whole state in place of what is there, in one transaction that proves itself before it ends. */
import type { AllData } from '../model/all-data';
import type { PointReading } from '../model/point-reading';
import { isSameData } from '../model/same-data';
import type { Reply } from '../protocol';
import type { JournalLine, TrackerDb } from './db';
import { readEverything } from './everything';
import { buildSubject } from './subject-pages';
import { Refused, write } from './write';

export interface Replaced {
  counts: AllData['counts'];
}

export interface ReplaceOptions {
  now: Date;
  journal: { action: string; detail?: JournalLine['detail'] };
}

/**
 * Replaces all records by `next`, or by what `next` makes of those found when the transaction has begun, so that nothing
 * written meanwhile is lost. Pages, summaries and runs are derived anew; the result is read back and compared before the
 * transaction ends, and any difference (`storage`) leaves everything as it was. What is known of backups stays, and so does a
 * waiting reading while its consent stands.
 */
export function replaceEverything(
  db: TrackerDb,
  next: AllData | ((ours: AllData) => AllData),
  { now, journal }: ReplaceOptions,
): Promise<Reply<Replaced>> {
  return write(db, { tables: db.tables, now, journal: null }, async () => {
    const data = typeof next === 'function' ? next(await readEverything(db, now)) : next;
    await putAll(db, data);
    const kept = await readEverything(db, now);
    const wrong = findDifference(data, kept);
    if (wrong !== null) throw new Refused('storage', `what was written differs from what was meant: ${wrong}`);
    await db.journal.add({ at: now.toISOString(), action: journal.action, detail: journal.detail ?? {} });
    return { counts: kept.counts };
  });
}

async function putAll(db: TrackerDb, data: AllData): Promise<void> {
  const bySubject = new Map<string, PointReading[]>();
  for (const reading of data.readings) {
    const own = bySubject.get(reading.subject);
    if (own) own.push(reading);
    else bySubject.set(reading.subject, [reading]);
  }
  const built = [...bySubject].map(([subject, readings]) => buildSubject(subject, readings));
  const mayWait = data.consents.some(({ item, withdrawnAt }) => item === 'ownPoints' && withdrawnAt === null);
  const { pointPages, subjects, members, captures, consents, memberConsents, requests } = db;
  const { confirmedSites, deletions, journal, settings, pending, hostSites, desk } = db;
  const emptied = [pointPages, subjects, members, captures, consents, memberConsents, requests];
  await Promise.all([
    // A step belongs to the state it was done in.
    ...[...emptied, confirmedSites, deletions, journal, hostSites, desk, db.steps].map((table) => table.clear()),
    mayWait ? null : pending.clear(),
  ]);
  await Promise.all([
    pointPages.bulkPut(built.flatMap((one) => one.pages)),
    subjects.bulkPut(built.map((one) => one.summary)),
    members.bulkPut(data.members),
    captures.bulkPut(data.captures),
    consents.bulkPut(data.consents),
    memberConsents.bulkPut(data.memberConsents),
    requests.bulkPut(data.requests),
    confirmedSites.bulkPut(data.confirmedSites),
    deletions.bulkPut(data.deletions),
    hostSites.bulkPut(data.hostSites),
    desk.bulkPut(data.desk),
    journal.bulkPut(data.journal),
    settings.put({ key: 'settings', value: data.settings }),
  ]);
}

/** Where two states differ, in words without any value; null when they are the same. Order and `newRun` follow from the rest. */
export function findDifference(meant: AllData, kept: AllData): string | null {
  const plain = (readings: readonly PointReading[]) => readings.map((reading) => ({ ...reading, newRun: null }));
  return (
    listDifference('readings', plain(meant.readings), plain(kept.readings), 'id') ??
    listDifference('members', meant.members, kept.members, 'id') ??
    listDifference('captures', meant.captures, kept.captures, 'id') ??
    listDifference('consents', meant.consents, kept.consents, 'id') ??
    listDifference('memberConsents', meant.memberConsents, kept.memberConsents, 'id') ??
    listDifference('requests', meant.requests, kept.requests, 'id') ??
    listDifference('confirmedSites', meant.confirmedSites, kept.confirmedSites, 'key') ??
    listDifference('hostSites', meant.hostSites, kept.hostSites, 'id') ??
    listDifference('desk', meant.desk, kept.desk, 'id') ??
    listDifference('deletions', meant.deletions, kept.deletions, 'seq') ??
    listDifference('journal', meant.journal, kept.journal, 'seq') ??
    (isSameData(meant.settings, kept.settings) ? null : 'settings')
  );
}

function listDifference<T extends object>(name: string, meant: readonly T[], kept: readonly T[], key: keyof T) {
  if (meant.length !== kept.length) return `${name}: ${meant.length} meant, ${kept.length} there`;
  const there = new Map(kept.map((row) => [row[key], row]));
  return meant.every((row) => isSameData(row, there.get(row[key]))) ? null : `${name}: a record differs`;
}
