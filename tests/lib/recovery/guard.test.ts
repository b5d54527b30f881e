/** The guard over a real Dexie store: every loss is noticed, named and undone; nothing is deleted to repair. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { createGuard, type Guard } from '../../../lib/recovery';
import { compareDumps, isSame } from '../../../lib/recovery/replay';
import { loadBestCopy } from '../../../lib/recovery/best-copy';
import { listMembers, openTracker, schemaVersion, type TrackerDb } from '../../../lib/tracker';
import { createStoreAccess } from '../../../lib/tracker/raw-store';
import { perform } from '../../../lib/tracker/perform';
import { write } from '../../../lib/tracker/write';
import type { Commit } from '../../../lib/model/store-dump';
import { type CheckedAction, memberDraftSchema } from '../../../lib/model/actions';
import { memoryFolder, memoryValue } from './memory';

const NOW = new Date('2026-11-20T05:00:00Z');

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
  const open: { db: TrackerDb; guard: Guard }[] = [];
  /** The program as it starts: check, open, listen. */
  const forgets = (commit: Commit) => commit.changes.some(({ table }) => table === 'deletions');
  const start = async (deep = true) => {
    const guard = createGuard({
      ...parts,
      forgets,
      schemaVersion,
      now: () => new Date((clock += 1_000)),
      quietMs: 3_600_000,
    });
    const checked = await guard.check({ deep });
    const db = openTracker(checked.database);
    await db.open();
    await guard.opened();
    db.afterCommit = guard.committed;
    const running = { db, guard, checked };
    open.push(running);
    return running;
  };
  /** The browser dies: nothing more is written. */
  const die = () => open.splice(0).forEach(({ db }) => db.close());
  return { ...parts, start, die };
}
let dev: ReturnType<typeof device>;
beforeEach(() => {
  dev = device();
});

const add = (db: TrackerDb, ...names: string[]) =>
  perform(
    db,
    {
      type: 'saveMembers',
      members: names.map((name) => memberDraftSchema.parse({ name, unit: 'Chi bộ 1' })),
    },
    NOW,
  );
const namesIn = async (db: TrackerDb) => (await listMembers(db)).map(({ name }) => name).sort();

/** Changes the rows of a database behind everybody's back. */
async function tamper(name: string, work: (stores: (table: string) => IDBObjectStore) => void) {
  const db = new Dexie(name);
  await db.open();
  const native = db.backendDB();
  const transaction = native.transaction([...native.objectStoreNames], 'readwrite');
  work((table) => transaction.objectStore(table));
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  db.close();
}

