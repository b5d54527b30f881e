/** A locked store: every way Dexie is used gives the same as over an open one; without the key nothing is given at all. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { BrokenSealError, LockedError, createSealer, newDataKey, newKdf, wrapKey } from '../../../lib/lock';
import { exportEverything, openTracker, type TrackerDb } from '../../../lib/tracker';
import { WrongKeyError, whenAllowed } from '../../../lib/tracker/db';
import { createStoreAccess } from '../../../lib/tracker/raw-store';
import { removeForGood } from '../../../lib/tracker/remove-for-good';
import { isLockedDump, sealDump, unsealDump } from '../../../lib/tracker/seal-dump';
import { shapeFromStores } from '../../../lib/tracker/sealed-rows';
import { memberDraftSchema } from '../../../lib/model/actions';
import { saveDraft } from '../../../lib/tracker/write-drafts';
import { rewrapLock } from '../../../lib/tracker/write-lock';
import { giveConsent, saveSettings } from '../../../lib/tracker/write-preferences';
import { recordReadings } from '../../../lib/tracker/write-readings';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { handedIn } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');
let count = 0;
const key = newDataKey();
const lockOf = (dataKey: Uint8Array) => wrapKey(dataKey, newDataKey(), newKdf());
const lock = lockOf(key);

function lockedStore(name = `sealing-${++count}`): TrackerDb {
  const db = openTracker(name, { key });
  db.on('populate', (transaction) => void transaction.table('meta').add(lock));
  return db;
}
const openStore = () => openTracker(`sealing-${++count}`);
const stores = (db: TrackerDb) => createStoreAccess(db.name);

/** One use of Dexie on the table of captures and the journal, as lib/tracker makes it. */
const captures = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), note: fc.string(), count: fc.integer() });
const operation = fc.oneof(
  fc.record({ do: fc.constant('put' as const), row: captures }),
  fc.record({ do: fc.constant('bulkPut' as const), rows: fc.array(captures, { maxLength: 4 }) }),
  fc.record({ do: fc.constant('delete' as const), id: captures.map(({ id }) => id) }),
  fc.record({ do: fc.constant('modify' as const), row: captures }),
  fc.record({ do: fc.constant('update' as const), row: captures }),
  fc.record({ do: fc.constant('journal' as const), note: fc.string() }),
  fc.record({ do: fc.constant('sites' as const), name: fc.constantFrom('x', 'y', 'Nguyễn Văn An') }),
  fc.record({ do: fc.constant('drop' as const), name: fc.constantFrom('x', 'y') }),
  fc.record({ do: fc.constant('clear' as const) }),
);
type Operation = typeof operation extends fc.Arbitrary<infer T> ? T : never;

async function apply(db: TrackerDb, one: Operation): Promise<unknown> {
  // Plain rows suffice: sealing looks at keys alone.
  const table = db.captures as unknown as Dexie.Table<{ id: string; note: string; count: number }, string>;
  switch (one.do) {
    case 'put':
      return table.put(one.row);
    case 'bulkPut':
      return table.bulkPut(one.rows);
    case 'delete':
      return table.delete(one.id);
    case 'modify':
      return table.filter(({ note }) => note.length % 2 === 0).modify({ note: one.row.note });
    case 'update':
      return table.update(one.row.id, { count: one.row.count });
    case 'journal':
      return db.journal.add({ at: '', action: one.note, detail: {} });
    case 'sites':
      return db.confirmedSites.put({ key: one.name, at: '' });
    case 'drop':
      return db.confirmedSites.bulkDelete([one.name]);
    case 'clear':
      return table.clear();
  }
}

async function look(db: TrackerDb): Promise<unknown> {
  const seen: unknown[] = [];
  await db.captures.each((row) => seen.push(row));
  return {
    seen,
    all: await db.captures.toArray(),
    some: await db.captures.bulkGet(['a', 'c']),
    one: (await db.captures.get('b')) ?? null,
    keys: await db.captures.toCollection().primaryKeys(),
    between: await db.captures.where('id').between('b', 'c', true, true).reverse().toArray(),
    last: (await db.captures.orderBy('id').last()) ?? null,
    count: await db.captures.count(),
    journal: await db.journal.toArray(),
    sites: (await db.confirmedSites.toArray()).sort((a, b) => (a.key < b.key ? -1 : 1)),
    site: (await db.confirmedSites.get('Nguyễn Văn An')) ?? null,
  };
}

