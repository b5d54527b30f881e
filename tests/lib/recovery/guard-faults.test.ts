/** The guard when one thing goes wrong after the other: death inside a recovery, damaged copies on top, clocks set back, erasures cut short. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import { createGuard, type Guard } from '../../../lib/recovery';
import { listGenerations } from '../../../lib/recovery/snapshots';
import { listMembers, openTracker, schemaVersion, type TrackerDb } from '../../../lib/tracker';
import { createStoreAccess } from '../../../lib/tracker/raw-store';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { memoryFolder, memoryValue } from './memory';

const NOW = new Date('2026-11-20T05:00:00Z');
const parts = {
  stores: createStoreAccess(),
  canary: memoryValue(),
  report: memoryValue(),
  snapshots: memoryFolder(),
  log: memoryFolder(),
};
let clock = NOW.getTime();
let step = 1_000;
const open: TrackerDb[] = [];

beforeEach(() => {
  Dexie.dependencies.indexedDB = new IDBFactory();
  Object.assign(parts, {
    stores: createStoreAccess(),
    canary: memoryValue(),
    report: memoryValue(),
    snapshots: memoryFolder(),
    log: memoryFolder(),
  });
  clock = NOW.getTime();
  step = 1_000;
});

async function start(given: Partial<typeof parts> = {}): Promise<{ db: TrackerDb; guard: Guard }> {
  const guard = createGuard({
    ...parts,
    ...given,
    schemaVersion,
    now: () => new Date((clock += step)),
    quietMs: 3_600_000,
  });
  const { database } = await guard.check({ deep: true });
  const db = openTracker(database);
  open.push(db);
  await db.open();
  await guard.opened();
  db.afterCommit = guard.committed;
  return { db, guard };
}
const die = () => open.splice(0).forEach((db) => db.close());
const add = async (db: TrackerDb, name: string) => {
  const unknown = { code: null, unit: null, role: null, status: null, eligible: null, installed: null, reason: null };
  const reply = await saveMembers(db, [{ name, otherNames: [], isSelf: false, ...unknown }], NOW);
  expect(reply).toMatchObject({ ok: true });
};
const namesIn = async (db: TrackerDb) => (await listMembers(db)).map(({ name }) => name).sort();

/** The same storage, which dies for good at the `last`-th change from now. */
function dying(last: number): { given: typeof parts; changes: () => number } {
  let count = 0;
  const mortal = <T extends object>(target: T, changing: (keyof T)[]): T =>
    new Proxy(target, {
      get(real, key) {
        const value = real[key as keyof T]; // asked for by those who know T
        if (typeof value !== 'function') return value;
        return (...args: unknown[]) => {
          if (changing.includes(key as keyof T) && ++count > last) return Promise.reject(new Error('dead'));
          return count > last ? Promise.reject(new Error('dead')) : (value as (...all: unknown[]) => unknown)(...args);
        };
      },
    });
  return {
    given: {
      stores: mortal(parts.stores, ['build', 'remove']),
      canary: mortal(parts.canary, ['set', 'remove']),
      report: mortal(parts.report, ['set', 'remove']),
      snapshots: mortal(parts.snapshots, ['write', 'remove']),
      log: mortal(parts.log, ['write', 'remove']),
    },
    changes: () => count,
  };
}

it('loses nothing when it dies at any step of a recovery', async () => {
  for (let last = 0; last < 12; last++) {
    Dexie.dependencies.indexedDB = new IDBFactory();
    Object.assign(parts, { canary: memoryValue(), report: memoryValue() });
    parts.snapshots.files.clear();
    parts.log.files.clear();
    const { db, guard } = await start();
    await add(db, 'An');
    await guard.snapshot('burst');
    await add(db, 'Bình');
    die();
    await Dexie.delete('sotay');
    await start(dying(last).given).catch(() => {});
    die();
    const after = await start();
    expect([last, await namesIn(after.db)]).toEqual([last, ['An', 'Bình']]);
    expect(await after.guard.report()).toMatchObject({ cause: 'missing', lost: 0 });
    await add(after.db, 'Chi');
    die();
    const later = await start();
    expect([last, await namesIn(later.db)]).toEqual([last, ['An', 'Bình', 'Chi']]);
    die();
  }
});

