/** The background's store over storage that fails: it always answers, never writes into what would be lost, and comes back by itself. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { beforeEach, expect, it, vi } from 'vitest';
import { memberDraftSchema } from '../../../lib/model/actions';
import { listMembers, type TrackerDb } from '../../../lib/tracker';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { memoryFolder, type MemoryFolder } from '../../lib/recovery/memory';

/** An area of `chrome.storage`. */
function createArea() {
  const values = new Map<string, unknown>();
  const area = {
    values,
    broken: false,
    get: (key: string) =>
      area.broken
        ? Promise.reject(new Error('IO error'))
        : Promise.resolve({ [key]: structuredClone(values.get(key)) }),
    set(entry: Record<string, unknown>) {
      if (area.broken) return Promise.reject(new Error('IO error'));
      for (const [key, value] of Object.entries(entry)) values.set(key, structuredClone(value));
      return Promise.resolve();
    },
    remove: (key: string) => Promise.resolve(void values.delete(key)),
  };
  return area;
}
const area = { local: createArea(), session: createArea() };
const folders = new Map<string, MemoryFolder>();
let rootFails = false;

vi.stubGlobal('chrome', { runtime: { id: 'x' }, storage: area });
/** The origin-private file system over folders in memory, as far as `createFolder` uses it. */
function directory(path: string): unknown {
  const folder = folders.get(path) ?? memoryFolder();
  folders.set(path, folder);
  return {
    getDirectoryHandle: (name: string) => Promise.resolve(directory(`${path}/${name}`)),
    keys: async function* () {
      yield* await folder.list();
    },
    removeEntry: (name: string) => folder.remove(name),
    getFileHandle: (name: string) =>
      Promise.resolve({
        getFile: async () => new Blob([await folder.read(name)]),
        createWritable: () => {
          let bytes = new Uint8Array();
          return Promise.resolve({
            write: (given: Uint8Array<ArrayBuffer>) => Promise.resolve(void (bytes = given)),
            abort: () => Promise.resolve(),
            close: () => folder.write(name, bytes),
          });
        },
      }),
  };
}
vi.stubGlobal('navigator', {
  storage: {
    getDirectory: () => (rootFails ? Promise.reject(new Error('no folder')) : Promise.resolve(directory(''))),
  },
  // Held at once: what becomes of two backgrounds is told in writer-lock.test.ts.
  locks: { request: (_name: string, _how: unknown, held: () => Promise<never>) => held() },
});
const { createStore } = await import('../../../entrypoints/background/store');

const NOW = new Date('2026-11-20T05:00:00Z');
const told = { moved: 0, changed: 0 };
const start = () => createStore({ moved: () => void told.moved++, changed: () => void told.changed++ });
/** A new session of the browser: the next check is a deep one. */
const endSession = () => area.session.values.clear();
const add = (db: TrackerDb, name: string) => saveMembers(db, [memberDraftSchema.parse({ name })], NOW);
const namesIn = async (db: TrackerDb) => (await listMembers(db)).map(({ name }) => name).sort();

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  for (const one of Object.values(area)) {
    one.values.clear();
    one.broken = false;
  }
  folders.clear();
  rootFails = false;
  Object.assign(told, { moved: 0, changed: 0 });
});

it('opens a fresh store, guarded', async () => {
  const store = start();
  await add(await store.db(), 'An');
  expect(await store.info()).toMatchObject({
    database: 'sotay',
    readOnly: false,
    closed: false,
    report: null,
    problem: null,
    protection: { seq: 1 },
  });
  expect(folders.get('/sotay/log')?.files.size).toBe(1);
});

it('goes over to the restored store when a read failed', async () => {
  const store = start();
  await add(await store.db(), 'An');
  (await store.db()).close();
  await Dexie.delete('sotay');
  store.doubt();
  const db = await store.db();
  expect(db.name).toBe('sotay-2');
  expect(await namesIn(db)).toEqual(['An']);
  expect(await store.info()).toMatchObject({ report: { cause: 'missing', lost: 0 } });
  expect(told.moved).toBeGreaterThan(0);
});

it('goes on without the small keys, told, and with the copies deciding', async () => {
  const first = start();
  await add(await first.db(), 'An');
  (await first.db()).close();
  area.local.broken = true;
  endSession();
  const store = start();
  expect(await add(await store.db(), 'Bình')).toMatchObject({ ok: true });
  expect(await store.info()).toMatchObject({ closed: false, report: null, problem: 'canary: Error: IO error' });
  expect(told.changed).toBeGreaterThan(0);
  (await store.db()).close();
  await Dexie.delete('sotay');
  endSession();
  const again = start();
  expect(await namesIn(await again.db())).toEqual(['An', 'Bình']);
  expect(await again.info()).toMatchObject({ report: { cause: 'missing', lost: 0 } });
});

it('goes on without the folders, told', async () => {
  rootFails = true;
  const store = start();
  expect(await add(await store.db(), 'An')).toMatchObject({ ok: true });
  const { closed, problem } = await store.info();
  expect(closed).toBe(false);
  expect(problem).toContain('no folder');
  rootFails = false;
  await store.protect();
  expect(await store.info()).toMatchObject({ problem: null, protection: { seq: 1, snapshotSeq: 1 } });
});

it('writes nothing into a store known to be short while its copies are out of reach, and restores it once they are back', async () => {
  const first = start();
  await add(await first.db(), 'An');
  (await first.db()).close();
  await Dexie.delete('sotay');
  rootFails = true;
  endSession();
  const store = start();
  expect(await add(await store.db(), 'Bình')).toMatchObject({ ok: false, code: 'storage' });
  expect(await store.info()).toMatchObject({ closed: true });
  rootFails = false;
  await store.protect();
  expect(await namesIn(await store.db())).toEqual(['An']);
  expect(await add(await store.db(), 'Bình')).toMatchObject({ ok: true });
  expect(await store.info()).toMatchObject({ closed: false, problem: null, report: { cause: 'missing', lost: 0 } });
});

