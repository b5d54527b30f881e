/**
 * The background's store: checked before it is opened, guarded while it is used.
 *
 *   start ─▶ guard.check (deep once per browser session) ─▶ open ─▶ guard.opened ─▶ ready
 *   locked and no key in memory ─▶ open without it: copies and recovery work on sealed rows, questions end in LockedError
 *   a read fails ─▶ doubt ─▶ close, check deeply ─▶ open (perhaps a restored database) ─▶ pages are told
 */
import { browser } from 'wxt/browser';
import type { StoreInfo } from '@/lib/protocol';
import { LockedError, isKeyOf } from '@/lib/lock';
import { type LockRecord, type LockState, lockRecordSchema } from '@/lib/model/lock';
import type { StoreAccess } from '@/lib/model/store-dump';
import { createFolder, createGuard, type Guard } from '@/lib/recovery';
import { openTracker, retire, schemaVersion, type TrackerDb } from '@/lib/tracker';
import { createStoreAccess } from '@/lib/tracker/raw-store';
import { sessionKey } from './session-key';

const DEEP = 'deepChecked';
/** Least time in ms between two deep looks because of failed reads. */
const DOUBT_EVERY = 60_000;

export interface Store {
  /** The open database; waits for the check. */
  db(): Promise<TrackerDb>;
  /** Whether its rows are sealed, and the record by which a passphrase opens them. */
  lock(): Promise<{ state: LockState; record: LockRecord | null }>;
  guard: Guard;
  info(): Promise<Omit<StoreInfo, 'updateWaits'>>;
  /** A read failed: the store is looked at again and, if need be, restored. */
  doubt(): void;
  /** Erases records, copies, canary and reports; a fresh empty store stands afterwards. */
  erase(): Promise<void>;
  /** Closes the store, lets the guard work on it (restore a snapshot, start empty), and opens what it names then. */
  change(work: (guard: Guard, stores: StoreAccess, database: string) => Promise<unknown>): Promise<void>;
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
  const stores = createStoreAccess();
  const guard = createGuard({
    stores,
    canary: kept('canary'),
    report: kept('recovery'),
    snapshots: folder('snapshots'),
    log: folder('log'),
    schemaVersion,
    now: () => new Date(),
  });

  let readOnly = false;
  let lock: { state: LockState; record: LockRecord | null } = { state: 'off', record: null };
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
    const key = await lookAtLock(database);
    const db = openTracker(database, { key });
    try {
      // A locked store of an older shape waits for its key.
      await db.open().catch((error: unknown) => {
        if (!(lock.state === 'locked' && isLocked(error))) throw error;
      });
      if (unguarded === null) await guard.opened();
    } catch (error) {
      unguarded ??= error instanceof Error ? `${error.name}: ${error.message}` : 'unknown';
    }
    if (unguarded === null && !readOnly) db.afterCommit = guard.committed;
    return db;
  }

  /** Learns how the lock is; gives the key when it is in memory and is the right one. */
  async function lookAtLock(database: string): Promise<Uint8Array | null> {
    lock = { state: 'off', record: null };
    const row = await stores.readMeta(database, 'lock').catch(() => null);
    if (row === null) return null;
    // A record that cannot be understood leaves the store locked: its rows are sealed all the same.
    const record = lockRecordSchema.safeParse(row).data ?? null;
    const key = await sessionKey.get();
    const fits = record !== null && key !== null && isKeyOf(record, key);
    lock = { state: fits ? 'unlocked' : 'locked', record };
    return fits ? key : null;
  }

  let current = start(false);

  /** Whoever asks for the store meanwhile waits. The store is opened again whether the work succeeded or not. */
  const change = async (work: (database: string) => Promise<unknown>, deep = false): Promise<void> => {
    const before = current;
    let failure: unknown = null;
    current = (async () => {
      const old = await before;
      await retire(old);
      try {
        await work(old.name);
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
    async lock() {
      await current;
      return lock;
    },
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
      return { database: db.name, readOnly, report, protection, problem, lock: lock.state };
    },
    doubt() {
      if (Date.now() - doubted < DOUBT_EVERY) return;
      doubted = Date.now();
      void change(() => Promise.resolve(), true);
    },
    erase: () =>
      change(async () => {
        await guard.erase();
        await sessionKey.set(null);
      }),
    change: (work) => change((database) => work(guard, stores, database)),
  };
}

// Dexie wraps what an upgrade throws.
function isLocked(error: unknown): boolean {
  if (error instanceof LockedError) return true;
  return error instanceof Error && 'inner' in error && error.inner instanceof LockedError;
}