describe('guard', () => {
  it('has nothing to say on a first start and on ordinary ones', async () => {
    const first = await dev.start();
    expect(first.checked).toEqual({ database: 'sotay', readOnly: false, report: null });
    await add(first.db, 'An', 'Bình');
    dev.die();
    const second = await dev.start();
    expect(second.checked).toEqual({ database: 'sotay', readOnly: false, report: null });
    expect(await namesIn(second.db)).toEqual(['An', 'Bình']);
    expect(await second.guard.status()).toMatchObject({ database: 'sotay', problem: null });
  });

  it.each<[string, string, () => Promise<void>]>([
    ['the whole database is gone', 'missing', async () => void (await Dexie.delete('sotay'))],
    [
      'an empty one stands in its place',
      'empty',
      async () => {
        await Dexie.delete('sotay');
        const empty = openTracker('sotay');
        await empty.open();
        empty.close();
      },
    ],
    ['a row is missing', 'short', () => tamper('sotay', (table) => void table('members').clear())],
    [
      'an older state stands in its place',
      'behind',
      () =>
        tamper('sotay', (table) => {
          table('meta').put({ key: 'seq', seq: 1, at: NOW.toISOString() });
          table('members').clear();
        }),
    ],
    [
      'a row was changed',
      'damaged',
      () =>
        tamper('sotay', (table) => {
          const request = table('members').getAll();
          request.onsuccess = () => table('members').put({ ...request.result[0], name: 'Ai đó' });
        }),
    ],
  ])('when %s it says so and restores all that was acknowledged', async (_what, cause, damage) => {
    const first = await dev.start();
    await add(first.db, 'An');
    await first.guard.snapshot('burst');
    await add(first.db, 'Bình');
    await add(first.db, 'Chi');
    dev.die();
    await damage();
    const second = await dev.start();
    expect(second.checked.database).toBe('sotay-2');
    expect(second.checked.report).toMatchObject({ cause, lost: 0, counts: { members: 3 }, seen: false });
    expect(await namesIn(second.db)).toEqual(['An', 'Bình', 'Chi']);
    // It goes on as before: written, protected, numbered on.
    await add(second.db, 'Dung');
    await second.guard.acknowledge();
    dev.die();
    await Dexie.delete('sotay-2');
    const third = await dev.start();
    expect(third.checked).toMatchObject({ database: 'sotay-3', report: { cause: 'missing', lost: 0 } });
    expect(await namesIn(third.db)).toEqual(['An', 'Bình', 'Chi', 'Dung']);
  });

  it('leaves the damaged database and a copy of what was found in it', async () => {
    const first = await dev.start();
    await add(first.db, 'An', 'Bình');
    dev.die();
    await tamper('sotay', (table) => {
      const request = table('members').getAllKeys();
      request.onsuccess = () => table('members').delete(request.result[0] ?? '');
    });
    const second = await dev.start();
    const { kept } = second.checked.report ?? {};
    expect(kept).toMatch(/-found\.gz$/);
    expect((await second.guard.readSnapshot(kept ?? '')).tables['members']?.rows).toHaveLength(1);
    expect(await dev.stores.list()).toEqual(['sotay', 'sotay-2']);
  });

  it('passes over damaged snapshots and loses nothing, since the log reaches further back', async () => {
    const first = await dev.start();
    for (const name of ['An', 'Bình', 'Chi']) {
      await add(first.db, name);
      await first.guard.snapshot('burst');
    }
    await add(first.db, 'Dung');
    dev.die();
    const newest = (await dev.snapshots.list()).at(-1) ?? '';
    const bytes = await dev.snapshots.read(newest);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 255;
    await dev.snapshots.write(newest, bytes);
    await Dexie.delete('sotay');
    const second = await dev.start();
    expect(second.checked.report).toMatchObject({ cause: 'missing', lost: 0 });
    expect(await namesIn(second.db)).toEqual(['An', 'Bình', 'Chi', 'Dung']);
  });

  it('says how many changes could not be restored', async () => {
    const first = await dev.start();
    await add(first.db, 'An');
    await first.guard.snapshot('burst');
    await add(first.db, 'Bình');
    await add(first.db, 'Chi');
    dev.die();
    const [, second] = (await dev.log.list()).slice(-2);
    await dev.log.remove(second ?? '');
    await Dexie.delete('sotay');
    const restarted = await dev.start();
    expect(restarted.checked.report).toMatchObject({ cause: 'missing', lost: 1 });
    expect(await namesIn(restarted.db)).toEqual(['An', 'Bình']);
  });

  it('takes a commit that was stored but not acknowledged', async () => {
    const first = await dev.start();
    await add(first.db, 'An');
    first.db.afterCommit = () => Promise.resolve();
    await add(first.db, 'Bình');
    dev.die();
    const second = await dev.start();
    expect(second.checked.report).toBeNull();
    expect(await namesIn(second.db)).toEqual(['An', 'Bình']);
    await second.guard.snapshot('burst');
    dev.die();
    await Dexie.delete('sotay');
    const third = await dev.start();
    expect(await namesIn(third.db)).toEqual(['An', 'Bình']);
  });

  it('restores from the copies when canary and database are both gone', async () => {
    const first = await dev.start();
    await add(first.db, 'An');
    await first.guard.snapshot('burst');
    await add(first.db, 'Bình');
    dev.die();
    await Dexie.delete('sotay');
    dev.canary.value = undefined;
    const second = await dev.start();
    expect(second.checked.report).toMatchObject({ cause: 'missing', lost: 0 });
    expect(await namesIn(second.db)).toEqual(['An', 'Bình']);
  });

  it('goes on with the store when canary and copies are gone, and copies it anew', async () => {
    const first = await dev.start();
    await add(first.db, 'An');
    dev.die();
    dev.canary.value = undefined;
    dev.log.files.clear();
    dev.snapshots.files.clear();
    const second = await dev.start();
    expect(second.checked).toMatchObject({ database: 'sotay', report: null });
    expect(await namesIn(second.db)).toEqual(['An']);
    expect((await second.guard.listSnapshots()).map(({ counts }) => counts['members'])).toEqual([1]);
  });

  it('never copies a store that is short', async () => {
    const first = await dev.start();
    await add(first.db, 'An', 'Bình');
    await tamper('sotay', (table) => void table('members').clear());
    await expect(first.guard.snapshot('burst')).rejects.toThrow('short');
  });

  it('tells that copies cannot be written, while the store goes on', async () => {
    const first = await dev.start();
    dev.log.full = true;
    dev.snapshots.full = true;
    expect(await add(first.db, 'An')).toMatchObject({ ok: true });
    expect((await first.guard.status()).problem).toContain('QuotaExceededError');
    dev.log.full = false;
    dev.snapshots.full = false;
    await first.guard.snapshot('burst');
    expect((await first.guard.status()).problem).toBeNull();
  });

  it('goes back to a snapshot on request, and forward again', async () => {
    const first = await dev.start();
    await add(first.db, 'An');
    const one = await first.guard.snapshot('chosen');
    await add(first.db, 'Bình');
    const back = await first.guard.restore(one);
    const old = openTracker(back);
    expect(await namesIn(old)).toEqual(['An']);
    old.close();
    const before = (await first.guard.listSnapshots()).find(({ reason }) => reason === 'beforeRestore');
    const forward = openTracker(await first.guard.restore(before?.name ?? ''));
    expect(await namesIn(forward)).toEqual(['An', 'Bình']);
    forward.close();
    dev.die();
    const again = await dev.start();
    expect(again.checked.report).toBeNull();
    expect(await namesIn(again.db)).toEqual(['An', 'Bình']);
  });

  it('starts empty on request and keeps every copy', async () => {
    const first = await dev.start();
    await add(first.db, 'An');
    const empty = openTracker(await first.guard.startEmpty());
    expect(await namesIn(empty)).toEqual([]);
    empty.close();
    expect((await first.guard.listSnapshots()).some(({ counts }) => counts['members'] === 1)).toBe(true);
    dev.die();
    expect((await dev.start()).checked.report).toBeNull();
  });

  it('erases every copy and database', async () => {
    const first = await dev.start();
    await add(first.db, 'An');
    await first.guard.snapshot('burst');
    first.db.close();
    await first.guard.erase();
    expect([dev.snapshots.files.size, dev.log.files.size, dev.canary.value, dev.report.value]).toEqual([
      0,
      0,
      undefined,
      undefined,
    ]);
    expect(await dev.stores.list()).toEqual([]);
    const second = await dev.start();
    expect(second.checked).toEqual({ database: 'sotay', readOnly: false, report: null });
  });

  it('forgets older copies when something was erased', async () => {
    const first = await dev.start();
    await add(first.db, 'An');
    await first.guard.snapshot('burst');
    const [member] = await listMembers(first.db);
    await first.db.members.delete(member?.id ?? '');
    await add(first.db, 'Bình');
    await first.guard.forget();
    const texts = await Promise.all(
      (await first.guard.listSnapshots()).map(async ({ name }) => JSON.stringify(await first.guard.readSnapshot(name))),
    );
    expect(texts).toHaveLength(1);
    expect(texts.join()).not.toContain('"An"');
    expect(dev.log.files.size).toBe(0);
  });

  it('forgets by itself after a commit that erased for good, at the latest on the next start', async () => {
    const first = await dev.start();
    await add(first.db, 'An');
    await first.guard.snapshot('burst');
    const line = { at: NOW.toISOString(), cause: 'request' as const, what: 'members' as const, count: 1, upTo: null };
    const erase = (db: TrackerDb, name: string) =>
      write(db, { tables: [db.members, db.deletions], now: NOW, journal: null }, async () => {
        await db.members.filter((member) => member.name === name).delete();
        await db.deletions.add({ ...line });
        return null;
      });
    await erase(first.db, 'An');
    const everything = async (guard: Guard) =>
      (
        await Promise.all(
          (await guard.listSnapshots()).map(async ({ name }) => JSON.stringify(await guard.readSnapshot(name))),
        )
      ).join() + [...dev.log.files.keys()].join();
    expect(await everything(first.guard)).not.toContain('"An"');
    await add(first.db, 'Bình');
    await first.guard.snapshot('burst');
    dev.snapshots.full = true;
    await erase(first.db, 'Bình');
    expect((await first.guard.status()).problem).not.toBeNull();
    dev.die();
    dev.snapshots.full = false;
    const second = await dev.start();
    expect(await everything(second.guard)).not.toContain('"Bình"');
  });

  it('reads a newer store and writes nothing of its own', async () => {
    const newer = new Dexie('sotay');
    newer.version(99).stores({ meta: 'key', members: 'id' });
    await newer.table('meta').put({ key: 'schema', schemaVersion: 99, minWriter: 99 });
    newer.close();
    const guard = createGuard({ ...dev, schemaVersion, now: () => NOW, quietMs: 3_600_000 });
    expect(await guard.check({ deep: true })).toEqual({ database: 'sotay', readOnly: true, report: null });
    expect([dev.snapshots.files.size, dev.canary.value]).toEqual([0, undefined]);
  });

  it('copies a store of an older shape before it is opened, and after', async () => {
    const old = new Dexie('sotay');
    old.version(1).stores({
      pointPages: '[subject+month+part], month',
      subjects: 'subject',
      members: 'id, unit',
      captures: 'id',
      consents: 'id, item',
      settings: 'key',
      pending: 'key',
      confirmedSites: 'key',
      journal: '++seq',
      meta: 'key',
    });
    await old.table('meta').put({ key: 'schema', schemaVersion: 1, minWriter: 1 });
    await old.table('members').put({ id: 'a', name: 'An', otherNames: [], unit: null, removedAt: null, isSelf: false });
    old.close();
    const { db, guard } = await dev.start();
    const kinds = (await guard.listSnapshots()).map(({ reason, schemaVersion: shape }) => [reason, shape]);
    expect(kinds).toContainEqual(['beforeUpgrade', 1]);
    expect(kinds).toContainEqual(['start', schemaVersion]);
    expect(await namesIn(db)).toEqual(['An']);
    dev.die();
    // Even the copy of the older shape brings the data back.
    const before = (await dev.snapshots.list()).find((name) => name.includes('beforeUpgrade')) ?? '';
    for (const name of await dev.snapshots.list()) if (name !== before) await dev.snapshots.remove(name);
    await Dexie.delete('sotay');
    const again = await dev.start();
    expect(again.checked.report).toMatchObject({ cause: 'missing' });
    expect(await namesIn(again.db)).toEqual(['An']);
  });

  it('holds in its copies exactly what the store holds, whatever was done', async () => {
    const name = fc.constantFrom('An', 'Bình', 'Chi', 'Dung');
    const step = fc.oneof(
      fc.record({ type: fc.constant('add' as const), name }),
      fc.record({ type: fc.constant('remove' as const), name }),
      fc.record({
        type: fc.constant('points' as const),
        name,
        day: fc.integer({ min: 1, max: 19 }),
        total: fc.nat(999),
      }),
      fc.record({ type: fc.constant('correct' as const), name, total: fc.nat(999) }),
      fc.record({ type: fc.constant('snapshot' as const) }),
      fc.record({ type: fc.constant('settings' as const), on: fc.boolean() }),
      fc.record({ type: fc.constant('erase' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        dev = device();
        const { db, guard } = await dev.start();
        for (const one of steps) {
          const act = (action: CheckedAction) => perform(db, action, NOW);
          const member = 'name' in one ? (await listMembers(db)).find((found) => found.name === one.name) : undefined;
          if (one.type === 'add') await add(db, one.name);
          else if (one.type === 'snapshot') await guard.snapshot('burst');
          else if (one.type === 'settings') await act({ type: 'saveSettings', patch: { largeText: one.on } });
          else if (one.type === 'erase') await act({ type: 'eraseEverything' });
          else if (member === undefined) continue;
          else if (one.type === 'remove') await act({ type: 'removeMember', id: member.id });
          else if (one.type === 'points') {
            const day = `2026-11-${String(one.day).padStart(2, '0')}`;
            await act({
              type: 'recordReadings',
              readings: [
                {
                  subject: member.id,
                  day,
                  at: null,
                  total: one.total,
                  source: 'manual',
                  origin: '',
                  raw: '',
                  where: '',
                  site: null,
                  siteVersion: null,
                  host: null,
                  name: null,
                  role: null,
                  unit: null,
                },
              ],
            });
          } else {
            const latest = (await db.subjects.get(member.id))?.latest;
            if (!latest) continue;
            const { subject, id, day } = latest;
            await act({ type: 'correctReading', subject, id, total: one.total, day, reason: 'sửa' });
          }
        }
        await guard.settled();
        const best = await loadBestCopy(dev.snapshots, dev.log);
        const found = await dev.stores.dump('sotay');
        if (best === null) expect(found.seq).toBe(0);
        else {
          expect(best.dump.seq).toBe(found.seq);
          expect(isSame(compareDumps(best.dump, found)), JSON.stringify(compareDumps(best.dump, found))).toBe(true);
        }
        dev.die();
      }),
      { numRuns: 60 },
    );
  });
});
