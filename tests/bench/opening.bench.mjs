/** Opening our own pages: to the first frame with what they are for, and what of their code is read until then. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startHandbook } from '../handbook/server.mjs';
import { OURS, openBrowser, startOurs } from './browser.mjs';
import { QUICK, print, result } from './measure.mjs';

const RUNS = QUICK ? 2 : 7;
const VIEWS = ['points', 'cell', 'meetings', 'reports', 'data'];

const handbook = await startHandbook({ skin: 'vnpt' });
const browser = await openBrowser([OURS]);

/** Runs in every frame: notes when the wanted text is painted. */
function watch(wanted) {
  if (location.protocol !== 'chrome-extension:') return;
  const look = () => {
    const found = document.querySelector(wanted);
    if (found !== null && found.textContent.trim() !== '')
      requestAnimationFrame(() => (globalThis.shownAt = performance.now()));
    else requestAnimationFrame(look);
  };
  look();
}

/** Opens `address` in a fresh tab; milliseconds from the start of the frame to the frame after `wanted` stands, and its script files. */
async function open(address, wanted, frameOf = (page) => page.mainFrame()) {
  const page = await browser.context.newPage();
  await page.addInitScript(watch, wanted);
  await page.goto(address);
  let frame = null;
  for (const end = Date.now() + 30_000; frame === null && Date.now() < end; ) {
    frame = frameOf(page) ?? null;
    if (frame === null) await page.waitForTimeout(50);
  }
  const shown = await frame.waitForFunction(() => globalThis.shownAt, null, { timeout: 60_000 });
  const ms = await shown.jsonValue();
  const files = await frame.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.endsWith('.js')),
  );
  await page.close();
  return { ms, files };
}

const kilobytes = (files) =>
  files.reduce((sum, path) => sum + gzipSync(readFileSync(join(OURS, path)), { level: 9 }).length, 0) / 1_000;

try {
  const ours = await startOurs(browser);
  const now = Date.now();
  const readings = Array.from({ length: 400 }, (_, turn) => {
    const at = new Date(now - (401 - turn) * 86_400_000).toISOString();
    const shared = { subject: 'me', source: 'file', origin: 'diem.xlsx', where: `T1, dòng ${turn + 2}` };
    return { ...shared, at, day: at.slice(0, 10), total: turn * 3, raw: String(turn * 3) };
  });
  await ours.act({ type: 'recordReadings', readings });

  const own = (file) => `chrome-extension://${ours.id}/${file}`;
  const panelOf = (page) => page.frames().find((frame) => frame.url().endsWith('/panel.html'));
  const subjects = [
    ['panel on a handbook page', `${handbook.url}/?vao=chibo-34`, '#root > *', panelOf],
    ['popup', own('popup.html'), 'main .figures, main p'],
    ['side panel', own('sidepanel.html'), 'main .figures, main p'],
    ...VIEWS.map((view) => [
      `dashboard, ${view}`,
      own(`dashboard.html#/${view}`),
      view === 'points' ? '.big-figure' : 'main h1',
    ]),
  ];
  const results = [];
  for (const [name, address, wanted, frameOf] of subjects) {
    const runs = [];
    // The first opening warms the browser's caches and is not counted.
    for (let run = 0; run <= RUNS; run++) runs.push(await open(address, wanted, frameOf));
    const counted = runs.slice(1);
    results.push(
      result({ name: `${name}: to the first screen`, ours: counted.map(({ ms }) => ms) }),
      result({ name: `${name}: code`, unit: 'kB gz', ours: counted.map(({ files }) => kilobytes(files)) }),
    );
  }
  print(results);
} finally {
  await browser.close();
  await handbook.close?.();
}
