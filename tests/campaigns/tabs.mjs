/** Eight of our own pages act at once, each operation checked against what any order of them could have left. */
import { ID, chance, createDevice } from './device.mjs';
import { findLosses, member, reading } from './writing.mjs';

const HANG_MS = 5_000;

/** Operations of one page; each value is used once, so that the rows tell which operation wrote them last. */
function plan(dice, page, count, shared) {
  return Array.from({ length: count }, (_, step) => {
    const tag = page * 100_000 + step;
    const kind = dice.pick([
      'record',
      'record',
      'correct',
      'correct',
      'rename',
      'settings',
      'remove',
      'member',
      'view',
    ]);
    const subject = dice.pick(shared.members);
    switch (kind) {
      case 'record': {
        const day = new Date(Date.UTC(2015 + page, 0, 1) + step * 86_400_000).toISOString().slice(0, 10);
        return {
          kind,
          key: `${subject} ${day} ${tag}`,
          action: { type: 'recordReadings', readings: [reading(subject, day, tag)] },
        };
      }
      case 'correct': {
        const { id, subject: of, day } = dice.pick(shared.readings);
        return {
          kind,
          key: id,
          value: tag,
          action: { type: 'correctReading', subject: of, id, total: tag, day, reason: `${tag}` },
        };
      }
      case 'rename':
        return {
          kind,
          key: subject,
          value: `Tên ${tag}`,
          action: { type: 'updateMember', id: subject, patch: { name: `Tên ${tag}` } },
        };
      case 'settings': {
        const field = dice.pick(['targetPerMonth', 'leapLimit']);
        return { kind, key: field, value: tag + 1, action: { type: 'saveSettings', patch: { [field]: tag + 1 } } };
      }
      case 'remove': {
        const gone = dice.below(2) === 0;
        return {
          kind,
          key: subject,
          value: gone,
          action: { type: gone ? 'removeMember' : 'restoreMember', id: subject },
        };
      }
      case 'member':
        return { kind, key: `Thêm ${tag}`, action: { type: 'saveMembers', members: [member(`Thêm ${tag}`)] } };
      default:
        return { kind: 'view' };
    }
  });
}

