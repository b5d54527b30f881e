/** A Chromium for the benches: with any extensions, peers built from tests/bench/peers, and traces of what a page's main thread did. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { ROOT } from './measure.mjs';

/** The built extension, as tests load it. */
export const OURS = join(ROOT, '.output/chrome-mv3-e2e');
/** A host no site names; it leads to this machine. */
export const OTHER_HOST = 'khong-phai-so-tay.example';
const PEERS = join(ROOT, '.artifacts/bench-peers');

/** Starts Chromium with a fresh profile; `close` takes the profile away. */
export async function openBrowser(extensions = []) {
  const profile = mkdtempSync(join(tmpdir(), 'sotay-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: [
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      `--host-resolver-rules=MAP ${OTHER_HOST} 127.0.0.1`,
      ...(extensions.length === 0
        ? []
        : [`--disable-extensions-except=${extensions.join(',')}`, `--load-extension=${extensions.join(',')}`]),
    ],
  });
  const cdp = await context.browser().newBrowserCDPSession();
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, cdp, close };
}

/** The id Chromium gives the built extension: it follows from the manifest's key. */
function idOfOurs() {
  const { key } = JSON.parse(readFileSync(join(OURS, 'manifest.json'), 'utf8'));
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  return [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
}

/** The built extension with consent given: its id, and `act` as one of its own pages would. */
export async function startOurs({ context }) {
  const id = idOfOurs();
  const runs = (worker) => worker.url().includes(id);
  if (!context.serviceWorkers().some(runs)) await context.waitForEvent('serviceworker', { predicate: runs });
  const isWelcome = (page) => page.url().includes('/dashboard.html');
  const welcome = context.pages().find(isWelcome) ?? (await context.waitForEvent('page', { predicate: isWelcome }));
  const speaker = await context.newPage();
  await speaker.goto(`chrome-extension://${id}/popup.html`);
  await welcome.close();
  const send = (message) => speaker.evaluate((sent) => globalThis.chrome.runtime.sendMessage(sent), message);
  const act = async (action) => {
    const reply = await send({ type: 'act', action });
    if (!reply?.ok) throw new Error(`${action.type}: ${JSON.stringify(reply)}`);
    return reply.value;
  };
  await act({ type: 'giveConsent', item: 'ownPoints', text: 'Đồng ý', language: 'vi' });
  const viewOf = async (page) => {
    const tabId = await speaker.evaluate(
      async (url) => (await globalThis.chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? null,
      page.url(),
    );
    return (await send({ type: 'getView', tabId })).value;
  };
  return { id, act, viewOf };
}

/** Bundles a file of tests/bench as one classic script; gives its text. */
export async function bundle(entry) {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: true,
      target: 'chrome131',
      lib: { entry: join(import.meta.dirname, entry), formats: ['iife'], name: 'bench' },
    },
  });
  const [{ output }] = [built].flat();
  // ASCII only: Chromium refuses content scripts that hold non-characters raw.
  return output[0].code.replace(/[^\x00-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** An extension folder holding one bundled content script for 127.0.0.1, or pages `name.html` with one bundled script each. */
export async function peerExtension(name, { content = null, pages = {} }) {
  const folder = join(PEERS, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const scripts = [];
  if (content !== null) {
    writeFileSync(join(folder, 'content.js'), await bundle(content));
    scripts.push({ matches: ['http://127.0.0.1/*'], js: ['content.js'], run_at: 'document_idle' });
  }
  for (const [page, entry] of Object.entries(pages)) {
    writeFileSync(join(folder, `${page}.js`), await bundle(entry));
    const html = `<!doctype html><html lang="vi"><meta charset="utf-8"><title>${page}</title><div id="app"></div><script type="module" src="${page}.js"></script></html>`;
    writeFileSync(join(folder, `${page}.html`), html);
  }
  const background = { service_worker: 'background.js' };
  writeFileSync(join(folder, 'background.js'), '');
  writeFileSync(
    join(folder, 'manifest.json'),
    JSON.stringify({ manifest_version: 3, name, version: '1.0', content_scripts: scripts, background }),
  );
  return folder;
}

/** Serves `pages` (path → HTML) on 127.0.0.1; gives the port. */
export async function serve(pages) {
  const server = createServer((request, response) => {
    const body = pages[new URL(request.url ?? '/', 'http://x').pathname];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body ?? '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { port: server.address().port, close: () => new Promise((done) => server.close(done)) };
}

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'loading',
  '__metadata',
];

/** Records what the browser does while `work` runs. */
export async function trace({ cdp }, work) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', categories: CATEGORIES.join(',') });
  const given = await work();
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return { events, given };
}

const urlOf = (event) => event.args?.data?.url ?? event.args?.fileName ?? '';
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile', 'V8.CompileModule']);

// What an extension runs in a page, ours or a peer's; its own pages and its background are other processes.
const IN_PAGE = /^chrome-extension:\/\/[a-p]+\/(?:launcher|reader|content)\.js/;

/** Main-thread figures (ms) of the page at `address`; without one, of the page an extension ran in. */
export function readTrace(events, address = null) {
  const started = events.find(
    (event) =>
      address !== null && event.name === 'navigationStart' && event.args?.data?.documentLoaderURL?.startsWith(address),
  );
  const pid = started?.pid ?? events.find((event) => IN_PAGE.test(urlOf(event)))?.pid;
  const tid = events.find(
    (event) => event.name === 'thread_name' && event.pid === pid && event.args.name === 'CrRendererMain',
  )?.tid;
  const main = events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X');
  const tasks = main.filter((event) => event.name === 'RunTask').map((event) => event.dur / 1000);
  const own = outermost(main.filter((event) => SCRIPT.has(event.name) && IN_PAGE.test(urlOf(event))));
  const total = (list) => list.reduce((sum, event) => sum + event.dur / 1000, 0);
  const evaluation = (file) =>
    total(own.filter((event) => event.name !== 'FunctionCall' && urlOf(event).includes(file)));
  return {
    tasks: tasks.reduce((sum, ms) => sum + ms, 0),
    long: tasks.filter((ms) => ms > 50).length,
    blocking: tasks.reduce((sum, ms) => sum + Math.max(0, ms - 50), 0),
    own: total(own),
    ownLong: main.filter(
      (event) =>
        event.name === 'RunTask' &&
        event.dur > 50_000 &&
        total(own.filter((one) => one.ts >= event.ts && one.ts < event.ts + event.dur)) > 50,
    ).length,
    evaluation,
    firstOwn: own[0]?.ts ?? null,
    pid,
  };
}

// Events inside another of the list are part of it.
function outermost(list) {
  const sorted = [...list].sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const kept = [];
  let end = 0;
  for (const event of sorted) {
    if (event.ts < end) continue;
    kept.push(event);
    end = event.ts + event.dur;
  }
  return kept;
}
