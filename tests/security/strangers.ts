/** A page on a host that was never granted: nothing in it may differ with the extension installed. */
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { Page } from 'playwright';
import { BUILD, openBrowser, type ExtensionBrowser } from '../e2e/fixtures';
import { giveConsents } from './open-asking';
import { type Row, atLeast, none } from './rows';

const HOST = 'khong-phai-so-tay.example';
const NOBODY = 'aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbb';
const ANYTHING = `<!doctype html><html lang="vi"><head><title>Trang khác</title><style>p { color: #123 }</style></head>
<body><h1>Tin tức</h1><p>Điểm tích lũy: 12345</p><form><input name="ten"><button type="button">Gửi</button></form><iframe srcdoc="x"></iframe></body></html>`;

/** All one page can ask about one address; the words of refusals only, since they are the same for every stranger. */
async function knock(urls: string[]): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  const settle = (work: (done: (what: string) => void) => void) =>
    new Promise<string>((resolve) => {
      work(resolve);
      setTimeout(() => resolve('nothing'), 2_500);
    });
  const element = (tag: 'img' | 'script' | 'link' | 'iframe' | 'object' | 'embed' | 'video' | 'audio', url: string) =>
    settle((done) => {
      const one = document.createElement(tag) as unknown as HTMLElement & Record<string, unknown>;
      one.onload = () => done('load');
      one.onerror = () => done('error');
      if (tag === 'link') one['rel'] = 'stylesheet';
      one[tag === 'link' ? 'href' : tag === 'object' ? 'data' : 'src'] = url;
      document.body.append(one);
      setTimeout(() => one.remove(), 2_400);
    });
  const knockAt = async (url: string) => {
    const ask = async (name: string, work: () => Promise<string>) => {
      answers[`${name} ${url.replace(/^chrome-extension:\/\/[a-p]+/, '')}`] = await work().catch((error: unknown) =>
        String(error).replace(/[a-p]{32}/g, 'ID'),
      );
    };
    await ask('fetch', async () => `answered ${(await fetch(url)).status}`);
    await ask('fetch without cors', async () => `answered ${(await fetch(url, { mode: 'no-cors' })).type}`);
    await ask('XMLHttpRequest', () =>
      settle((done) => {
        const request = new XMLHttpRequest();
        request.onload = () => done('load');
        request.onerror = () => done('error');
        request.open('GET', url);
        request.send();
      }),
    );
    for (const tag of ['img', 'script', 'link', 'iframe', 'object', 'embed', 'video', 'audio'] as const)
      await ask(tag, () => element(tag, url));
    await ask('import', async () => `module ${typeof (await import(/* @vite-ignore */ url))}`);
    await ask('worker', () =>
      settle((done) => {
        const worker = new Worker(url);
        worker.onerror = () => done('error');
        worker.onmessage = () => done('message');
      }),
    );
  };
  // A few at a time: on a busy machine late answers would look like other answers.
  for (let at = 0; at < urls.length; at += 4) await Promise.all(urls.slice(at, at + 4).map(knockAt));
  const entries = performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('chrome-extension'));
  answers['performance entries'] = String(
    entries.filter((entry) => (entry as PerformanceResourceTiming).responseStatus > 0).length,
  );
  return answers;
}

/** Everything a page can see of itself and its surroundings, without clocks. */
async function look(id: string): Promise<Record<string, string>> {
  const page = window as unknown as Record<string, unknown>;
  const seen: Record<string, string> = {};
  const note = (name: string, work: () => unknown) => {
    try {
      const value = work();
      seen[name] = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined');
    } catch (error) {
      seen[name] = String(error).replace(/[a-p]{32}/g, 'ID');
    }
  };
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const chrome = page['chrome'] as { runtime?: Record<string, (...args: unknown[]) => unknown> } | undefined;
  note('document', () => document.documentElement.outerHTML);
  note('children of html', () => document.documentElement.childNodes.length);
  note('names of window', () =>
    Object.getOwnPropertyNames(window)
      .filter((name) => name !== 'heard')
      .sort(),
  );
  note('names of document', () => Object.getOwnPropertyNames(document).sort());
  note('names of navigator', () => Object.getOwnPropertyNames(Navigator.prototype).sort());
  note('chrome', () => Object.getOwnPropertyNames(page['chrome'] ?? {}).sort());
  note('chrome.runtime', () => Object.getOwnPropertyNames(chrome?.runtime ?? {}).sort());
  note('sendMessage', () => String(chrome?.runtime?.['sendMessage']?.(id, { type: 'getView', tabId: null })));
  note('connect', () => String(chrome?.runtime?.['connect']?.(id, { name: 'panel' })));
  note('events heard', () => (page['heard'] as string[]).sort());
  note('window.length', () => window.length);
  note('style sheets', () => [...document.styleSheets].length + document.adoptedStyleSheets.length);
  note('computed styles', () => [...document.querySelectorAll('*')].map((one) => getComputedStyle(one).cssText.length));
  note('storage', () => [Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]);
  note('resources', () => performance.getEntriesByType('resource').map(({ name }) => name));
  note('fonts', () => document.fonts.size);
  note('animations', () => document.getAnimations().length);
  note('plugins', () => [...navigator.plugins].map(({ name }) => name));
  note('custom elements', () => ['sotay-panel', 'so-tay', 'wxt-ui'].map((name) => String(customElements.get(name))));
  note('elements at points', () => {
    const found: string[] = [];
    for (let y = 5; y < innerHeight; y += 45)
      for (let x = 5; x < innerWidth; x += 45)
        found.push(
          document
            .elementsFromPoint(x, y)
            .map((one) => one.localName)
            .join('/'),
        );
    return found;
  });
  note('find', () =>
    ['Sổ tay đồng hành', 'Xem thêm', 'Thu gọn'].map((text) =>
      (page as unknown as { find(text: string): boolean }).find(text),
    ),
  );
  note('sizes', () => [innerWidth, innerHeight, document.documentElement.scrollHeight, devicePixelRatio]);
  seen['databases'] = JSON.stringify(await indexedDB.databases());
  seen['caches'] = JSON.stringify(await caches.keys().catch(() => []));
  seen['service workers'] = String((await navigator.serviceWorker?.getRegistrations().catch(() => []))?.length);
  return seen;
}