/** Runs in a page: one operation after the other, with the time each began and was answered. */
async function playInPage({ operations, database, hangMs }) {
  const results = [];
  let torn = 0;
  const opened = new Promise((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const db = await opened;
  const all = (store) =>
    new Promise((resolve, reject) => {
      const request = store.getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const clock = () => performance.timeOrigin + performance.now();
  for (const { kind, action } of operations) {
    const began = clock();
    let reply = { ok: true };
    if (kind === 'view') {
      // A reader in between never sees half of a write.
      const transaction = db.transaction(['subjects', 'pointPages']);
      const [subjects, pages] = await Promise.all(
        ['subjects', 'pointPages'].map((name) => all(transaction.objectStore(name))),
      );
      const counts = new Map();
      for (const page of pages)
        counts.set(page.subject, (counts.get(page.subject) ?? 0) + JSON.parse(page.rows).length);
      torn += subjects.filter(({ subject, stored }) => stored !== (counts.get(subject) ?? 0)).length;
    } else reply = await globalThis.chrome.runtime.sendMessage({ type: 'act', action });
    const ended = clock();
    results.push({ began, ended, ok: reply?.ok === true, detail: reply?.detail ?? null, hung: ended - began > hangMs });
  }
  db.close();
  return { results, torn };
}

/** Whether `found` can be what the last of these writes left: no other write began after that one was answered. */
function couldBeLast(writes, found, initial) {
  if (writes.length === 0) return found === initial;
  return writes.some((one) => one.value === found && !writes.some((other) => other.began > one.ended));
}

export default async function tabs({ runs = 50, short = false, backend = 'leveldb', seed = 41, say }) {
  const count = short ? 1 : runs;
  const pages = short ? 4 : 8;
  const operations = short ? 40 : 1_000;
  const seen = { seeds: 0, operations: 0, refused: 0, lost: 0, broken: 0, torn: 0, hangs: 0, slowest: 0, version: '' };
  for (let run = 0; run < count; run++) {
    const dice = chance(seed + run);
    const device = createDevice(backend);
    const browser = await device.start();
    seen.version = browser.version();
    const { ids } = (
      await browser.act({ type: 'saveMembers', members: Array.from({ length: 12 }, (_, n) => member(`Chung ${n}`)) })
    ).value;
    const first = ids.map((id, index) => reading(id, '2014-06-01', index));
    const added = (await browser.act({ type: 'recordReadings', readings: first })).value.ids;
    const shared = {
      members: ids,
      readings: added.map((id, index) => ({ id, subject: ids[index], day: '2014-06-01' })),
    };
    const { database } = await browser.store();
    const plans = Array.from({ length: pages }, (_, page) => plan(dice, page, operations, shared));
    const opened = await Promise.all(
      plans.map(async () => {
        const page = await browser.context.newPage();
        await page.goto(`chrome-extension://${ID}/popup.html`);
        return page;
      }),
    );
    const played = await Promise.all(
      opened.map((page, index) => page.evaluate(playInPage, { operations: plans[index], database, hangMs: HANG_MS })),
    );
    const done = plans.flatMap((list, page) => list.map((one, step) => ({ ...one, ...played[page].results[step] })));
    const kept = done.filter(({ ok }) => ok);
    seen.operations += done.length;
    seen.hangs += done.filter(({ hung }) => hung).length;
    seen.slowest = Math.max(seen.slowest, ...done.map(({ began, ended }) => ended - began));
    const refused = done.filter(({ ok }) => !ok);
    seen.refused += refused.length;
    if (refused.length > 0) say(`refused, say: ${refused[0].kind} ${refused[0].detail}`);
    const check = async (from, when) => {
      const rows = await from.rows((await from.store()).database);
      const problems = [];
      const readings = new Map();
      const corrections = new Map();
      for (const page of rows.pointPages)
        for (const row of JSON.parse(page.rows)) {
          const key = `${page.subject} ${row[1]} ${row[4]}`;
          readings.set(key, (readings.get(key) ?? 0) + 1);
          corrections.set(row[0], { total: row[4], reasons: (row[8]?.corrections ?? []).map(({ reason }) => reason) });
        }
      const of = (kind, key) => kept.filter((one) => one.kind === kind && one.key === key);
      for (const { key } of kept.filter(({ kind }) => kind === 'record'))
        if (readings.get(key) !== 1) problems.push(`reading ${key}: ${readings.get(key) ?? 0} times`);
      for (const { id } of shared.readings) {
        // Each correction is kept: one lost update would be one missing here.
        const { total, reasons } = corrections.get(id);
        const wanted = of('correct', id);
        const missing = wanted.filter(({ value }) => !reasons.includes(`${value}`)).length;
        if (missing > 0 || reasons.length !== wanted.length) problems.push(`${missing} corrections of ${id} missing`);
        if (wanted.length > 0 && !couldBeLast(wanted, total)) problems.push(`total of ${id}`);
      }
      const members = new Map(rows.members.map((one) => [one.id, one]));
      ids.forEach((id, index) => {
        if (!couldBeLast(of('rename', id), members.get(id)?.name, `Chung ${index}`)) problems.push(`name of ${id}`);
        if (!couldBeLast(of('remove', id), members.get(id)?.removedAt != null, false))
          problems.push(`removal of ${id}`);
      });
      const names = rows.members.map(({ name }) => name);
      for (const { key } of kept.filter(({ kind }) => kind === 'member'))
        if (names.filter((name) => name === key).length !== 1) problems.push(`member ${key}`);
      const settings = rows.settings[0]?.value ?? {};
      for (const field of ['targetPerMonth', 'leapLimit'])
        if (of('settings', field).length > 0 && !couldBeLast(of('settings', field), settings[field]))
          problems.push(`setting ${field}`);
      seen.lost += problems.length;
      seen.torn += findLosses(rows, []).torn;
      const numbers = rows.journal.map((line) => line.seq);
      if (new Set(numbers).size !== numbers.length) seen.broken++;
      if (problems.length > 0) say(`seed ${seed + run}, ${when}: ${problems.slice(0, 5).join('; ')}`);
    };
    seen.torn += played.reduce((sum, one) => sum + one.torn, 0);
    await check(browser, 'at once');
    await browser.close();
    const again = await device.start();
    await check(again, 'after a restart');
    await again.close();
    device.remove();
    seen.seeds++;
    say(`seed ${seed + run}: ${done.length} operations`);
  }
  return {
    version: seen.version,
    rows: [
      { label: `seeds (${backend}, ${pages} pages)`, value: seen.seeds, bar: `${count}`, ok: seen.seeds === count },
      {
        label: 'operations',
        value: seen.operations,
        bar: `${count * pages * operations}`,
        ok: seen.operations === count * pages * operations,
      },
      { label: 'operations refused', value: seen.refused, bar: '0', ok: seen.refused === 0 },
      { label: 'lost updates', value: seen.lost, bar: '0', ok: seen.lost === 0 },
      {
        label: 'constraint breaks and torn pairs',
        value: seen.broken + seen.torn,
        bar: '0',
        ok: seen.broken + seen.torn === 0,
      },
      { label: 'hangs over 5 s', value: seen.hangs, bar: '0', ok: short || seen.hangs === 0 },
      { label: 'slowest operation, ms', value: Math.round(seen.slowest), bar: '-', ok: true },
    ],
  };
}
