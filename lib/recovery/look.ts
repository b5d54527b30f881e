/** Looks at a store: which one is meant, by its numbers, patiently; and at every row of it against the copies. */
import type { Canary, LossCause } from '../model/canary';
import type { StoreAccess, StoreDump, StoreState } from '../model/store-dump';
import { loadBestCopy } from './best-copy';
import { stateOf } from './dumps';
import { judge } from './judge';
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

/** The database that goes furthest, for when nothing says which one is in use; `first` when there is none. */
export async function furthest(stores: StoreAccess, first: string): Promise<string> {
  let chosen = first;
  let most = -1;
  const names = await stores.list();
  if (names.length < 2) return names[0] ?? first;
  for (const name of names) {
    const state = await stores.inspect(name);
    const seq = state.state === 'readable' ? state.seq : -1;
    // Of two that are equally far the later one is in use: a recovery copies the number.
    if (seq >= most) [chosen, most] = [name, seq];
  }
  return chosen;
}

/** All rows of the store in use. @throws when it is short, after the alarm: what is short must never become the newest copy */
export async function dumpWhole(stores: StoreAccess, canary: Canary, alarm?: () => void): Promise<StoreDump> {
  const dump = await stores.dump(canary.database);
  const verdict = judge(canary, stateOf(dump), null);
  if (verdict.ok) return dump;
  alarm?.();
  throw new Error(`the store is ${verdict.cause}: not copied`);
}

export interface DeepLook {
  cause: LossCause | null;
  /** The copies do not hold what the store holds, or one of them is damaged: a new one is due. */
  copiesStale: boolean;
}

/** Compares every row with the copies; nothing can be said of rows where the copies do not reach as far as the store. */
export async function lookDeeply(
  { stores, snapshots, log }: { stores: StoreAccess; snapshots: FileFolder; log: FileFolder },
  database: string,
  state: StoreState,
): Promise<DeepLook> {
  if (state.state !== 'readable') return { cause: null, copiesStale: false };
  let found: StoreDump;
  try {
    found = await stores.dump(database);
  } catch {
    return { cause: 'unreadable', copiesStale: false };
  }
  const best = await loadBestCopy(snapshots, log);
  if (best === null || best.dump.seq !== found.seq || best.dump.schemaVersion !== found.schemaVersion)
    return { cause: null, copiesStale: true };
  const same = isSame(compareDumps(best.dump, found));
  return { cause: same ? null : 'damaged', copiesStale: best.damaged.length > 0 };
}
