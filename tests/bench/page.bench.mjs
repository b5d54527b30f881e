/** What the extension costs a handbook page, with and without it in the same run, beside peers' content scripts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startHandbook } from '../handbook/server.mjs';
import { OTHER_HOST, OURS, openBrowser, peerExtension, readTrace, serve, startOurs, trace } from './browser.mjs';
import { QUICK, median, print, result } from './measure.mjs';
import { tablePage } from './table-page.mjs';

const RUNS = QUICK ? 1 : 4;
const CHANGES = 100;
const BIG = 5_000;
const READABLE = 2_000;
/** Long enough for reading, overlay and the page's own idle work. */
const SETTLE_MS = QUICK ? 2_500 : 3_000;

const handbook = await startHandbook({ skin: 'vnpt' });
const plain = await serve({
  '/lon': tablePage(BIG),
  '/vua': tablePage(READABLE),
  '/nho': tablePage(20),
  '/gio': ticker(READABLE),
});
const members = `${handbook.url}/quanly/dangvien?vao=chibo-300`;
const at = (path) => `http://127.0.0.1:${plain.port}${path}`;

/** A page with something that changes all the time, beside a long table. */
function ticker(rows) {
  const tick = `const at = document.querySelector('#tin'); setInterval(() => { at.textContent = 'Tin mới ' + Date.now(); }, 200);`;
  return tablePage(rows, { script: `<aside><p id="tin"></p></aside><script>${tick}</script>` });
}

/** One load in a fresh tab. */
async function load(browser, address, settle = SETTLE_MS, more = () => null) {
  const page = await browser.context.newPage();
  const { events, given } = await trace(browser, async () => {
    await page.goto(address);
    await page.waitForTimeout(settle);
    return more(page);
  });
  await page.close();
  return { ...readTrace(events, address.split('?')[0]), given, events };
}

/** One hundred changes of single rows, one by one; what our scripts, or an observer that reads all text anew, took for them. */
async function change(browser, address, naive) {
  const page = await browser.context.newPage();
  await page.goto(address);
  await page.waitForTimeout(SETTLE_MS);
  const { events, given } = await trace(browser, () =>
    page.evaluate(
      async ({ changes, watched }) => {
        let spent = 0;
        const observer = new MutationObserver(() => {
          const started = performance.now();
          if (document.body.innerText.length === 0) throw new Error('no text');
          spent += performance.now() - started;
        });
        if (watched) observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        const { rows } = document.querySelector('tbody');
        for (let index = 0; index < changes; index++) {
          const text = (1_000 + index).toLocaleString('vi-VN');
          rows[(index * 37) % rows.length].cells[4].firstChild.nodeValue = text;
          await new Promise((done) => setTimeout(done, 20));
        }
        await new Promise((done) => setTimeout(done, 2_000));
        observer.disconnect();
        return spent;
      },
      { changes: CHANGES, watched: naive },
    ),
  );
  await page.close();
  return (naive ? given : readTrace(events).own) / CHANGES;
}

const repeat = async (count, work) => {
  const all = [];
  for (let run = 0; run < count; run++) all.push(await work());
  return all;
};