it('tells what could not be restored once, and not again at every start', async () => {
  const { db, guard } = await start();
  await add(db, 'An');
  await guard.snapshot('burst');
  await add(db, 'Bình');
  await guard.snapshot('burst');
  await add(db, 'Chi');
  die();
  // The newest copy is damaged, and the log between it and the one before is gone.
  const [newest] = await listGenerations(parts.snapshots);
  await parts.snapshots.write(newest?.name ?? '', new Uint8Array(10));
  for (const name of (await parts.log.list()).slice(-2)) await parts.log.remove(name);
  await Dexie.delete('sotay');
  const second = await start();
  expect(await second.guard.report()).toMatchObject({ cause: 'missing', lost: 2 });
  expect(await namesIn(second.db)).toEqual(['An']);
  await second.guard.acknowledge();
  await add(second.db, 'Dung');
  die();
  const third = await start();
  expect(await third.guard.report()).toBeNull();
  expect(await namesIn(third.db)).toEqual(['An', 'Dung']);
  die();
  await Dexie.delete(third.db.name);
  const fourth = await start();
  expect(await namesIn(fourth.db)).toEqual(['An', 'Dung']);
  expect(await fourth.guard.report()).toMatchObject({ lost: 0 });
});

it('takes a copy whose log file cannot be read, up to there', async () => {
  const { db, guard } = await start();
  await add(db, 'An');
  await guard.snapshot('burst');
  await add(db, 'Bình');
  die();
  await Dexie.delete('sotay');
  const last = (await parts.log.list()).at(-1);
  const log = {
    ...parts.log,
    read: (name: string) => (name === last ? Promise.reject(new Error('IO')) : parts.log.read(name)),
  };
  const after = await start({ log });
  expect(await namesIn(after.db)).toEqual(['An']);
  expect(await after.guard.report()).toMatchObject({ lost: 1 });
});

it('goes by numbers, not by the clock, when the clock is set back', async () => {
  const { db, guard } = await start();
  await add(db, 'An');
  await guard.snapshot('burst');
  step = -40 * 86_400_000;
  for (const name of ['Bình', 'Chi', 'Dung', 'Đông', 'Hòa', 'Khoa', 'Lan', 'Mai']) {
    await add(db, name);
    await guard.snapshot('burst');
  }
  die();
  await Dexie.delete('sotay');
  const after = await start();
  expect(await namesIn(after.db)).toHaveLength(9);
  expect(await after.guard.report()).toMatchObject({ lost: 0 });
});

it('forgets the older copies even when the clock was set back', async () => {
  const { db, guard } = await start();
  await add(db, 'An');
  await guard.snapshot('chosen');
  await db.members.clear();
  await add(db, 'Bình');
  step = -86_400_000;
  await guard.forget();
  const texts = [];
  for (const { name } of await guard.listSnapshots()) texts.push(JSON.stringify(await guard.readSnapshot(name)));
  expect(texts.join()).toContain('"Bình"');
  expect(texts.join()).not.toContain('"An"');
});

it('finishes an erasure that was cut short', async () => {
  for (let last = 1; last < 8; last++) {
    parts.canary.value = undefined;
    const { db, guard } = await start();
    await add(db, 'An');
    await guard.snapshot('burst');
    die();
    const { given } = dying(last);
    // The guard of a program that dies while it erases.
    const mortal = createGuard({ ...parts, ...given, schemaVersion, now: () => NOW, quietMs: 3_600_000 });
    await mortal.erase().catch(() => {});
    const after = await start();
    expect([last, await namesIn(after.db)]).toEqual([last, []]);
    expect(await after.guard.report()).toBeNull();
    const kept = [...parts.snapshots.files.values()].length;
    expect(kept).toBe(1);
    die();
    await after.guard.erase();
  }
});

it('asks for a look at the store when a copy finds it short', async () => {
  let alarms = 0;
  const { db } = await start();
  await add(db, 'An');
  const guard = createGuard({
    ...parts,
    schemaVersion,
    now: () => NOW,
    quietMs: 3_600_000,
    alarm: () => void alarms++,
  });
  await guard.check({ deep: false });
  await db.members.clear();
  await expect(guard.snapshot('burst')).rejects.toThrow('short');
  expect(alarms).toBe(1);
});

it('copies anew what lies in damaged copies while the store is well', async () => {
  const { db, guard } = await start();
  await add(db, 'An');
  await guard.snapshot('burst');
  die();
  for (const name of await parts.snapshots.list()) await parts.snapshots.write(name, new Uint8Array(10));
  const again = createGuard({ ...parts, schemaVersion, now: () => NOW, quietMs: 1 });
  await again.check({ deep: true });
  await expect.poll(async () => (await again.listSnapshots()).filter(({ bytes }) => bytes > 10).length).toBe(1);
});
