/** Looks for 50 known texts in every file of a profile whose store is locked; and kills the browser while the lock is switched. */
import { randomBytes } from 'node:crypto';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { chance, createDevice } from './device.mjs';
import { searchFiles } from './search-files.mjs';
import { reading } from './writing.mjs';

const LETTERS = 'bcdghkmnpqrtvxyăâđêôơưấậắếềộốớứự';
const CONSENT = { item: 'cellLists', language: 'vi' };

/** A lock as the unlock page makes it; the passphrase's own key plays no part here. */
function newLock() {
  const key = randomBytes(32);
  const check = Buffer.from(hmac(sha256, key, new TextEncoder().encode('sotay check')).subarray(0, 16));
  const kdf = { name: 'scrypt', logN: 17, r: 8, p: 1, salt: randomBytes(16).toString('base64') };
  const wrapped = randomBytes(72).toString('base64');
  return {
    key: key.toString('base64'),
    record: { key: 'lock', version: 1, kdf, wrapped, check: check.toString('base64') },
  };
}

/** Texts nobody else writes, in words, plain letters and digits. */
function newSecrets(dice) {
  const word = (letters, length) => Array.from({ length }, () => letters[dice.below(letters.length)]).join('');
  const known = [];
  const keep = (text) => {
    known.push(text);
    return text;
  };
  return {
    known,
    word: () => keep(word(LETTERS, 14)),
    plain: () => keep(word('bcdfghjkmnpqrtvwxz', 16)),
    total: () => Number(keep(`8${word('0123456789', 8)}`)),
  };
}

const must = (reply) => {
  if (!reply.ok) throw new Error(`refused: ${reply.code} ${reply.detail}`);
  return reply.value;
};

/** Into every table, by the program's own ways where there are any. */
async function fill(browser, { word, plain, total }) {
  must(await browser.act({ type: 'giveConsent', ...CONSENT, text: word() }));
  const person = () => ({
    name: word(),
    otherNames: [word()],
    code: plain(),
    unit: word(),
    role: word(),
    reason: word(),
  });
  const { ids } = must(await browser.act({ type: 'saveMembers', members: [person(), person()] }));
  const rich = (subject, day) => ({
    ...reading(subject, day, total()),
    origin: plain(),
    raw: word(),
    where: word(),
    host: `${plain()}.example.vn`,
    name: word(),
    role: word(),
    unit: word(),
  });
  must(await browser.act({ type: 'recordReadings', readings: [rich(ids[0], '2026-10-01'), rich('me', '2026-10-02')] }));
  const { readings } = { readings: await browser.rows((await browser.store()).database) };
  const [row] = JSON.parse(readings.pointPages.find(({ subject }) => subject === 'me').rows);
  const correction = { subject: 'me', id: row[0], total: total(), day: '2026-10-02', reason: word() };
  must(await browser.act({ type: 'correctReading', ...correction }));
  const party = { superior: word(), cell: word(), place: word(), secretaryName: word() };
  must(await browser.act({ type: 'saveSettings', patch: { party, subjectName: word(), unitName: word() } }));
  // Tables that only a page's reading or other features fill: put there beneath the program.
  const { database } = await browser.store();
  await browser.page.evaluate(
    ([name, rows]) =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => {
          const db = request.result;
          const transaction = db.transaction(Object.keys(rows), 'readwrite');
          for (const [table, list] of Object.entries(rows))
            for (const row of list) transaction.objectStore(table).put(row);
          transaction.oncomplete = () => {
            db.close();
            resolve();
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    [
      database,
      {
        captures: [
          { id: 'c1', headers: [word()], rows: [{ key: word(), cells: { total: { raw: String(total()) } } }] },
        ],
        pending: [{ key: 'me', pending: { name: word(), host: plain() } }],
        confirmedSites: [{ key: `${plain()} ${word()}`, at: '2026-10-01T00:00:00.000Z' }],
        memberConsents: [{ id: 'm1', name: word(), text: word() }],
        requests: [{ id: 'q1', note: word() }],
        deletions: [{ seq: 1, what: word() }],
        backups: [{ key: 'b1', fileName: plain() }],
        journal: [{ seq: 999, at: '', action: plain(), detail: {} }],
      },
    ],
  );
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 2_500));

async function search(lock, backend, dice) {
  const device = createDevice(backend);
  const secrets = newSecrets(dice);
  const results = {};
  const look = (name) => {
    const { found, files, bytesRead } = searchFiles(device.profile, secrets.known);
    results[name] = { hits: found.size, of: secrets.known.length, files, bytesRead, where: [...found].slice(0, 3) };
  };
  let browser = await device.start();
  await browser.store();
  results.version = browser.version();
  await fill(browser, secrets);
  must(await browser.send({ type: 'takeSnapshot' }));
  await settle();
  if (lock) must(await browser.send({ type: 'switchLock', to: lock }));
  const more = async () => {
    const members = Array.from({ length: 5 }, () => ({ name: secrets.word(), unit: secrets.word() }));
    const { ids } = must(await browser.act({ type: 'saveMembers', members }));
    must(await browser.act({ type: 'recordReadings', readings: [reading(ids[0], '2026-11-03', secrets.total())] }));
  };
  await more();
  await settle();
  if (lock) must(await browser.send({ type: 'lockNow' }));
  await browser.close();
  look('closed');
  browser = await device.start();
  await browser.store();
  if (lock) must(await browser.send({ type: 'unlock', key: lock.key }));
  await more();
  await browser.kill();
  look('killed');
  device.remove();
  return results;
}

/** Kills in the middle of switching; afterwards the old or the new state stands whole, and locked means nothing readable. */
async function switchKilled(run, backend, dice, seen, say) {
  const device = createDevice(backend);
  const secrets = newSecrets(dice);
  const on = run % 2 === 0;
  const lock = newLock();
  let browser = await device.start();
  await browser.store();
  const members = Array.from({ length: 300 }, () => ({ name: secrets.word(), unit: secrets.plain() }));
  must(await browser.act({ type: 'saveMembers', members }));
  await settle();
  if (!on) must(await browser.send({ type: 'switchLock', to: lock }));
  browser.send({ type: 'switchLock', to: on ? lock : null }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, dice.below(900)));
  await browser.kill();

  browser = await device.start();
  let store = await browser.store();
  const state = store.lock;
  seen.states[state] = (seen.states[state] ?? 0) + 1;
  seen.problems += store.problem === null ? 0 : 1;
  await browser.close();
  if (state !== 'off') {
    const { found } = searchFiles(device.profile, secrets.known);
    seen.hits += found.size;
    if (found.size > 0) say(`switch ${run} (${on ? 'on' : 'off'}): ${JSON.stringify([...found].slice(0, 3))}`);
  }
  browser = await device.start();
  store = await browser.store();
  if (store.lock === 'locked') {
    must(await browser.send({ type: 'unlock', key: lock.key }));
    must(await browser.send({ type: 'switchLock', to: null }));
    store = await browser.store();
  }
  const rows = await browser.rows(store.database);
  const names = new Set(rows.members.map(({ name }) => name));
  const missing = members.filter(({ name }) => !names.has(name)).length;
  seen.missing += missing;
  seen.switches++;
  if (missing > 0) say(`switch ${run} (${on ? 'on' : 'off'}): ${missing} missing, ${JSON.stringify(store)}`);
  await browser.close();
  device.remove();
}