describe('a locked store', () => {
  it('answers every use of Dexie as an open one does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { maxLength: 12 }), async (operations) => {
        const [sealed, plain] = [lockedStore(), openStore()];
        for (const one of operations) expect(await apply(sealed, one)).toEqual(await apply(plain, one));
        expect(await look(sealed)).toEqual(await look(plain));
        for (const db of [sealed, plain]) await db.delete();
      }),
      { numRuns: 40 },
    );
  });

  it('holds nothing but keys outside its seals, and its copies hold the same', async () => {
    const db = lockedStore();
    await giveConsent(db, { item: 'ownPoints', text: 'Tôi đồng ý với điều này', language: 'vi' }, NOW);
    await recordReadings(db, [handedIn('me', '2026-10-01', 812_345_678, { name: 'Nguyễn Văn An' })], NOW);
    await db.confirmedSites.put({ key: 'so-tay.example.vn An', at: NOW.toISOString() });
    await saveDraft(db, { key: 'paste Chi bộ thôn', memberId: null, text: '"đang gõ dở"' }, NOW);
    const member = memberDraftSchema.parse({ name: 'Lê Mới' });
    await saveMembers(db, [member], NOW, { id: 'step-1', name: 'danh-sach.xlsx' });
    const dump = await stores(db).dump(db.name);
    const text = JSON.stringify(dump);
    const told = ['812345678', 'Nguyễn Văn An', 'Tôi đồng ý', 'so-tay.example.vn', 'recordReadings'];
    for (const word of [...told, 'đang gõ', 'Chi bộ thôn', 'Lê Mới', 'danh-sach']) expect(text).not.toContain(word);
    expect(Object.keys(dump.tables['pointPages']?.rows[0] ?? {})).toEqual(['subject', 'month', 'part', 'sealed']);
    expect(Object.keys(dump.tables['consents']?.rows[0] ?? {})).toEqual(['id', 'item', 'sealed']);
    expect(Object.keys(dump.tables['journal']?.rows[0] ?? {}).sort()).toEqual(['sealed', 'seq']);
  });

  it('refuses every question and every write without the key, also of empty tables', async () => {
    const db = lockedStore();
    await saveSettings(db, { hideNumbers: true }, NOW);
    db.close();
    const without = openTracker(db.name);
    const asked = [
      () => without.captures.toArray(),
      () => without.captures.count(),
      () => without.settings.get('settings'),
      () => without.journal.bulkGet([1]),
      () => without.journal.each(() => {}),
      () => without.settings.put({ key: 'settings', value: {} as never }),
      () => without.captures.clear(),
    ];
    for (const ask of asked) await expect(ask()).rejects.toThrow(LockedError);
    expect(await saveSettings(without, { hideNumbers: false }, NOW)).toMatchObject({ ok: false, code: 'locked' });
    expect(await without.meta.get('lock')).toEqual(lock);
    without.close();
    await expect(openTracker(db.name, { key: newDataKey() }).open()).rejects.toThrow(WrongKeyError);
    await expect(openTracker(openStore().name, { key }).open()).rejects.toThrow(WrongKeyError);
  });

  it('names a row that was moved, swapped or put there from outside, and never gives it', async () => {
    const db = lockedStore();
    await db.captures.bulkPut([{ id: 'a' } as never, { id: 'b' } as never]);
    db.close();
    const raw = new Dexie(db.name);
    await raw.open();
    const [a, b] = (await raw.table('captures').toArray()) as { id: string; sealed: string }[];
    await raw.table('captures').bulkPut([
      { ...a, sealed: b?.sealed },
      { id: 'c', note: 'đặt vào từ ngoài' },
    ]);
    raw.close();
    const again = openTracker(db.name, { key });
    await expect(again.captures.get('a')).rejects.toThrow(BrokenSealError);
    await expect(again.captures.get('c')).rejects.toThrow(BrokenSealError);
    await expect(again.captures.toArray()).rejects.toThrow(BrokenSealError);
    expect(await again.captures.get('b')).toEqual({ id: 'b' });
  });

  it('takes another passphrase for the same key only', async () => {
    const db = lockedStore();
    const next = lockOf(key);
    expect(await rewrapLock(db, next, NOW)).toMatchObject({ ok: true });
    expect(await db.meta.get('lock')).toEqual(next);
    expect(await rewrapLock(db, lockOf(newDataKey()), NOW)).toMatchObject({ ok: false, code: 'invalid' });
    expect(await db.meta.get('lock')).toEqual(next);
  });

  it('lets no write begin once another database takes its place, and waits for those under way', async () => {
    const db = lockedStore();
    const first = saveSettings(db, { hideNumbers: true }, NOW);
    const retired = db.retire();
    expect(await first).toMatchObject({ ok: true });
    await retired;
    expect(await saveSettings(db, { hideNumbers: false }, NOW)).toMatchObject({ ok: false, code: 'storage' });
  });
});

