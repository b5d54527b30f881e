/** All that is kept: counted, or copied out as one document. */
import type { AllData } from '../model/all-data';
import { schemaVersion, type TrackerDb } from './db';
import { unpackPages } from './point-pages';
import { getSettings } from './preferences';
import { transact } from './transact';

/** Number of records by kind; `readings` counts readings, not pages. */
export async function countEverything(db: TrackerDb): Promise<AllData['counts']> {
  const [summaries, members, captures, consents, journal, memberConsents, requests, deletions, hostSites, desk] =
    await Promise.all([
      db.subjects.toArray(),
      db.members.count(),
      db.captures.count(),
      db.consents.count(),
      db.journal.count(),
      db.memberConsents.count(),
      db.requests.count(),
      db.deletions.count(),
      db.hostSites.count(),
      db.desk.count(),
    ]);
  const readings = summaries.reduce((sum, { stored }) => sum + stored, 0);
  return { readings, members, captures, consents, journal, memberConsents, requests, deletions, hostSites, desk };
}

/** A copy of everything (see `allDataSchema`), read in one transaction. */
export function exportEverything(db: TrackerDb, now: Date): Promise<AllData> {
  return transact(db, 'r', db.tables, () => readEverything(db, now));
}

/** The same inside a transaction over all tables. */
export async function readEverything(db: TrackerDb, now: Date): Promise<AllData> {
  const [pages, members, captures, consents, settings, journal, ...rest] = await Promise.all([
    db.pointPages.toArray(),
    db.members.toArray(),
    db.captures.toArray(),
    db.consents.toArray(),
    getSettings(db),
    db.journal.toArray(),
    db.confirmedSites.toArray(),
    db.memberConsents.toArray(),
    db.requests.toArray(),
    db.deletions.toArray(),
    db.hostSites.toArray(),
    db.desk.toArray(),
  ]);
  const [confirmedSites, memberConsents, requests, deletions, hostSites, desk] = rest;
  const readings = unpackPages(pages);
  return {
    format: 'sotay-data',
    version: 1,
    schemaVersion,
    exportedAt: now.toISOString(),
    counts: {
      readings: readings.length,
      members: members.length,
      captures: captures.length,
      consents: consents.length,
      journal: journal.length,
      memberConsents: memberConsents.length,
      requests: requests.length,
      deletions: deletions.length,
      hostSites: hostSites.length,
      desk: desk.length,
    },
    readings,
    members,
    captures,
    consents,
    settings,
    confirmedSites,
    memberConsents,
    requests,
    deletions,
    hostSites,
    desk,
    journal: journal.map((line, index) => ({ ...line, seq: line.seq ?? index })),
  };
}
