/** An hour of use: one operation a second, a handbook page that changes all the time, a worker that is ended now and then; memory must not grow. */
import { createServer } from 'node:http';
import { ID, chance, createDevice } from './device.mjs';
import { findLosses, member, reading } from './writing.mjs';

const MB = 1_048_576;
/** Changes of the page in a second. */
const MUTATIONS = 50;
const CYCLE_S = 120;

/** A page of a granted host whose text changes many times a second. */
const PAGE = `<!doctype html><title>x</title><p id="p">0</p><script>
let n = 0;
setInterval(() => { for (let i = 0; i < ${MUTATIONS / 10}; i++) {
  const one = document.createElement('span'); one.textContent = String(n++);
  p.replaceChildren(one);
} }, 100);
</script>`;

/** Least squares: growth of `values` for each of `xs`. */
function slope(xs, values) {
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const [mx, mv] = [mean(xs), mean(values)];
  const up = xs.reduce((sum, x, at) => sum + (x - mx) * (values[at] - mv), 0);
  const down = xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
  return down === 0 ? 0 : up / down;
}

export default async function soak({ runs = 3_600, short = false, backend = 'leveldb', seed = 61, say }) {
  const seconds = short ? 6 : runs;
  const dice = chance(seed);
  const device = createDevice(backend);
  const browser = await device.start();
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  for (const item of ['ownPoints', 'cellLists'])
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
  const { ids } = (
    await browser.act({ type: 'saveMembers', members: Array.from({ length: 20 }, (_, n) => member(`N${n}`)) })
  ).value;
  const handbook = await browser.context.newPage();
  await handbook.goto(`http://127.0.0.1:${server.address().port}/`);
  const dashboard = await browser.context.newPage();
  await dashboard.goto(`chrome-extension://${ID}/dashboard.html#/data`);
  await dashboard.getByRole('heading', { level: 1 }).waitFor();
  const session = await browser.context.newCDPSession(dashboard);
  await session.send('HeapProfiler.enable');
  const measure = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes } = await session.send('Memory.getDOMCounters');
    const { names, bytes } = await browser.page.evaluate(async () => {
      const own = await (await navigator.storage.getDirectory()).getDirectoryHandle('sotay');
      let files = 0;
      let size = 0;
      for (const name of ['snapshots', 'log'])
        for await (const handle of (await own.getDirectoryHandle(name)).values()) {
          files++;
          size += (await handle.getFile()).size;
        }
      return { names: files, bytes: size };
    });
    return { heap: usedSize, nodes, files: names, bytes };
  };
  const acknowledged = [];
  const marks = [];
  const seen = { done: 0, failed: 0, cycles: 0 };
  const began = performance.now();
  const warm = Math.min(60, Math.floor(seconds / 3));
  for (let second = 0; second < seconds; second++) {
    const rest = began + second * 1_000 - performance.now();
    if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
    const id = dice.pick(ids);
    const day = new Date(Date.UTC(2000, 0, 1) + second * 86_400_000).toISOString().slice(0, 10);
    try {
      const reply = await browser.act({ type: 'recordReadings', readings: [reading(id, day, second)] });
      if (reply.ok) acknowledged.push({ kind: 'readings', id, totals: [second] });
      else seen.failed++;
    } catch {
      seen.failed++;
    }
    seen.done++;
    if (second % CYCLE_S === CYCLE_S - 1 || (short && second === 3)) {
      await browser.killWorker();
      seen.cycles++;
    }
    if (second >= warm && (second % 60 === 0 || short)) {
      const mark = { at: second, ...(await measure()) };
      marks.push(mark);
      say(
        `${second} s: heap ${(mark.heap / MB).toFixed(1)} MB, ${mark.nodes} nodes, ${mark.files} files, ${mark.bytes} bytes`,
      );
    }
  }
  const [first, last] = [marks[0], marks.at(-1)];
  const rows = await browser.rows((await browser.store()).database);
  const { missing, torn } = findLosses(rows, acknowledged);
  const { report, problem } = await browser.store();
  const perHour =
    slope(
      marks.map(({ at }) => at),
      marks.map(({ heap }) => heap),
    ) * 3_600;
  const version = browser.version();
  // A handle left open would hold up the deletion of a database that nobody uses.
  await dashboard.close();
  await browser.killWorker();
  const held = await browser.page.evaluate(
    (name) =>
      new Promise((resolve) => {
        const request = indexedDB.open(name, 1_000_000);
        request.onblocked = () => resolve(true);
        request.onupgradeneeded = () => {
          request.transaction.abort();
          resolve(false);
        };
      }),
    'sotay',
  );
  await browser.close();
  server.closeAllConnections();
  server.close();
  device.remove();
  const grown = (last.heap - first.heap) / MB;
  const perCent = (perHour / first.heap) * 100;
  return {
    version,
    rows: [
      {
        label: `seconds with an operation (${backend})`,
        value: seen.done,
        bar: `${seconds}`,
        ok: seen.done === seconds,
      },
      { label: 'operations that failed', value: seen.failed, bar: '0', ok: seen.failed === 0 },
      { label: 'workers ended', value: seen.cycles, bar: '> 0', ok: seen.cycles > 0 },
      { label: 'missing or torn', value: missing + torn, bar: '0', ok: missing + torn === 0 },
      {
        label: 'recoveries or problems',
        value: JSON.stringify({ report, problem }),
        bar: 'none',
        ok: report === null && problem === null,
      },
      { label: 'heap after collection grew, MB', value: grown.toFixed(2), bar: '<= 5', ok: short || grown <= 5 },
      {
        label: 'slope of the heap, % an hour',
        value: perCent.toFixed(2),
        bar: '< 1 after the first hour',
        ok: short || seconds <= 3_600 || perCent < 1,
      },
      {
        label: 'nodes of the document more',
        value: last.nodes - first.nodes,
        bar: '0',
        ok: short || last.nodes - first.nodes <= 0,
      },
      {
        label: 'files of copies and log',
        value: `${last.files}, ${last.bytes} bytes`,
        bar: '< 200',
        ok: last.files < 200,
      },
      { label: 'database handles left open', value: held ? 1 : 0, bar: '0', ok: !held },
    ],
  };
}
