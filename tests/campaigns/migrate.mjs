/** Every released shape of the store is brought to today's in the real extension, with kills inside; older code on newer data only reads. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ID, ROOT, chance, createDevice } from './device.mjs';
import { differences, member, reading } from './writing.mjs';

const FOLDER = join(ROOT, 'tests/fixtures/db');
/** Tables that hold what people know; the others say something of the store itself. */
const SAME = ['members', 'captures', 'consents', 'settings', 'confirmedSites', 'pending'];

/** Runs in one of our own pages while the background sleeps: an old store takes the place of everything there is. */
async function layInPage({ version, stores, tables }) {
  for (const { name } of await indexedDB.databases())
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });
  for (const name of await navigator.storageBuckets.keys()) await navigator.storageBuckets.delete(name);
  const root = await navigator.storage.getDirectory();
  await root.removeEntry('sotay', { recursive: true }).catch(() => {});
  await globalThis.chrome.storage.local.clear();
  await new Promise((resolve, reject) => {
    const request = indexedDB.open('sotay', version * 10);
    request.onupgradeneeded = () => {
      for (const [table, text] of Object.entries(stores)) {
        const [first, ...rest] = text.split(',').map((part) => part.trim());
        const path = first.replace('++', '');
        const keyPath = path.startsWith('[') ? path.slice(1, -1).split('+') : path;
        const store = request.result.createObjectStore(table, { keyPath, autoIncrement: first.startsWith('++') });
        for (const index of rest) store.createIndex(index, index);
      }
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      const transaction = db.transaction([...db.objectStoreNames], 'readwrite', { durability: 'strict' });
      for (const [table, rows] of Object.entries(tables))
        for (const row of rows) transaction.objectStore(table).put(row);
      transaction.oncomplete = () => {
        db.close();
        resolve();
      };
      transaction.onabort = () => reject(transaction.error);
    };
  });
}

async function lay(browser, dump) {
  // A page that asks the background once and then lets it sleep; the popup would wake it again.
  await browser.page.goto(`chrome-extension://${ID}/rescue.html`);
  for (const page of browser.context.pages()) if (page !== browser.page) await page.close();
  await browser.store();
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (let tried = 0; tried < 5; tried++) {
    await browser.killWorker();
    await browser.page.evaluate(layInPage, dump);
    if (!(await browser.isAwake())) return;
  }
  throw new Error('the background does not stay asleep');
}

/** The same store with many more members, so that bringing it over takes a while. */
function enlarged(dump, count) {
  const [one] = dump.tables.members;
  const more = Array.from({ length: count }, (_, n) => ({
    ...one,
    id: `more-${n}`,
    name: `Thêm ${n}`,
    unit: `${n % 9}`,
  }));
  return { ...dump, tables: { ...dump.tables, members: [...dump.tables.members, ...more] } };
}

/** What is not as the dump says, one line each. */
function wrongIn(dump, rows, extra = 0) {
  const same = Object.fromEntries(SAME.filter((name) => dump.tables[name]).map((name) => [name, dump.tables[name]]));
  const wrong = differences(same, rows);
  const totals = new Map();
  for (const page of rows.pointPages)
    for (const row of JSON.parse(page.rows)) totals.set(page.subject, [...(totals.get(page.subject) ?? []), row[4]]);
  for (const [subject, wanted] of Object.entries(dump.expect.totals))
    if (JSON.stringify(totals.get(subject)) !== JSON.stringify(wanted)) wrong.push(`totals of ${subject}`);
  const stored = rows.subjects.reduce((sum, one) => sum + one.stored, 0);
  if (stored !== dump.expect.counts.readings + extra) wrong.push(`${stored} readings`);
  return wrong;
}