describe('switching', () => {
  it('seals a whole store and opens it again exactly', async () => {
    const db = openStore();
    await recordReadings(db, [handedIn('me', '2026-10-01', 5), handedIn('m1', '2026-10-02', 7)], NOW);
    await db.confirmedSites.put({ key: 'host tên', at: NOW.toISOString() });
    const before = await exportEverything(db, NOW);
    const dump = await stores(db).dump(db.name);
    db.close();
    const sealed = sealDump(dump, key, lock);
    expect([isLockedDump(dump), isLockedDump(sealed)]).toEqual([false, true]);
    expect(() => sealDump(sealed, key, lock)).toThrow('sealed row already');
    expect(() => unsealDump(sealed, newDataKey())).toThrow(BrokenSealError);
    expect(unsealDump(sealed, key)).toEqual(dump);
    const access = createStoreAccess('sealing-built');
    await access.build('sealing-built', sealed);
    const built = openTracker('sealing-built', { key });
    expect(await exportEverything(built, NOW)).toEqual(before);
    built.close();
    await removeForGood(indexedDB, 'sealing-built');
    expect((await indexedDB.databases()).filter(({ name }) => /built|blank/.test(name ?? ''))).toEqual([]);
  });

  it('knows what stays outside by Dexie’s own notation', () => {
    expect(shapeFromStores('pointPages', '[subject+month+part], month')).toMatchObject({
      keyPath: ['subject', 'month', 'part'],
      indexed: [],
    });
    expect(shapeFromStores('consents', 'id, item')).toMatchObject({
      keyPath: ['id'],
      indexed: ['item'],
      concealed: false,
    });
    expect(shapeFromStores('journal', '++seq')).toMatchObject({ keyPath: ['seq'], autoIncrement: true });
    expect(createSealer(key).check()).toBe(lock.check);
  });
});

describe('an older locked store', () => {
  const upgradeTo = async (name: string, touches: readonly string[] | undefined, withKey: boolean) => {
    const db = new Dexie(name);
    db.version(1).stores({ meta: 'key', captures: 'id' });
    await db.open();
    await db.table('meta').put(lock);
    db.close();
    const next = new Dexie(name);
    next.version(1).stores({ meta: 'key', captures: 'id' });
    let ran = false;
    next
      .version(2)
      .stores({ meta: 'key', captures: 'id' })
      .upgrade(async (transaction) =>
        whenAllowed(transaction, { touches }, withKey ? key : null, async () => {
          ran = true;
        }),
      );
    const opened = await next.open().then(
      () => true,
      () => false,
    );
    const version = (await indexedDB.databases()).find((one) => one.name === name)?.version;
    next.close();
    return { opened, ran, version };
  };

  it('is brought to its new shape without the key only by what touches nothing sealed', async () => {
    expect(await upgradeTo('older-1', ['meta'], false)).toEqual({ opened: true, ran: true, version: 20 });
    expect(await upgradeTo('older-2', ['meta', 'captures'], false)).toEqual({ opened: false, ran: false, version: 10 });
    expect(await upgradeTo('older-3', undefined, false)).toEqual({ opened: false, ran: false, version: 10 });
    expect(await upgradeTo('older-4', ['captures'], true)).toEqual({ opened: true, ran: true, version: 20 });
  });
});