function hear(): void {
  const heard: string[] = [];
  (globalThis as unknown as { heard: string[] }).heard = heard;
  for (const type of [
    'message',
    'error',
    'unhandledrejection',
    'securitypolicyviolation',
    'storage',
    'copy',
    'DOMNodeInserted',
    'wxt:content-script-started',
    'sotay',
    'rejectionhandled',
    'vite:preloadError',
  ]) {
    addEventListener(type, () => heard.push(type), true);
  }
  new MutationObserver((records) =>
    heard.push(...records.flatMap(({ addedNodes }) => [...addedNodes].map((node) => `added ${node.nodeName}`))),
  ).observe(document, { childList: true, subtree: true, attributes: true });
}

async function serve(): Promise<{ server: Server; port: number }> {
  const server = createServer((_request, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(ANYTHING),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { server, port: address.port };
}

/** The other host leads to this machine, and counts as secure, so that every interface is there to be asked. */
const switches = (host: string, port: number) =>
  host === 'localhost'
    ? []
    : [
        `--host-resolver-rules=MAP ${host} 127.0.0.1`,
        `--unsafely-treat-insecure-origin-as-secure=http://${host}:${port}`,
      ];

async function visit(browser: ExtensionBrowser, address: string): Promise<Page> {
  const page = await browser.newTab();
  await page.addInitScript(hear);
  await page.goto(address);
  await page.bringToFront();
  return page;
}

/** `build` and `host` say which extension and whose page: a host that could be added, but was not, is a stranger too. */
export async function playStrangers(
  options: { report?: (line: string) => void; build?: string; host?: string } = {},
): Promise<Row[]> {
  const { build = BUILD, host = HOST } = options;
  const { server, port } = await serve();
  const address = `http://${host}:${port}/`;
  const equipped = await openBrowser({ args: switches(host, port), build });
  const plain = await openBrowser({ args: switches(host, port), extension: false });
  try {
    await giveConsents(equipped);
    const files = [
      '',
      ...readdirSync(build, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name)),
    ];
    const addresses = (id: string) => files.map((name) => `chrome-extension://${id}/${name}`);
    const [here, there] = [await visit(equipped, address), await visit(plain, address)];
    const withIt = await here.evaluate(look, equipped.id ?? '');
    const without = await there.evaluate(look, equipped.id ?? '');
    options.report?.('looked around');
    const ours = await here.evaluate(knock, addresses(equipped.id ?? ''));
    const nobodys = await here.evaluate(knock, addresses(NOBODY));
    const absent = await there.evaluate(knock, addresses(equipped.id ?? ''));
    const differ = (left: Record<string, string>, right: Record<string, string>) =>
      Object.keys({ ...left, ...right })
        .filter((key) => left[key] !== right[key])
        .map((key) => `${key}: ${left[key]?.slice(0, 120)} / ${right[key]?.slice(0, 120)}`);
    const opened = Object.entries(ours).filter(
      ([, answer]) => /^(?:answered|load|message|module)/.test(answer) && absent[answer] !== answer,
    );
    const framed = await insideAStranger(equipped, address);
    return [
      atLeast(
        'ways a page of another host looked and knocked',
        Object.keys(withIt).length + Object.keys(ours).length,
        100,
      ),
      none('what it sees that a browser without the extension does not show', differ(withIt, without)),
      none('addresses answered otherwise than those of nobody', differ(ours, nobodys)),
      none('addresses answered otherwise than without the extension', differ(ours, absent)),
      none('worlds of the extension in it', framed),
      atLeast('control: one more element is seen', differ(await here.evaluate(marked), without).length, 1),
      atLeast('addresses tried', Object.keys(ours).length, files.length * 10),
      none(
        'addresses opened that no browser opens for a stranger',
        opened.map(([key]) => key).filter((key) => absent[key] !== ours[key]),
      ),
    ];
  } finally {
    await equipped.close();
    await plain.close();
    server.close();
  }
}

/** What an overlay would look like to the comparison. */
function marked(): Record<string, string> {
  document.documentElement.append(document.createElement('div'));
  return { document: document.documentElement.outerHTML };
}

/** Worlds of our scripts in a page of another host. */
async function insideAStranger(browser: ExtensionBrowser, address: string): Promise<string[]> {
  const page = await browser.newTab();
  const worlds: string[] = [];
  const session = await browser.context.newCDPSession(page);
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension:')) worlds.push(context.name);
  });
  await session.send('Runtime.enable');
  await page.goto(address);
  await page.bringToFront();
  await page.waitForTimeout(2_500);
  await page.close();
  return worlds;
}
