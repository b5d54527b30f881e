/** The deletion log is written inside the transaction that deletes; what goes in several steps of one moment is one line. */
import type { Deletion } from '../model/deletion';
import type { TrackerDb } from './db';

/** Notes that records went; nothing for a count of zero. `db.deletions` must be in the transaction. */
export async function noteDeletion(
  db: TrackerDb,
  line: Pick<Deletion, 'cause' | 'what' | 'count' | 'upTo'>,
  now: Date,
): Promise<void> {
  if (line.count === 0) return;
  const at = now.toISOString();
  const last = await db.deletions.orderBy('seq').reverse().limit(8).toArray();
  const same = last.find(
    (one) => one.at === at && one.what === line.what && one.cause === line.cause && one.upTo === line.upTo,
  );
  if (same === undefined) await db.deletions.add({ ...line, at });
  else await db.deletions.put({ ...same, count: same.count + line.count });
}
