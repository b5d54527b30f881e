/**
 * The background's store: checked before it is opened, guarded while it is used.
 *
 *   start ─▶ guard.check (deep once per browser session) ─▶ open ─▶ guard.opened ─▶ ready
 *   a read fails ─▶ doubt ─▶ close, check deeply ─▶ open (perhaps a restored database) ─▶ pages are told
 */
import { browser } from 'wxt/browser';
import type { StoreInfo } from '@/lib/protocol';
import { createFolder, createGuard, type Guard } from '@/lib/recovery';
import { openTracker, schemaVersion, type TrackerDb } from '@/lib/tracker';
import { createStoreAccess } from '@/lib/tracker/raw-store';

const DEEP = 'deepChecked';
/** Least time in ms between two deep looks because of failed reads. */
const DOUBT_EVERY = 60_000;

export interface Store {
  /** The open database; waits for the check. */
  db(): Promise<TrackerDb>;
  guard: Guard;
  info(): Promise<Omit<StoreInfo, 'updateWaits'>>;
  /** A read failed: the store is looked at again and, if need be, restored. */
  doubt(): void;
  /** Erases records, copies, canary and reports; a fresh empty store stands afterwards. */
  erase(): Promise<void>;
  /** Closes the store, lets the guard work on it (restore a snapshot, start empty), and opens what it names then. */
  change(work: (guard: Guard) => Promise<unknown>): Promise<void>;
}

/** `moved` is called when the pages have to open another database. */
export function createStore(moved: () => void): Store {
  const { local, session } = browser.storage;
  const kept = (key: string) => ({
    get: async (): Promise<unknown> => (await local.get(key))[key],
    set: (value: unknown) => local.set({ [key]: value }),
    remove: () => local.remove(key),
  });
  const folder = (name: string) =>
    createFolder(async () => {
      const root = await navigator.storage.getDirectory();
      const own = await root.getDirectoryHandle('sotay', { create: true });
      return own.getDirectoryHandle(name, { create: true });
    });
  const guard = createGuard({
    stores: createStoreAccess(),
    canary: kept('canary'),
    report: kept('recovery'),
    snapshots: folder('snapshots'),
    log: folder('log'),
    schemaVersion,
    // A new line in the deletion log says that something is to be gone for good; a restore writes the whole log anew.
    forgets: ({ changes }) => {
      const log = changes.filter(({ table }) => table === 'deletions');
      return log.some(({ puts }) => puts.length > 0) && !log.some(({ cleared }) => cleared);
    },
    now: () => new Date(),
  });

  let readOnly = false;
  let unguarded: string | null = null;
  let doubted = 0;

  async function start(forceDeep: boolean): Promise<TrackerDb> {
    const deep = forceDeep || (await session.get(DEEP))[DEEP] !== true;
    let database = 'sotay';
    unguarded = null;
    try {
      const checked = await guard.check({ deep }).catch(async () => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        return guard.check({ deep: true });
      });
      ({ database, readOnly } = checked);
      await session.set({ [DEEP]: true });
    } catch (error) {
      // Copies that cannot be reached are no reason to keep people from their records.
      unguarded = error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
      const canary = (await local.get('canary'))['canary'] as { database?: string } | undefined; // written by the guard
      database = canary?.database ?? database;
    }
    const db = openTracker(database);
    try {
      await db.open();
      if (unguarded === null) await guard.opened();
    } catch (error) {
      unguarded ??= error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
    }
    if (unguarded === null && !readOnly) db.afterCommit = guard.committed;
    return db;
  }

  let current = start(false);

  /** Whoever asks for the store meanwhile waits. The store is opened again whether the work succeeded or not. */
  const change = async (work: () => Promise<unknown>, deep = false): Promise<void> => {
    const before = current;
    let failure: unknown = null;
    current = (async () => {
      (await before).close();
      try {
        await work();
      } catch (error) {
        failure = error ?? new Error('unknown');
      }
      return start(deep);
    })();
    await current;
    moved();
    if (failure !== null) throw failure;
  };

  return {
    db: () => current,
    guard,
    async info() {
      const db = await current;
      let report: StoreInfo['report'] = null;
      let protection: StoreInfo['protection'] = null;
      let problem = unguarded;
      try {
        report = await guard.report();
        const status = await guard.status();
        protection = status;
        problem ??= status.problem;
      } catch (error) {
        problem ??= error instanceof Error ? error.message : 'unknown';
      }
      return { database: db.name, readOnly, report, protection, problem };
    },
    doubt() {
      if (Date.now() - doubted < DOUBT_EVERY) return;
      doubted = Date.now();
      void change(() => Promise.resolve(), true);
    },
    erase: () => change(() => guard.erase()),
    change: (work) => change(() => work(guard)),
  };
}
