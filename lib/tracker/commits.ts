/** How far the store has come: whatever was worked out at this number still holds while the number stands. */
import type { TrackerDb } from './db';

/** Number of the last commit of any kind; 0 in an empty store. */
export async function lastCommit(db: TrackerDb): Promise<number> {
  const row = await db.meta.get('seq');
  return row?.key === 'seq' ? row.seq : 0;
}
