/**
 * The background's store: checked before it is opened, guarded while it is used.
 *
 *   start ─▶ the one writer ─▶ guard.check (deep once per browser session) ─▶ open ─▶ guard.opened ─▶ ready
 *   a read or write fails ─▶ doubt ─▶ writes end, close, check deeply ─▶ open (perhaps a restored database) ─▶ pages are told
 *   the check itself fails ─▶ reading only, since what is written into a store known to be damaged would be lost ─▶ doubt
 *   locked and no key in memory ─▶ open without it: copies and recovery work on sealed rows, questions end in LockedError
 */
import { type Browser, browser } from 'wxt/browser';
import type { StoreInfo } from '@/lib/protocol';
import { LockedError, isKeyOf } from '@/lib/lock';
import { type LockRecord, type LockState, lockRecordSchema } from '@/lib/model/lock';
import type { StoreAccess } from '@/lib/model/store-dump';
import { createFolder, createGuard, type Guard } from '@/lib/recovery';
import { openTracker, schemaVersion, type TrackerDb } from '@/lib/tracker';
import { createStoreAccess } from '@/lib/tracker/raw-store';
import { createRenewal } from './renewal';
import { sessionKey } from './session-key';
import { becomeWriter } from './writer-lock';

const DEEP = 'deepChecked';
const RENEW = 'renewDue';
/** Least time in ms between two deep looks because of failed reads. */
const DOUBT_EVERY = 30_000;
/** The same while the store cannot be used: as soon as the disk has room again, it is to go on. */
const RETRY_EVERY = 3_000;
/** Longest wait in ms for a window that keeps the database from being brought to a newer shape. */
const OPEN_MS = 3_000;
const BLOCKED = 'blocked: a window of this extension keeps the store from being opened';

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
  const kept = (key: string, area: Browser.storage.StorageArea = local) => ({
    get: async (): Promise<unknown> => (await area.get(key))[key],
    set: (value: unknown) => area.set({ [key]: value }),
    remove: () => area.remove(key),
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
  const renewal = createRenewal({
    kept: kept(RENEW, session),
    renew: () => change(() => guard.renew()),
    clock: () => performance.now(),
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
    db.afterFailure = () => void renewal.failed();
    if (refusal === null)
      db.afterCommit = async (commit, counts) => {
        await guard.committed(commit, counts);
        // Not waited for: it waits for this write itself.
        void renewal.committed();
      };
    const opening = open(db, refusal === null);
    if (trouble !== null) return db;
    const late = new Promise<string>((resolve) => setTimeout(() => resolve(BLOCKED), OPEN_MS));
    trouble = await Promise.race([opening, late]);
    // Refused at once instead of waiting for nobody knows how long.
    if (trouble === BLOCKED) db.refusal ??= { code: 'storage', detail: BLOCKED };
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
      if (db.refusal?.detail === BLOCKED) db.refusal = null;
      if (trouble === BLOCKED) {
        trouble = null;
        changed();
      }
      return null;
    } catch (error) {
      const why = describe(error);
      if (trouble === BLOCKED) {
        trouble = why;
        changed();
      }
      return why;
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
    // A window that holds the store says nothing against the store, and a look at it would have to wait for that window.
    if (trouble === BLOCKED) return;
    if (!isWriter || Date.now() - doubted < (trouble === null ? DOUBT_EVERY : RETRY_EVERY)) return;
    doubted = Date.now();
    void change(() => Promise.resolve(), true).then(() => {
      // A look that waits for a full disk may take longer than the pause.
      doubted = Date.now();
    });
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
      // A look that began meanwhile is waited for: until its end there is nothing to tell.
      let asked = current;
      let db = await asked;
      while (asked !== current) db = await (asked = current);
      const seen = { database: db.name, readOnly, closed: trouble !== null, lock: lock.state };
      const problem = trouble;
      const report = await guard.report().catch(() => null);
      const protection = await guard.status().catch(() => null);
      return { ...seen, report, protection, problem: problem ?? guard.problem() };
    },
    doubt,
    async protect() {
      if (trouble === BLOCKED) throw new Error(BLOCKED);
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
