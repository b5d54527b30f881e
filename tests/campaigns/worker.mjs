/** Kills the service worker at random in imports, in the merging of a list, in snapshots and in restores; all is resumed, nothing doubled. */
import { createServer } from 'node:http';
import { ID, chance, createDevice } from './device.mjs';
import { member, reading } from './writing.mjs';

const PER_BROWSER = 40;
const ROWS_A_PAGE = 50;

/** A page of a granted host, and the extension's own world in it: what is sent from there comes from a true content script. */
async function openHandbookTab(browser) {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>x</title><p>x');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  let world = null;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.includes(ID)) world = context.id;
  });
  await session.send('Runtime.enable');
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  for (let tried = 0; world === null && tried < 200; tried++) await new Promise((resolve) => setTimeout(resolve, 50));
  if (world === null) throw new Error('no content script in the page');
  const send = async (message) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: world,
      awaitPromise: true,
      returnByValue: true,
      expression: `chrome.runtime.sendMessage(${JSON.stringify(message)})`,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const close = () => {
    // A connection the browser opened ahead of need would hold the server up for a minute.
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { send, close };
}

/** One page of a member list as the reader would send it. */
function listRead(list, part, parts) {
  const rows = Array.from({ length: ROWS_A_PAGE }, (_, index) => {
    const number = part * ROWS_A_PAGE + index + 1;
    const name = `Người ${list}-${number}`;
    return {
      key: `${list}-${number}`,
      cells: {
        order: { value: number, raw: String(number), where: 'td 1' },
        name: { value: name, raw: name, where: 'td 2' },
      },
    };
  });
  const from = part * ROWS_A_PAGE + 1;
  const table = {
    kind: 'members',
    listId: `list ${list}`,
    headers: ['STT', 'Họ và tên'],
    rows,
    complete: false,
    total: parts * ROWS_A_PAGE,
    page: { from, to: from + ROWS_A_PAGE - 1, rowsOnPage: ROWS_A_PAGE, hasNext: part < parts - 1 },
  };
  const captured = (part + 1) * ROWS_A_PAGE;
  return {
    type: 'pageRead',
    read: {
      status: 'ok',
      site: 'vnpt',
      siteVersion: 1,
      screen: 'members',
      address: '/danh-sach',
      readAt: new Date().toISOString(),
      context: { name: null, role: null, unit: null },
      points: null,
      tables: [table],
      problems: [],
      skipped: { columns: [], secret: 0 },
    },
    lists: [
      { listId: table.listId, kind: 'members', captured, total: table.total, complete: captured === table.total },
    ],
    cost: { lastMs: 1, totalMs: 1, passes: 1, steppedDown: false },
  };
}

/** Readings in the rows as `subject day total`, each as often as it is there. */
function readingsIn(rows) {
  return rows.pointPages.flatMap((page) => JSON.parse(page.rows).map((row) => `${page.subject} ${row[1]} ${row[4]}`));
}

const within = (work, ms) =>
  Promise.race([work, new Promise((_, reject) => setTimeout(() => reject(new Error('no answer')), ms))]);

