/** The dashboard: to its first numbers beside an empty Preact page, and scrolling 100,000 readings beside plain rows. */
import { OURS, openBrowser, peerExtension, startOurs } from './browser.mjs';
import { QUICK, print, result } from './measure.mjs';

const FIVE_YEARS = 1_900;
const MANY = QUICK ? 20_000 : 100_000;
const CHUNK = 5_000;
const RUNS = QUICK ? 2 : 5;
const FRAMES = 150;
const STEPS = QUICK ? [800] : [800, 4_000];
const FRAME_MS = 1_000 / 60;

const peer = await peerExtension('pages', { pages: { empty: 'peers/empty-page.js', rows: 'peers/rows-page.js' } });
const browser = await openBrowser([OURS, peer]);

/** Readings `from` … `to` of the user, a few every day until yesterday. */
function readings(from, to, all) {
  const now = Date.now() - 86_400_000;
  return Array.from({ length: to - from }, (_, index) => {
    const turn = from + index;
    const at = new Date(now - (all - turn) * ((5 * 365 * 86_400_000) / all));
    const local = new Date(at.getTime() + 7 * 3_600_000);
    const shared = { subject: 'me', source: 'file', origin: 'diem.xlsx', where: `T1, dòng ${turn + 2}` };
    return { ...shared, at: at.toISOString(), day: local.toISOString().slice(0, 10), total: turn, raw: String(turn) };
  });
}

/** Milliseconds from the navigation to the frame after the first figure stands. */
async function toNumbers(address) {
  const page = await browser.context.newPage();
  await page.addInitScript(() => {
    const look = () => {
      if (/\d/.test(document.querySelector('.big-figure')?.textContent ?? ''))
        requestAnimationFrame(() => (globalThis.shownAt = performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(address);
  const shown = await page.waitForFunction(() => globalThis.shownAt, null, { timeout: 60_000 });
  const ms = await shown.jsonValue();
  await page.close();
  return ms;
}

/** Scrolls the list frame by frame: frames dropped and script per frame. */
async function scroll(page, step) {
  const session = await browser.context.newCDPSession(page);
  await session.send('Performance.enable');
  const script = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value * 1_000;
  const before = await script();
  const frames = await page.evaluate(
    async ({ count, by }) => {
      const box = document.querySelector('.vtable');
      box.scrollTop = 0;
      const times = [];
      for (let frame = 0; frame <= count; frame++) {
        times.push(await new Promise((done) => requestAnimationFrame(done)));
        box.scrollTop += by;
      }
      return times;
    },
    { count: FRAMES, by: step },
  );
  const spent = (await script()) - before;
  const dropped = frames.slice(1).reduce((sum, at, index) => {
    return sum + Math.max(0, Math.round((at - frames[index]) / FRAME_MS) - 1);
  }, 0);
  return { dropped, script: spent / FRAMES };
}

try {
  const ours = await startOurs(browser);
  // The worker of the peer may have been first: the id of its pages is read from the browser.
  const { targetInfos } = await browser.cdp.send('Target.getTargets');
  const peerId = targetInfos
    .filter(({ url }) => url.startsWith('chrome-extension://') && url.endsWith('/background.js'))
    .map(({ url }) => new URL(url).host)
    .find((id) => id !== ours.id);
  const fill = async (from, to) => {
    const started = performance.now();
    for (let at = from; at < to; at += CHUNK)
      await ours.act({ type: 'recordReadings', readings: readings(at, Math.min(to, at + CHUNK), MANY) });
    return performance.now() - started;
  };
  const results = [];
  const firstNumbers = async (count, goal) => {
    const own = [];
    const empty = [];
    await toNumbers(`chrome-extension://${ours.id}/dashboard.html#/points`);
    for (let run = 0; run < RUNS; run++) {
      empty.push(await toNumbers(`chrome-extension://${peerId}/empty.html`));
      own.push(await toNumbers(`chrome-extension://${ours.id}/dashboard.html#/points`));
    }
    const name = `dashboard with ${count} readings: to the first numbers`;
    results.push(result({ name, ours: own, peer: empty, peerName: 'empty Preact page', goal }));
  };
  await fill(0, FIVE_YEARS);
  await firstNumbers(FIVE_YEARS, 1.3);
  const taken = await fill(FIVE_YEARS, MANY);
  results.push(result({ name: `taking ${MANY - FIVE_YEARS} readings in through messages`, ours: [taken] }));
  await firstNumbers(MANY, null);

  const dashboard = await browser.context.newPage();
  await dashboard.goto(`chrome-extension://${ours.id}/dashboard.html#/points`);
  await dashboard.waitForSelector('.vtable [role="row"]', { timeout: 60_000 });
  const rows = await browser.context.newPage();
  await rows.goto(`chrome-extension://${peerId}/rows.html`);
  for (const step of STEPS) {
    const own = [];
    const plain = [];
    for (let run = 0; run < Math.min(3, RUNS); run++) {
      await dashboard.bringToFront();
      await dashboard.locator('.vtable').scrollIntoViewIfNeeded();
      own.push(await scroll(dashboard, step));
      await rows.bringToFront();
      plain.push(await scroll(rows, step));
    }
    const pair = (key) => ({ ours: own.map((one) => one[key]), peer: plain.map((one) => one[key]) });
    const peerName = 'plain rows, core + Preact';
    const name = `scrolling ${FRAMES} frames of ${step} px`;
    results.push(
      result({ name: `${name}: dropped frames`, unit: '', ...pair('dropped'), peerName, limit: 0 }),
      result({ name: `${name}: script per frame`, ...pair('script'), peerName, goal: 0.5 }),
    );
  }
  print(results);
} finally {
  await browser.close();
}
