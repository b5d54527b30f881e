/** Looks at a store: by its numbers, patiently; and at every row of it against the copies. */
import type { LossCause } from '../model/canary';
import type { StoreAccess, StoreDump, StoreState } from '../model/store-dump';
import { loadBestCopy } from './best-copy';
import type { FileFolder } from './ports';
import { compareDumps, isSame } from './replay';

const TRIES = 3;

/** A database that cannot be read at first is tried again: the browser may still be busy with it. */
export async function lookAt(stores: StoreAccess, database: string): Promise<StoreState> {
  let state = await stores.inspect(database);
  for (let tried = 1; state.state === 'unreadable' && tried < TRIES; tried++) {
    await new Promise((resolve) => setTimeout(resolve, 100 * tried));
    state = await stores.inspect(database);
  }
  return state;
}

/** Compares every row with the copies; null when all is well, or when the copies do not reach as far as the store. */
export async function lookDeeply(
  { stores, snapshots, log }: { stores: StoreAccess; snapshots: FileFolder; log: FileFolder },
  database: string,
  state: StoreState,
): Promise<LossCause | null> {
  if (state.state !== 'readable') return null;
  let found: StoreDump;
  try {
    found = await stores.dump(database);
  } catch {
    return 'unreadable';
  }
  const best = await loadBestCopy(snapshots, log);
  if (best === null || best.dump.seq !== found.seq || best.dump.schemaVersion !== found.schemaVersion) return null;
  return isSame(compareDumps(best.dump, found)) ? null : 'damaged';
}
