/** The promise counted: over one and the same session the page notices nothing of the extension, and is left as it was. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright';
import { startHandbook, type RunningHandbook } from '../handbook/server.mjs';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';

let handbook: RunningHandbook;
const open: ExtensionBrowser[] = [];

beforeAll(async () => {
  handbook = await startHandbook({ skin: 'vnpt' });
});
afterAll(async () => {
  await Promise.all(open.map((browser) => browser.close()));
  await handbook?.close();
});

/** Wraps, in the page's own world and before its first script, everything the extension promised never to do. */
function countEverything(): void {
  const counts: Record<string, number> = {};
  (globalThis as unknown as { counts: typeof counts }).counts = counts;
  const count = (what: string) => (counts[what] = (counts[what] ?? 0) + 1);
  const wrap = (owner: object, name: string) => {
    const original = Reflect.get(owner, name) as (...args: unknown[]) => unknown;
    Object.defineProperty(owner, name, {
      configurable: true,
      writable: true,
      value(this: unknown, ...args: unknown[]) {
        count(name);
        return Reflect.apply(original, this, args);
      },
    });
  };
  const wrapGetter = (owner: object, name: string) => {
    const { get, set } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
    Object.defineProperty(owner, name, {
      configurable: true,
      get(this: unknown) {
        count(`read ${name}`);
        return get?.call(this) as unknown;
      },
      set(this: unknown, value: unknown) {
        count(`write ${name}`);
        set?.call(this, value);
      },
    });
  };
  for (const name of ['fetch', 'postMessage', 'scrollTo', 'scrollBy', 'scroll', 'open']) wrap(window, name);
  for (const name of ['open', 'send']) wrap(XMLHttpRequest.prototype, name);
  wrap(Navigator.prototype, 'sendBeacon');
  wrap(WebSocket.prototype, 'send');
  wrap(EventTarget.prototype, 'dispatchEvent');
  for (const name of ['click', 'focus', 'blur']) wrap(HTMLElement.prototype, name);
  for (const name of ['scrollTo', 'scrollBy', 'scrollIntoView', 'attachShadow']) wrap(Element.prototype, name);
  for (const name of ['submit', 'requestSubmit']) wrap(HTMLFormElement.prototype, name);
  for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'clear']) wrap(Storage.prototype, name);
  for (const name of ['open', 'databases', 'deleteDatabase']) wrap(IDBFactory.prototype, name);
  for (const name of ['pushState', 'replaceState', 'back', 'go']) wrap(History.prototype, name);
  wrapGetter(Document.prototype, 'cookie');
  wrapGetter(Document.prototype, 'title');
  for (const type of ['click', 'scroll', 'input', 'change', 'focusin', 'submit', 'message', 'keydown']) {
    addEventListener(type, (event) => count(`${event.isTrusted ? 'trusted' : 'untrusted'} ${type}`), true);
  }
}

interface Outcome {
  counts: Record<string, number>;
  requests: string[];
  html: string;
}

/** One member's session: sign in, home, ranking, two pages of members, a meeting list. */
async function session(browser: ExtensionBrowser): Promise<Outcome> {
  const page = await browser.newTab();
  const requests: string[] = [];
  const network = await browser.context.newCDPSession(page);
  await network.send('Network.enable');
  network.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('chrome-extension:'))
      requests.push(`${request.method} ${new URL(request.url).pathname}`);
  });
  await page.addInitScript(countEverything);
  await page.goto(`${handbook.url}/dashboard/default?vao=chibo-63`);
  await page.bringToFront();
  await page.getByText('Điểm tích lũy').first().waitFor();
  await settle(page);
  for (const name of ['/quanly/dangvien', '/quanly/hoctapnghiquyet']) {
    await page.evaluate((path) => {
      history.pushState(null, '', path);
      dispatchEvent(new PopStateEvent('popstate'));
    }, name);
    await page.locator('.rs-table').first().waitFor();
    await settle(page);
  }
  await page.mouse.move(640, 500);
  await page.mouse.wheel(0, 300);
  await settle(page);
  const counts = await page.evaluate(() => (globalThis as unknown as { counts: Record<string, number> }).counts);
  return { counts, requests, html: await page.evaluate(() => document.documentElement.outerHTML) };
}

/** Longer than every timer of the reader and of the page. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(2_500);
}

describe('on the handbook', () => {
  it('the extension causes no request, event, click, scroll or storage read, and leaves no trace', async () => {
    const plain = await openBrowser({ extension: false });
    const equipped = await openBrowser();
    open.push(plain, equipped);
    await equipped.act({ type: 'giveConsent', item: 'ownPoints', text: 'Đồng ý', language: 'vi' });
    await equipped.act({ type: 'giveConsent', item: 'cellLists', text: 'Đồng ý', language: 'vi' });
    const without = await session(plain);
    const withIt = await session(equipped);

    // It was there and did read: otherwise the zeros below would say nothing.
    const page = equipped.context.pages().find((one) => one.url().startsWith(handbook.url))!;
    expect(equipped.panelIn(page)).not.toBeNull();
    const view = await until(
      () => equipped.viewOf(page),
      (now) => (now.cost?.passes ?? 0) > 2,
    );
    expect(view.pending?.total).toBeGreaterThan(0);

    expect(withIt.counts).toEqual(without.counts);
    expect(Object.keys(withIt.counts).length).toBeGreaterThan(3);
    expect(withIt.requests).toEqual(without.requests);

    // What the page can see of itself while the panel stands: one bare element more, no text, no frame, nothing to find.
    const seen = await page.evaluate(() => {
      const extra = document.documentElement.lastElementChild;
      return {
        extra: extra?.outerHTML.replace(/ style="[^"]*"/, ''),
        shadow: extra?.shadowRoot ?? null,
        frames: window.length,
        entries: performance.getEntriesByType('resource').filter((entry) => entry.name.includes('extension')).length,
        found: (window as unknown as { find(text: string): boolean }).find('Sổ tay đồng hành'),
      };
    });
    expect(seen).toEqual({ extra: '<div></div>', shadow: null, frames: 0, entries: 0, found: false });

    // Gone with the extension, byte for byte.
    await equipped.disable();
    await page.bringToFront();
    await until(
      () => page.evaluate(() => document.documentElement.outerHTML),
      (html) => !/<\/body><div/.test(html),
      5_000,
    );
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(without.html);
    expect([...plain.wrongs, ...equipped.wrongs]).toEqual([]);
  });
});
