/** Small things noted: that a file left, and where the dealing with a leak stands. */
import type { ExportNote } from '../model/actions';
import type { Breach } from '../model/breach';
import type { Reply } from '../protocol';
import type { TrackerDb } from './db';
import { getSettings } from './preferences';
import { write } from './write';

/** A line in the journal for each file made: its kind and number of rows, never names. */
export function noteExport(db: TrackerDb, kind: ExportNote, rows: number, now: Date): Promise<Reply> {
  return write(db, { tables: [], now, journal: { action: 'noteExport', detail: { kind, rows } } }, () =>
    Promise.resolve(null),
  );
}

/** Starts, changes or ends (null) the dealing with a leak. */
export function saveBreach(db: TrackerDb, breach: Breach | null, now: Date): Promise<Reply> {
  const journal = { action: 'saveBreach', detail: { steps: breach === null ? null : breach.done.length } };
  return write(db, { tables: [db.settings], now, journal }, async () => {
    await db.settings.put({ key: 'settings', value: { ...(await getSettings(db)), breach } });
    return null;
  });
}
