/** Switching the lock through the guard: the new state stands whole, nothing older stays, and a cut switch is finished at the next start. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { newDataKey, newKdf, wrapKey } from '../../../lib/lock';
import { memberDraftSchema } from '../../../lib/model/actions';
import { createGuard } from '../../../lib/recovery';
import { withFloor } from '../../../lib/recovery/floor';
import { listMembers, openTracker, schemaVersion, type TrackerDb } from '../../../lib/tracker';
import { createStoreAccess } from '../../../lib/tracker/raw-store';
import { sealDump, unsealDump } from '../../../lib/tracker/seal-dump';
import { perform } from '../../../lib/tracker/perform';
import { memoryFolder, memoryValue } from './memory';

const NOW = new Date('2026-11-20T05:00:00Z');
const NAME = 'Nguyễn Thị Không Lộ';
const key = newDataKey();
const record = wrapKey(key, newDataKey(), newKdf());

function device() {
  Dexie.dependencies.indexedDB = new IDBFactory();
  const parts = {
    stores: createStoreAccess(),
    canary: memoryValue(),
    report: memoryValue(),
    snapshots: memoryFolder(),
    log: memoryFolder(),
  };
  let clock = NOW.getTime();
  const make = (over: Partial<typeof parts> = {}) =>
    createGuard({ ...parts, ...over, schemaVersion, now: () => new Date((clock += 1_000)), quietMs: 3_600_000 });
  const start = async (withKey: Uint8Array | null = null) => {
    const guard = make();
    const checked = await guard.check({ deep: true });
    const db = openTracker(checked.database, { key: withKey });
    await db.open();
    await guard.opened();
    db.afterCommit = guard.committed;
    return { guard, db, checked };
  };
  /** Everything that lies anywhere, as text. */
  const allText = async () => {
    const dumps = await Promise.all((await parts.stores.list()).map((name) => parts.stores.dump(name)));
    const files = [...parts.snapshots.files.entries(), ...parts.log.files.entries()];
    const bodies = await Promise.all(
      files.map(async ([, bytes]) => {
        const body = bytes.subarray(bytes.indexOf(10) + 1);
        return new Response(new Blob([body.slice()]).stream().pipeThrough(new DecompressionStream('gzip'))).text();
      }),
    );
    return JSON.stringify(dumps) + bodies.join('');
  };
  return { ...parts, make, start, allText };
}
let dev: ReturnType<typeof device>;
beforeEach(() => {
  dev = device();
});

const add = (db: TrackerDb, name: string) =>
  perform(
    db,
    {
      type: 'saveMembers',
      members: [memberDraftSchema.parse({ name })],
    },
    NOW,
  );
const names = async (db: TrackerDb) => (await listMembers(db)).map(({ name }) => name);

describe('switching through the guard', () => {
  it('leaves nothing readable, works on, is restored while locked, and opens again', async () => {
    const first = await dev.start();
    await add(first.db, NAME);
    await first.guard.snapshot('chosen');
    await add(first.db, `${NAME} hai`);
    first.db.close();
    expect(await dev.allText()).toContain(NAME);
    await first.guard.replace(sealDump(await dev.stores.dump(first.db.name), key, record), { forget: true });
    expect(await dev.allText()).not.toContain(NAME);
    expect(await dev.stores.list()).toEqual(['sotay-2']);

    const second = await dev.start(key);
    expect(second.checked.report).toBeNull();
    await add(second.db, `${NAME} ba`);
    expect(await names(second.db)).toHaveLength(3);
    second.db.close();
    expect(await dev.allText()).not.toContain(NAME);

    // Lost while locked: restored from sealed copies alone.
    await dev.stores.remove('sotay-2');
    const third = await dev.start();
    expect(third.checked.report).toMatchObject({ cause: 'missing', lost: 0 });
    third.db.close();
    const fourth = await dev.start(key);
    expect(await names(fourth.db)).toHaveLength(3);
    fourth.db.close();
    await fourth.guard.replace(unsealDump(await dev.stores.dump(fourth.db.name), key), { forget: true });
    const fifth = await dev.start();
    expect(await names(fifth.db)).toHaveLength(3);
    expect([...dev.snapshots.files.keys()]).toHaveLength(1);
    fifth.db.close();
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])(
    'cut after %i steps, stands whole and is finished at the next start',
    async (steps) => {
      const first = await dev.start();
      await add(first.db, NAME);
      await first.guard.snapshot('chosen');
      first.db.close();
      const dump = await dev.stores.dump(first.db.name);
      // Each step of the switch that changes something; after the last one allowed nothing more happens.
      let left = steps;
      const cut =
        <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
        (...args: Args): Promise<T> =>
          left-- > 0 ? work(...args) : Promise.reject(new Error('the browser died'));
      const dying = dev.make({
        stores: { ...dev.stores, build: cut(dev.stores.build), remove: cut(dev.stores.remove) },
        canary: { ...dev.canary, set: cut((value: unknown) => dev.canary.set(value)), get: () => dev.canary.get() },
        snapshots: { ...dev.snapshots, write: cut(dev.snapshots.write), remove: cut(dev.snapshots.remove) },
        log: { ...dev.log, remove: cut(dev.log.remove) },
      });
      left = 1_000;
      await dying.check({ deep: false });
      left = steps;
      await dying.replace(sealDump(dump, key, record), { forget: true }).catch(() => {});

      const state = await dev.make().check({ deep: true });
      const locked = (await dev.stores.readMeta(state.database, 'lock')) !== null;
      if (locked) expect(await dev.allText()).not.toContain(NAME);
      const again = await dev.start(locked ? key : null);
      expect(await names(again.db)).toEqual([NAME]);
      expect(again.checked.report).toBeNull();
      again.db.close();
    },
  );

  it('takes late word of a commit that the new store already holds for what it is', async () => {
    const first = await dev.start();
    let late: () => Promise<void> = () => Promise.resolve();
    first.db.afterCommit = (commit, counts) => {
      late = () => first.guard.committed(commit, counts);
      return Promise.resolve();
    };
    await add(first.db, NAME);
    first.db.close();
    await first.guard.replace(sealDump(await dev.stores.dump(first.db.name), key, record), { forget: true });
    await late();
    expect(await dev.allText()).not.toContain(NAME);
  });

  it('marks a dump', async () => {
    const first = await dev.start();
    const dump = await dev.stores.dump(first.db.name);
    const marked = withFloor(withFloor(dump, { seq: 1, database: 'sotay' }), { seq: 7, database: 'sotay-2' });
    expect(marked.tables['meta']?.rows.filter((row) => (row as { key: string }).key === 'floor')).toEqual([
      { key: 'floor', seq: 7, database: 'sotay-2' },
    ]);
    expect(() => withFloor({ ...dump, tables: {} }, { seq: 1, database: 'sotay' })).toThrow();
    first.db.close();
  });
});