const results = [];
try {
  // Peers' content scripts: evaluation and first paint on a small page.
  const peers = {};
  for (const name of ['vanilla', 'preact-zod']) {
    const browser = await openBrowser([await peerExtension(name, { content: `peers/${name}-content.js` })]);
    await load(browser, at('/nho'), 500);
    peers[name] = await repeat(RUNS, async () => {
      const one = await load(browser, at('/nho'), 800);
      const mark = one.events.find((event) => event.name === 'peer-painted');
      return { eval: one.evaluation('content.js'), painted: mark ? (mark.ts - one.firstOwn) / 1000 : null };
    });
    await browser.close();
  }

  const without = await openBrowser();
  const withUs = await openBrowser([OURS]);
  const ours = await startOurs(withUs);
  await load(withUs, at('/nho'), 1_500);
  const small = await repeat(RUNS, async () => {
    const one = await load(withUs, at('/nho'), 2_000);
    const painted = one.events
      .filter((event) => event.name === 'firstContentfulPaint' && event.pid !== one.pid && event.ts > one.firstOwn)
      .map((event) => event.ts)
      .sort((a, b) => a - b)[0];
    return {
      launcher: one.evaluation('launcher.js'),
      reader: one.evaluation('reader.js'),
      painted: painted === undefined ? Number.NaN : (painted - one.firstOwn) / 1000,
    };
  });
  const evaluated = (name) => peers[name].map((one) => one.eval);
  results.push(
    result({
      name: 'evaluating launcher.js',
      ours: small.map((one) => one.launcher),
      peer: evaluated('preact-zod'),
      peerName: 'Preact + zod script',
      goal: 0.15,
    }),
    result({
      name: 'evaluating launcher.js + reader.js',
      ours: small.map((one) => one.launcher + one.reader),
      peer: evaluated('preact-zod'),
      peerName: 'Preact + zod script',
    }),
    result({
      name: 'evaluating launcher.js',
      ours: small.map((one) => one.launcher),
      peer: evaluated('vanilla'),
      peerName: '2 kB vanilla script',
    }),
    result({
      name: 'from document idle (script start) to the overlay painted',
      ours: small.map((one) => one.painted),
      peer: peers.vanilla.map((one) => one.painted),
      peerName: '2 kB vanilla script',
      note: 'ours asks the background and paints a frame of another origin; the peer draws into the page',
    }),
  );
  const packed = (file) => gzipSync(readFileSync(join(OURS, file)), { level: 9 }).length / 1_000;
  results.push(
    result({ name: 'launcher.js, packed', unit: 'kB', ours: [packed('launcher.js')], limit: 2 }),
    result({
      name: 'all that runs in the page, packed',
      unit: 'kB',
      ours: [packed('launcher.js') + packed('reader.js')],
      limit: 16,
    }),
  );

  // Whole pages with and without us, turn and turn about.
  for (const [name, address] of [
    ['members of a cell of 300 (vnpt)', members],
    [`a table of ${BIG} rows`, at('/lon')],
  ]) {
    const bare = [];
    const ridden = [];
    const states = new Set();
    for (let run = 0; run < RUNS; run++) {
      bare.push(await load(without, address));
      const one = await load(withUs, address, SETTLE_MS, (page) => ours.viewOf(page));
      ridden.push(one);
      states.add(`${one.given.state}${one.given.problems.map(({ code }) => ` ${code}`).join('')}`);
    }
    const pair = (key) => ({ ours: ridden.map((one) => one[key]), peer: bare.map((one) => one[key]) });
    const note = `read as: ${[...states].join(', ')}`;
    const peerName = 'without us';
    results.push(
      result({ name: `${name}: total blocking time`, ...pair('blocking'), peerName, goal: 1.05, note }),
      result({ name: `${name}: main-thread time`, ...pair('tasks'), peerName }),
      result({ name: `${name}: long tasks`, unit: '', ...pair('long'), peerName }),
      result({
        name: `${name}: long tasks made by our scripts`,
        unit: '',
        ours: ridden.map((one) => one.ownLong),
        limit: 0,
      }),
      result({
        name: `${name}: our scripts`,
        ours: ridden.map((one) => one.own),
        peer: ridden.map((one) => one.given.cost?.totalMs ?? Number.NaN),
        peerName: 'as the panel says',
        note: 'both count setting up, waiting on changes, reading and looking for free room; a script cannot see its own compiling',
      }),
    );
  }

  // Changes to single rows of long tables.
  const tables = [
    [BIG, '/lon'],
    [READABLE, '/vua'],
  ];
  for (const [rows, path] of tables.slice(0, QUICK ? 1 : 2)) {
    const count = QUICK ? 1 : 2;
    results.push(
      result({
        name: `one change in a table of ${rows} rows`,
        ours: await repeat(count, () => change(withUs, at(path), false)),
        peer: await repeat(count, () => change(without, at(path), true)),
        peerName: 'rescan by innerText',
        goal: rows === BIG ? 0.001 : null,
        note: rows === BIG ? 'the goal is 0.15 ms where the rescan took 142 (performance.md §1)' : null,
      }),
    );
  }

  // A page whose news ticker never rests, away from all that is read.
  const ticking = await repeat(RUNS, async () => {
    const page = await withUs.context.newPage();
    await page.goto(at('/gio'));
    await page.waitForTimeout(6_000);
    const { events } = await trace(withUs, () => page.waitForTimeout(5_000));
    await page.close();
    return readTrace(events).own / 5;
  });
  results.push(
    result({
      name: `a ticker beside a table of ${READABLE} rows, five changes a second: our scripts, per second`,
      ours: ticking,
      limit: 30,
      note: 'three hundredths of the time is the most the reader may ever take',
    }),
  );

  const elsewhere = await load(withUs, `http://${OTHER_HOST}:${plain.port}/nho`);
  results.push(result({ name: 'on any other host: our scripts', ours: [elsewhere.own], limit: 0 }));
  await without.close();
  await withUs.close();
} finally {
  await handbook.close();
  await plain.close();
}
if (results.some((one) => Number.isNaN(median([one.ours])))) throw new Error('a figure is missing');
print(results);
