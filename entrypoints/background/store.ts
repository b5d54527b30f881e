/**
 * The background's store: checked before it is opened, guarded while it is used.
 *
 *   start ─▶ the one writer ─▶ guard.check (deep once per browser session) ─▶ open ─▶ guard.opened ─▶ ready
 *   a read or write fails ─▶ doubt ─▶ writes end, close, check deeply ─▶ open (perhaps a restored database) ─▶ pages are told
 *   the check itself fails ─▶ reading only, since what is written into a store known to be damaged would be lost ─▶ doubt
 *   locked and no key in memory ─▶ open without it: copies and recovery work on sealed rows, questions end in LockedError
 */
import { browser } from 'wxt/browser';
import type { StoreInfo } from '@/lib/protocol';
import { LockedError, isKeyOf } from '@/lib/lock';
import { type LockRecord, type LockState, lockRecordSchema } from '@/lib/model/lock';
import type { StoreAccess } from '@/lib/model/store-dump';
import { createFolder, createGuard, type Guard } from '@/lib/recovery';
import { openTracker, schemaVersion, type TrackerDb } from '@/lib/tracker';
import { createStoreAccess } from '@/lib/tracker/raw-store';
import { sessionKey } from './session-key';
import { becomeWriter } from './writer-lock';

const DEEP = 'deepChecked';
/** Least time in ms between two deep looks because of failed reads. */
const DOUBT_EVERY = 30_000;
/** Longest wait in ms for a window that keeps the database from being brought to a newer shape. */
const OPEN_MS = 3_000;

export interface Store {
  /** The open database; waits for the check. */
  db(): Promise<TrackerDb>;
  /** Whether its rows are sealed, and the record by which a passphrase opens them. */
  lock(): Promise<{ state: LockState; record: LockRecord | null }>;
  guard: Guard;
  info(): Promise<Omit<StoreInfo, 'updateWaits'>>;
  /** A read or write failed: the store is looked at again and, if need be, restored. */
  doubt(): void;
  /** Brings the copies up to date now, after looking at the store again if something is wrong. @throws when that fails */
  protect(): Promise<void>;
  /** Erases records, copies, canary and reports; a fresh empty store stands afterwards. */
  erase(): Promise<void>;
  /** Closes the store, lets the guard work on it (restore a snapshot, start empty), and opens what it names then. */
  change(work: (guard: Guard, stores: StoreAccess, database: string) => Promise<unknown>): Promise<void>;
}

export interface StoreListeners {
  /** The pages have to open another database. */
  moved: () => void;
  /** What `info` tells has changed. */
  changed: () => void;
}

export function createStore({ moved, changed }: StoreListeners): Store {
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
    // A new line in the deletion log says that something is to be gone for good; a restore writes the whole log anew.
    forgets: ({ changes }) => {
      const log = changes.filter(({ table }) => table === 'deletions');
      return log.some(({ puts }) => puts.length > 0) && !log.some(({ cleared }) => cleared);
    },
    now: () => new Date(),
    changed,
    alarm: () => doubt(),
  });

  let readOnly = false;
  // Why the store cannot be used as it should, beyond what the guard tells itself.
  let trouble: string | null = null;
  let lock: { state: LockState; record: LockRecord | null } = { state: 'off', record: null };
  let doubted = 0;
  let isWriter = true;
  const writer = becomeWriter(navigator.locks, () => {
    isWriter = false;
    void current.then((db) => db.retire());
  });

  async function check(deep: boolean): Promise<string> {
    const checked = await guard.check({ deep }).catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return guard.check({ deep: true });
    });
    ({ readOnly } = checked);
    // Looking twice does no harm.
    await session.set({ [DEEP]: true }).catch(() => {});
    return checked.database;
  }

  /** Never fails: a store that cannot be used answers every write with the reason. */
  async function start(forceDeep: boolean): Promise<TrackerDb> {
    await writer;
    const looked = await session.get(DEEP).catch((): Record<string, unknown> => ({}));
    let refusal: TrackerDb['refusal'] = null;
    let database = 'sotay';
    trouble = null;
    try {
      database = await check(forceDeep || looked[DEEP] !== true);
      if (readOnly) refusal = { code: 'readOnly', detail: 'the data belongs to a newer version of the extension' };
    } catch (error) {
      trouble = describe(error);
      refusal = { code: 'storage', detail: trouble };
      database = await nameInUse().catch(() => database);
    }
    if (!isWriter) refusal = { code: 'storage', detail: 'another background took over' };
    const key = await lookAtLock(database);
    const db = openTracker(database, { key });
    db.refusal = refusal;
    if (refusal === null) db.afterCommit = guard.committed;
    const opening = open(db, refusal === null);
    const late = new Promise<string>((resolve) =>
      setTimeout(() => resolve('blocked: a window of this extension keeps the store from being opened'), OPEN_MS),
    );
    trouble ??= await Promise.race([opening, late]);
    return db;
  }

  /** Null once it is open, else why not. Opened after all, it is told. */
  async function open(db: TrackerDb, isGuarded: boolean): Promise<string | null> {
    try {
      // A locked store of an older shape waits for its key.
      await db.open().catch((error: unknown) => {
        if (!(lock.state === 'locked' && isLocked(error))) throw error;
      });
      if (isGuarded) await guard.opened();
      if (trouble?.startsWith('blocked') === true) {
        trouble = null;
        changed();
      }
      return null;
    } catch (error) {
      return describe(error);
    }
  }

  async function nameInUse(): Promise<string> {
    const canary = (await local.get('canary'))['canary'] as { database?: string } | undefined; // written by the guard
    return canary?.database ?? 'sotay';
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
      await old.retire();
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
  function doubt(): void {
    if (!isWriter || Date.now() - doubted < DOUBT_EVERY) return;
    doubted = Date.now();
    void change(() => Promise.resolve(), true);
  }

  return {
    db: () => {
      if (trouble !== null) doubt();
      return current;
    },
    async lock() {
      await current;
      return lock;
    },
    guard,
    async info() {
      const db = await current;
      const report = await guard.report().catch(() => null);
      const protection = await guard.status().catch(() => null);
      const closed = trouble !== null;
      return {
        database: db.name,
        readOnly,
        closed,
        report,
        protection,
        problem: trouble ?? guard.problem(),
        lock: lock.state,
      };
    },
    doubt,
    async protect() {
      if (trouble !== null) await change(() => Promise.resolve(), true);
      // Right after the worker woke the check is still under way.
      await current;
      await guard.snapshot('chosen');
    },
    erase: () =>
      change(async () => {
        await guard.erase();
        await sessionKey.set(null);
      }),
    change: (work) => change((database) => work(guard, stores, database)),
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown';
}

// Dexie wraps what an upgrade throws.
function isLocked(error: unknown): boolean {
  if (error instanceof LockedError) return true;
  return error instanceof Error && 'inner' in error && error.inner instanceof LockedError;
}
