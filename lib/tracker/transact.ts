/** The one way to run several steps in one transaction: each begins in a task of its own. */
import { Dexie, type Table, type Transaction } from 'dexie';
import type { TrackerDb } from './db';

/**
 * Runs `work` in one transaction of its own, never as part of one that happens to be under way around it.
 * Dexie knows what belongs to a transaction by following `await` from microtask to microtask. Begun straight after a wait for
 * the store to open, together with all else that waited for it, one start in three on a busy machine lost that thread and
 * ended its transaction too early; begun in a task of their own, none did (campaign `first`).
 */
export function transact<T>(
  db: TrackerDb,
  mode: 'r' | 'rw',
  tables: readonly Table[],
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return Dexie.ignoreTransaction(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
    return db.transaction(`${mode}!`, [...tables], work);
  });
}