export default async function worker({ runs = 500, short = false, backend = 'leveldb', seed = 31, say }) {
  const count = short ? 4 : runs;
  const batch = short ? 300 : 2_500;
  const parts = short ? 4 : 20;
  const dice = chance(seed);
  const seen = { kills: 0, jobs: {}, broken: 0, lost: 0, doubled: 0, unfinished: 0, recovered: 0, version: '' };
  for (let done = 0; done < count;) {
    const device = createDevice(backend);
    const browser = await device.start();
    seen.version = browser.version();
    for (const item of ['ownPoints', 'cellLists'])
      await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
    const { ids } = (
      await browser.act({ type: 'saveMembers', members: Array.from({ length: 50 }, (_, n) => member(`N${n}`)) })
    ).value;
    const tab = await openHandbookTab(browser);
    let wanted = new Set();
    let lists = new Map();
    /** Does it again until it is done: after a kill the worker starts by the next message. */
    const untilDone = async (work) => {
      let tries = 0;
      let last = '';
      for (; tries < 12; tries++) {
        try {
          const reply = await within(work(), 30_000);
          last = reply?.detail ?? '';
          if (reply?.ok) return;
          // A worker that was ended may leave an empty answer behind.
          if (reply === undefined) throw new Error('no answer');
          if (!/too many|moved/.test(reply?.detail ?? '')) throw new Error(`refused: ${JSON.stringify(reply)}`);
        } catch (error) {
          if (/refused/.test(error.message)) throw error;
          last = error.message;
          seen.broken++;
        }
        await new Promise((resolve) => setTimeout(resolve, 100 * (tries + 1)));
      }
      throw new Error(`not done after twelve tries: ${last}`);
    };
    const importBatch = () => {
      const run = done;
      return Array.from({ length: batch }, (_, index) => {
        const turn = Math.floor(index / ids.length);
        const day = new Date(Date.UTC(2020, 0, 1) + (run * 60 + turn) * 86_400_000).toISOString().slice(0, 10);
        return reading(ids[index % ids.length], day, run * 100_000 + index);
      });
    };
    const add = async (readings) => {
      await untilDone(() => browser.act({ type: 'recordReadings', readings }));
      for (const one of readings) wanted.add(`${one.subject} ${one.day} ${one.total}`);
    };
    const snapshotNames = () =>
      browser.page.evaluate(async () => {
        const own = await (await navigator.storage.getDirectory()).getDirectoryHandle('sotay');
        const names = [];
        for await (const name of (await own.getDirectoryHandle('snapshots')).keys()) names.push(name);
        return names.sort();
      });
    const JOBS = {
      import: () => add(importBatch()),
      list: async () => {
        const list = `${done}`;
        for (let part = 0; part < parts; part++) await untilDone(() => tab.send(listRead(list, part, parts)));
        lists.set(`list ${list}`, parts * ROWS_A_PAGE);
      },
      snapshot: () => untilDone(() => browser.send({ type: 'takeSnapshot' })),
      restore: async () => {
        await untilDone(() => browser.send({ type: 'takeSnapshot' }));
        const name = (await snapshotNames()).filter((one) => one.endsWith('-chosen.gz')).at(-1);
        const before = { wanted: new Set(wanted), lists: new Map(lists) };
        await add(importBatch().slice(0, 50));
        await untilDone(() => browser.send({ type: 'restoreSnapshot', name }));
        ({ wanted, lists } = before);
      },
    };
    const kinds = Object.keys(JOBS);
    for (let turn = 0; turn < PER_BROWSER && done < count; turn++) {
      const kind = kinds[done % kinds.length];
      seen.jobs[kind] = (seen.jobs[kind] ?? 0) + 1;
      let killing = true;
      const killer = (async () => {
        await new Promise((resolve) => setTimeout(resolve, dice.below(kind === 'list' ? 900 : 350)));
        if (killing) await browser.killWorker();
      })();
      try {
        await JOBS[kind]();
      } catch (error) {
        seen.unfinished++;
        say(`${done} ${kind}: ${error.message}`);
        killing = false;
        await killer;
        done++;
        break; // what the model says is not known any more
      }
      killing = false;
      await killer;
      done++;
      seen.kills = done;
      const store = await browser.store();
      if (store.report !== null) seen.recovered++;
      const rows = await browser.rows(store.database);
      const found = readingsIn(rows);
      const there = new Set(found);
      let lost = [...wanted].filter((one) => !there.has(one)).length;
      let doubled = found.length - there.size + [...there].filter((one) => !wanted.has(one)).length;
      for (const [listId, size] of lists) {
        const keys = rows.captures
          .filter((one) => one.listId === listId)
          .flatMap((one) => one.rows.map(({ key }) => key));
        lost += Math.max(0, size - new Set(keys).size);
        doubled += keys.length - new Set(keys).size;
      }
      seen.lost += lost;
      seen.doubled += doubled;
      if (lost + doubled > 0) say(`${done} ${kind}: ${lost} lost, ${doubled} doubled`);
      if (done % 20 === 0) say(`${done} kills, ${seen.broken} calls broken off`);
    }
    await tab.close();
    await browser.close();
    device.remove();
  }
  return {
    version: seen.version,
    rows: [
      { label: `worker kills (${backend})`, value: seen.kills, bar: `${count}`, ok: seen.kills === count },
      { label: 'jobs', value: JSON.stringify(seen.jobs), bar: '-', ok: true },
      { label: 'calls broken off by a kill', value: seen.broken, bar: '-', ok: true },
      { label: 'jobs not resumed to the end', value: seen.unfinished, bar: '0', ok: seen.unfinished === 0 },
      { label: 'lost', value: seen.lost, bar: '0', ok: seen.lost === 0 },
      { label: 'doubled', value: seen.doubled, bar: '0', ok: seen.doubled === 0 },
      { label: 'recoveries', value: seen.recovered, bar: '0', ok: seen.recovered === 0 },
    ],
  };
}