export default async function migrate({ runs = 100, short = false, backend = 'leveldb', seed = 53, say }) {
  const count = short ? 1 : runs;
  const dice = chance(seed);
  const names = readdirSync(FOLDER)
    .filter((name) => /^v\d+\.json$/.test(name))
    .sort();
  const dumps = names.map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')));
  const newest = dumps.at(-1);
  const seen = {
    moved: 0,
    equal: 0,
    kills: 0,
    between: 0,
    written: 0,
    refused: 0,
    back: 0,
    blocked: 0,
    told: 0,
    version: '',
  };
  const wrong = (what, list) => {
    if (list.length > 0) say(`${what}: ${list.join('; ')}`);
    return list.length === 0;
  };

  for (const dump of dumps) {
    for (let run = 0; run < count; run++) {
      const device = createDevice(backend);
      const old = enlarged(dump, short ? 300 : 3_000);
      const first = await device.start();
      seen.version = first.version();
      await lay(first, old);
      await first.close();
      const kills = short ? 1 : 1 + dice.below(3);
      for (let kill = 0; kill < kills; kill++) {
        await device.startAndKill(dice.below(700));
        seen.kills++;
      }
      const browser = await device.start();
      const { database, report, readOnly } = await browser.store();
      const rows = await browser.rows(database);
      const schema = rows.meta.find(({ key }) => key === 'schema');
      const reply = await browser.act({ type: 'saveMembers', members: [member('Sau nâng cấp')] });
      const fine = wrong(`v${dump.version} run ${run}`, [
        ...wrongIn(old, rows),
        ...(schema?.schemaVersion === newest.version ? [] : [`shape ${schema?.schemaVersion}`]),
        ...(report === null || report.lost === 0 ? [] : [`reported ${report.lost} lost`]),
        ...(readOnly || !reply.ok ? ['cannot be written'] : []),
      ]);
      const copies = await browser.page.evaluate(async () => {
        const own = await (await navigator.storage.getDirectory()).getDirectoryHandle('sotay');
        const found = [];
        for await (const name of (await own.getDirectoryHandle('snapshots')).keys()) found.push(name);
        return found;
      });
      // A copy from before the upgrade is there although the upgrade was only done now: the kill fell in between.
      if (copies.filter((name) => name.includes('beforeUpgrade')).length > 1) seen.between++;
      if (dump.version < newest.version && !copies.some((name) => name.includes('beforeUpgrade')))
        wrong(`v${dump.version} run ${run}`, ['no copy from before the upgrade']);
      seen.moved++;
      if (fine) seen.equal++;
      await browser.close();
      device.remove();
      if ((run + 1) % 10 === 0) say(`v${dump.version}: ${run + 1} upgrades, ${seen.equal} equal`);
    }
  }

  // Older program on newer data: a store of a version that does not exist yet.
  const device = createDevice(backend);
  const tomorrow = {
    ...newest,
    version: 99,
    // One table more, and one index less than today's.
    stores: { ...newest.stores, consents: 'id', future: 'id' },
    tables: {
      ...newest.tables,
      future: [{ id: 'x', value: 1 }],
      meta: [
        { key: 'schema', schemaVersion: 99, minWriter: 99 },
        { key: 'seq', seq: 7, at: '2026-10-06T03:00:00.000Z' },
      ],
    },
  };
  let browser = await device.start();
  await lay(browser, tomorrow);
  await browser.close();
  browser = await device.start();
  const before = await browser.rows('sotay');
  const state = await browser.store();
  const tries = [
    { type: 'saveMembers', members: [member('X')] },
    { type: 'recordReadings', readings: [reading('me', '2026-11-01', 9)] },
    { type: 'saveSettings', patch: { largeText: true } },
    { type: 'giveConsent', item: 'cellLists', text: 'x', language: 'vi' },
    { type: 'withdrawConsent', item: 'ownPoints' },
    { type: 'eraseEverything' },
  ];
  for (const action of tries) if ((await browser.act(action)).code === 'readOnly') seen.refused++;
  const dashboard = await browser.context.newPage();
  await dashboard.goto(`chrome-extension://${ID}/dashboard.html#/data`);
  const shown = await dashboard
    .getByText('Đang chỉ xem')
    .waitFor({ timeout: 10_000 })
    .then(
      () => true,
      () => false,
    );
  const after = await browser.rows('sotay');
  const [{ version: shape }] = await browser.page.evaluate(() => indexedDB.databases());
  if (JSON.stringify(before) === JSON.stringify(after) && shape === 990 && state.readOnly && shown) seen.back++;
  else say(`newer store: ${JSON.stringify({ readOnly: state.readOnly, shown, same: differences(before, after) })}`);
  await browser.close();

  // Upgrade with a window of the older program open that lets go when asked, and with one that does not.
  device.remove();
  for (const lets of [true, false]) {
    const desk = createDevice(backend);
    browser = await desk.start();
    await lay(browser, dumps[0]);
    await browser.page.evaluate(
      (obeys) =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('sotay');
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            globalThis.held = request.result;
            if (obeys) request.result.onversionchange = () => request.result.close();
            resolve();
          };
        }),
      lets,
    );
    const began = performance.now();
    const { problem } = await browser.store();
    seen.told = Math.max(seen.told, performance.now() - began);
    await browser.page.evaluate(() => globalThis.held.close());
    let last = await browser.store();
    for (let tried = 0; last.problem !== null && tried < 40; tried++) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      last = await browser.store();
    }
    const rows = await browser.rows(last.database);
    const reply = await browser.act({ type: 'saveMembers', members: [member('X')] });
    const fits = lets ? problem === null : problem !== null;
    const fine = wrong(`open window that ${lets ? 'lets go' : 'holds on'}`, [
      ...wrongIn(dumps[0], rows),
      ...(fits ? [] : [`problem told: ${problem}`]),
      ...(reply.ok ? [] : [`cannot be written: ${reply.detail}`]),
    ]);
    if (fine) seen.blocked++;
    await browser.close();
    desk.remove();
  }

  const upgrades = count * dumps.length;
  return {
    version: seen.version,
    rows: [
      {
        label: `upgrades (${backend}, from ${names.length} shapes)`,
        value: seen.moved,
        bar: `${upgrades}`,
        ok: seen.moved === upgrades,
      },
      {
        label: 'kills at the start',
        value: `${seen.kills}, between copy and upgrade ${seen.between}`,
        bar: '-',
        ok: true,
      },
      { label: 'logically equal', value: seen.equal, bar: `${upgrades}`, ok: seen.equal === upgrades },
      {
        label: 'writes refused on a newer store',
        value: seen.refused,
        bar: `${tries.length}`,
        ok: seen.refused === tries.length,
      },
      { label: 'newer store untouched and told', value: seen.back, bar: '1', ok: seen.back === 1 },
      { label: 'upgrades with an open window', value: seen.blocked, bar: '2', ok: seen.blocked === 2 },
      {
        label: 'slowest answer with an open window, ms',
        value: Math.round(seen.told),
        bar: '< 5000',
        ok: short || seen.told < 5_000,
      },
    ],
  };
}
