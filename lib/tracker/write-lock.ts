/** Another passphrase for a lock: the same key of the rows, wrapped anew. */
import type { LockRecord } from '../model/lock';
import type { Reply } from '../protocol';
import type { TrackerDb } from './db';
import { Refused, write } from './write';

/** Refused (`invalid`) when the record belongs to another key, so that no row can become unreadable. */
export function rewrapLock(db: TrackerDb, record: LockRecord, now: Date): Promise<Reply> {
  return write(db, { tables: [], now, journal: { action: 'changePassphrase' } }, async () => {
    const before = await db.meta.get('lock');
    if (before?.key !== 'lock' || before.check !== record.check)
      throw new Refused('invalid', 'the record is of another key');
    await db.meta.put(record);
    return null;
  });
}