export default async function locked({ runs = 20, short = false, backend = 'leveldb', seed = 11, say }) {
  const dice = chance(seed);
  const open = await search(null, backend, dice);
  say(`without the lock: ${JSON.stringify({ closed: open.closed.hits, killed: open.killed.hits })}`);
  const sealed = await search(newLock(), backend, dice);
  say(`with the lock: ${JSON.stringify({ closed: sealed.closed.hits, killed: sealed.killed.hits })}`);
  for (const name of ['closed', 'killed'])
    if (sealed[name].hits > 0) say(`${name}: ${JSON.stringify(sealed[name].where)}`);
  const seen = { switches: 0, states: {}, hits: 0, missing: 0, problems: 0 };
  const count = short ? 2 : runs;
  for (let run = 0; run < count; run++) {
    await switchKilled(run, backend, dice, seen, say);
    if ((run + 1) % 5 === 0) say(`${run + 1} switches killed: ${JSON.stringify(seen)}`);
  }
  const mega = (bytes) => `${Math.round(bytes / 1e6)} MB`;
  const all = (one) => `${one.hits} of ${one.of}`;
  return {
    version: open.version,
    rows: [
      { label: `texts written (${backend})`, value: sealed.closed.of, bar: '>= 50', ok: sealed.closed.of >= 50 },
      {
        label: 'control, not locked, closed: found',
        value: all(open.closed),
        bar: 'all',
        ok: open.closed.hits === open.closed.of,
      },
      { label: 'control, not locked, killed: found', value: all(open.killed), bar: '-', ok: true },
      { label: 'locked, closed: found', value: all(sealed.closed), bar: '0', ok: sealed.closed.hits === 0 },
      {
        label: 'unlocked and killed while writing: found',
        value: all(sealed.killed),
        bar: '0',
        ok: sealed.killed.hits === 0,
      },
      {
        label: 'searched',
        value: `${sealed.closed.files} files, ${mega(sealed.closed.bytesRead)}`,
        bar: '-',
        ok: sealed.closed.files > 0,
      },
      {
        label: 'switches killed',
        value: `${seen.switches} ${JSON.stringify(seen.states)}`,
        bar: `${count}`,
        ok: seen.switches === count,
      },
      { label: 'members missing after a killed switch', value: seen.missing, bar: '0', ok: seen.missing === 0 },
      { label: 'texts found while locked after a killed switch', value: seen.hits, bar: '0', ok: seen.hits === 0 },
      { label: 'copies out of order after a killed switch', value: seen.problems, bar: '0', ok: seen.problems === 0 },
    ],
  };
}