it('restores it by itself soon after, while somebody goes on trying to write', async () => {
  const first = start();
  await add(await first.db(), 'An');
  (await first.db()).close();
  await Dexie.delete('sotay');
  rootFails = true;
  endSession();
  const store = start();
  const write = async () => add(await store.db(), 'Bình');
  expect(await write()).toMatchObject({ ok: false, code: 'storage' });
  expect(await write()).toMatchObject({ ok: false, code: 'storage' });
  rootFails = false;
  // Far sooner than a healthy store would be doubted again.
  await vi.waitFor(async () => expect(await write()).toMatchObject({ ok: true }), { timeout: 15_000, interval: 250 });
  expect(await namesIn(await store.db())).toEqual(['An', 'Bình']);
}, 20_000);

it('lets a write end before it goes over to a snapshot, and refuses one that comes too late', async () => {
  const store = start();
  const db = await store.db();
  await add(db, 'An');
  await store.guard.snapshot('chosen');
  const name = (await store.guard.listSnapshots()).find(({ reason }) => reason === 'chosen')?.name ?? '';
  const running = add(db, 'Bình');
  const restoring = store.change((guard) => guard.restore(name));
  await restoring;
  expect(await running).toMatchObject({ ok: true });
  expect(await add(db, 'Chi')).toMatchObject({ ok: false, code: 'storage' });
  expect(await namesIn(await store.db())).toEqual(['An']);
  // What was written last is in the copy made before the restore.
  const before = (await store.guard.listSnapshots()).find(({ reason }) => reason === 'beforeRestore');
  expect(before?.counts['members']).toBe(2);
});

it('opens the store again after work that failed, and tells why', async () => {
  const store = start();
  await add(await store.db(), 'An');
  await expect(store.change((guard) => guard.restore('no such file'))).rejects.toThrow();
  expect(await namesIn(await store.db())).toEqual(['An']);
  expect(await add(await store.db(), 'Bình')).toMatchObject({ ok: true });
});

it('of a newer version is read only', async () => {
  const newer = new Dexie('sotay');
  newer.version(99).stores({ meta: 'key', members: 'id' });
  // Even when the newer version would let this one write.
  await newer.table('meta').put({ key: 'schema', schemaVersion: 99, minWriter: 1 });
  newer.close();
  const store = start();
  expect(await add(await store.db(), 'An')).toMatchObject({ ok: false, code: 'readOnly' });
  expect(await store.info()).toMatchObject({ readOnly: true, closed: false });
  // Not even its shape was touched.
  const [found] = (await Dexie.dependencies.indexedDB?.databases()) ?? [];
  expect(found).toEqual({ name: 'sotay', version: 990 });
});

it('tells of a window that keeps it from its newer shape, refuses writes meanwhile, and goes on when the window lets go', async () => {
  const old = new Dexie('sotay');
  old.version(1).stores({ meta: 'key', members: 'id' });
  await old.table('meta').put({ key: 'schema', schemaVersion: 1, minWriter: 1 });
  old.on('versionchange', () => false);
  const store = start();
  // Both would have the store looked at again, and that look would have to wait for the window too.
  const db = await store.db();
  store.doubt();
  const blocked = { closed: true, problem: expect.stringContaining('blocked') as string };
  expect(await store.info()).toMatchObject(blocked);
  expect(await add(db, 'An')).toMatchObject({ ok: false, code: 'storage' });
  await expect(store.protect()).rejects.toThrow('blocked');
  expect(await store.info()).toMatchObject(blocked);
  expect(told.moved).toBe(0);
  const before = told.changed;
  old.close();
  await vi.waitFor(() => expect(told.changed).toBeGreaterThan(before));
  await vi.waitFor(async () => expect(await store.info()).toMatchObject({ closed: false }));
  expect(await add(await store.db(), 'An')).toMatchObject({ ok: true });
  expect(await store.info()).toMatchObject({ closed: false, problem: null, protection: { seq: 1 } });
});

it('goes over to a new database once a write succeeds after one that failed', async () => {
  const store = start();
  const db = await store.db();
  await add(db, 'An');
  const { add: own } = db.journal;
  db.journal.add = () => Dexie.Promise.reject(new DOMException('disk full', 'QuotaExceededError'));
  expect(await add(db, 'Bình')).toMatchObject({ ok: false, code: 'storage' });
  db.journal.add = own;
  expect(await add(db, 'Chi')).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(told.moved).toBe(1));
  expect(await store.info()).toMatchObject({
    database: 'sotay-2',
    report: null,
    problem: null,
    protection: { seq: 2 },
  });
  expect(await add(await store.db(), 'Dung')).toMatchObject({ ok: true });
  expect(await namesIn(await store.db())).toEqual(['An', 'Chi', 'Dung']);
  expect(told.moved).toBe(1);
  // The old one's files are thrown away one start later.
  (await store.db()).close();
  await Dexie.delete('sotay');
  endSession();
  const again = start();
  expect(await namesIn(await again.db())).toEqual(['An', 'Chi', 'Dung']);
  expect(await again.info()).toMatchObject({ database: 'sotay-2', report: null });
});

it('is fresh after everything was erased', async () => {
  const store = start();
  await add(await store.db(), 'An');
  await store.erase();
  expect(await namesIn(await store.db())).toEqual([]);
  expect(await store.info()).toMatchObject({ database: 'sotay', report: null, protection: { seq: 0 } });
});
