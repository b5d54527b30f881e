/** What happens around the reading: hidden tabs, pages that cost too much, ends of sessions, other roles, updates, and the panel moved by hand. */
import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Frame, Page } from 'playwright';
import { startHandbook, type RunningHandbook, type Skin } from '../handbook/server.mjs';
import { expectScreen, screenPath, type ScreenRequest } from '../handbook/expected';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';

const SKINS = ['vnpt', 'ptit', 'quoc-gia', 'cu', 'odoo'] as const;
let browser: ExtensionBrowser;
let heavy: Server;
const handbooks = new Map<Skin, RunningHandbook>();

beforeAll(async () => {
  for (const skin of SKINS) handbooks.set(skin, await startHandbook({ skin }));
  const row = (index: number) =>
    `<tr><td>${index + 1}</td><td>Nguyễn Văn An</td><td>Chi bộ thôn An Cư</td><td>${70_000 - index}</td></tr>`;
  const body = `<h1>Bảng xếp hạng</h1><p>Sổ tay đảng viên</p><table><thead><tr><th>STT</th><th>Họ và tên</th><th>Chi bộ</th><th>Điểm tích lũy</th></tr></thead><tbody>${Array.from({ length: 1_200 }, (_, index) => row(index)).join('')}</tbody></table>`;
  heavy = createServer((_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="vi"><title>x</title>${body}</html>`);
  });
  await new Promise<void>((resolve) => heavy.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  heavy?.close();
  for (const handbook of handbooks.values()) await handbook.close();
});
beforeEach(async () => {
  for (const page of browser.context.pages()) if (page.url().startsWith('http')) await page.close();
  await browser.act({ type: 'eraseEverything' });
  await browser.act({ type: 'giveConsent', item: 'ownPoints', text: 'Tôi đồng ý', language: 'vi' });
});
afterEach(() => {
  expect(browser.wrongs.splice(0)).toEqual([]);
});

async function open(request: ScreenRequest): Promise<Page> {
  const page = await browser.newTab();
  await page.goto(`${handbooks.get(request.skin)?.url}${screenPath(request)}`);
  return page;
}
const inState = (page: Page, ...states: string[]) =>
  until(
    () => browser.viewOf(page),
    ({ state }) => states.includes(state),
  );
const home = (skin: Skin, more: Partial<ScreenRequest> = {}): ScreenRequest => ({
  skin,
  screen: 'home',
  account: 'chibo-34',
  ...more,
});
/** What the background holds of the page at `url`, without bringing its tab to the front. */
async function known(browser: ExtensionBrowser, url: string): Promise<{ passes: number; total: number | null }> {
  const worker = await browser.worker();
  return worker.evaluate(async (wanted) => {
    // The worker's own API and what tab-pages.ts keeps there.
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
        storage: {
          session: {
            get(
              key: string,
            ): Promise<
              Record<string, { cost: { passes: number } | null; read: { points: { value: number } | null } | null }>
            >;
          };
        };
      };
    };
    const id = (await chrome.tabs.query({})).find((tab) => tab.url === wanted)?.id;
    const key = `tab:${id}`;
    const page = (await chrome.storage.session.get(key))[key];
    return { passes: page?.cost?.passes ?? 0, total: page?.read?.points?.value ?? null };
  }, url);
}
const setPoints = (page: Page, total: number) =>
  page.evaluate((value) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node.nodeValue?.includes('Điểm tích lũy:') === true) node.nodeValue = ` Điểm tích lũy: ${value}`;
  }, total);

describe('a tab out of sight', () => {
  it('is not read until it is seen again', async () => {
    const seeing = await openBrowser({ hides: true });
    try {
      await seeing.act({ type: 'giveConsent', item: 'ownPoints', text: 'Tôi đồng ý', language: 'vi' });
      const page = await seeing.newTab();
      await page.goto(`${handbooks.get('vnpt')?.url}${screenPath(home('vnpt'))}`);
      const first = (
        await until(
          () => seeing.viewOf(page),
          ({ state }) => state === 'needsConfirm',
        )
      ).pending?.total;
      if (first === undefined) throw new Error('nothing waits');
      await page.waitForTimeout(1_500);
      const other = await seeing.newTab();
      await other.bringToFront();
      await until(
        () => page.evaluate(() => document.hidden),
        (hidden) => hidden,
      );
      // A pass that was under way comes to its end.
      await page.waitForTimeout(1_500);
      const before = await known(seeing, page.url());
      expect(before.total).toBe(first);
      await setPoints(page, first + 7);
      await page.waitForTimeout(4_000);
      expect(await known(seeing, page.url())).toEqual(before);
      await page.bringToFront();
      await until(
        () => known(seeing, page.url()),
        ({ total }) => total === first + 7,
      );
    } finally {
      await seeing.close();
    }
  });
});

describe('a page that costs too much', () => {
  it('is left to the launcher: the panel says so and reads no more, until asked to', async () => {
    const page = await browser.newTab();
    const devtools = await browser.context.newCDPSession(page);
    // A slow machine, so that every pass over this page is a slow one.
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 3 });
    const { port } = heavy.address() as { port: number }; // listening on a port
    await page.goto(`http://127.0.0.1:${port}/`);
    // A change that no single row explains: the page has to be read whole each time.
    await page.evaluate(() => {
      const head = document.querySelector('th');
      setInterval(() => head?.classList.toggle('khac'), 300);
    });
    const view = await until(
      () => browser.viewOf(page),
      ({ state }) => state === 'steppedDown',
      60_000,
    );
    expect(view.cost).toMatchObject({ steppedDown: true });
    expect(view.cost?.passes).toBeGreaterThanOrEqual(6);
    const panel = browser.panelIn(page);
    expect(panel).not.toBeNull();
    await panel?.getByText('đã dừng', { exact: false }).first().waitFor();
    await page.waitForTimeout(4_000);
    expect((await browser.viewOf(page)).cost?.passes).toBe(view.cost?.passes);
    await devtools.detach();
  });
});

describe('signing out', () => {
  const SIGN_OUT: Record<Skin, (page: Page) => Promise<void>> = {
    vnpt: async (page) => {
      await page.locator('.user-button').click();
      await page.getByRole('menuitem', { name: 'Đăng xuất' }).click();
    },
    ptit: (page) => page.getByRole('button', { name: 'Đăng xuất' }).click(),
    'quoc-gia': (page) => page.getByRole('button', { name: 'Đăng xuất' }).click(),
    cu: (page) => page.getByRole('link', { name: 'Đăng xuất' }).click(),
    odoo: (page) => page.getByRole('link', { name: 'Đăng xuất' }).click(),
  };

  it.each(SKINS)('of %s ends the reading, and nothing of the member is shown any more', async (skin) => {
    const page = await open(home(skin, skin === 'odoo' ? { screen: 'members' } : {}));
    await inState(page, 'needsConfirm', 'read', 'nothingNew', 'noPointsHere');
    const shown = (await browser.viewOf(page)).pending?.total ?? null;
    await SIGN_OUT[skin](page);
    await page.locator('input[type="password"]').waitFor();
    const view = await inState(page, 'sessionEnded');
    expect(view.me.name).toBeNull();
    await page.waitForTimeout(2_500);
    const { cost } = await browser.viewOf(page);
    await page.waitForTimeout(2_500);
    expect((await browser.viewOf(page)).cost?.passes).toBe(cost?.passes);
    if (shown !== null) expect(await browser.panelIn(page)?.locator('body').innerText()).not.toContain(String(shown));
  });

  it.each(['vnpt', 'ptit', 'quoc-gia', 'cu'] as const)('by itself, as %s does, is noticed', async (skin) => {
    const page = await open(home(skin, { faults: 'het-phien' }));
    expect(await inState(page, 'sessionEnded')).toMatchObject({ me: { name: null } });
  });

  it('and in again goes on reading in the same tab', async () => {
    const page = await open(home('vnpt'));
    await inState(page, 'needsConfirm');
    await SIGN_OUT.vnpt(page);
    await inState(page, 'sessionEnded');
    await page.goto(`${handbooks.get('vnpt')?.url}${screenPath(home('vnpt'))}`);
    await inState(page, 'needsConfirm');
  });
});

describe('another role in place', () => {
  it('is asked for; what was kept stays under the role it was read in', async () => {
    const page = await open(home('vnpt', { faults: 'doi-vai' }));
    const { pending } = await inState(page, 'needsConfirm');
    if (!pending) throw new Error('nothing waits');
    await browser.act({ type: 'confirmPending', pendingId: pending.id, total: pending.total });
    await inState(page, 'read', 'nothingNew');
    const document = await page.evaluate(() => performance.timeOrigin);
    await page.locator('.rs-picker-toggle').first().click();
    await page.getByRole('option', { name: /^Đảng ủy viên/ }).click();
    const expected = expectScreen(home('vnpt', { role: 1 }));
    const view = await until(
      () => browser.viewOf(page),
      (now) => now.pending?.total === expected.points?.total,
    );
    expect(view.pending).toMatchObject({ role: expected.role, unit: expected.unit });
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(document);
    await page.locator('.rs-picker-toggle').first().click();
    await page.getByRole('option', { name: /^Bí thư/ }).click();
    const back = await until(
      () => browser.viewOf(page),
      (now) => now.me.role === pending.role && now.pending?.role !== expected.role,
    );
    expect(back.me.role).toBe(pending.role);
  });
});

describe('a role without points', () => {
  it('is told from a changed page where the bar proves it, and only there', async () => {
    const page = await open(home('vnpt', { role: 1, faults: 'an-diem' }));
    const view = await inState(page, 'noPointsHere', 'pageChanged');
    expect(view).toMatchObject({ state: 'noPointsHere', pending: null, me: { role: 'Đảng ủy viên' } });
    await browser.panelIn(page)?.getByText('vai này không có điểm').first().waitFor();
    const other = await open(home('ptit', { role: 1, faults: 'an-diem' }));
    expect((await inState(other, 'noPointsHere', 'pageChanged')).state).toBe('pageChanged');
  });
});

describe('the panel', () => {
  it('is dragged to the other edge by a mouse, and back', async () => {
    // A skin without a side menu: over one the card would give way again.
    const page = await open(home('quoc-gia'));
    await inState(page, 'noPointsHere', 'read', 'nothingNew');
    const frame = await until(
      () => browser.panelIn(page),
      (now) => now !== null,
    );
    if (frame === null) throw new Error('no panel');
    const boxOf = async () => (await frame.frameElement()).boundingBox();
    // What the mouse does after the grip was taken goes to the panel's frame, wherever the pointer is.
    const mouse = await browser.context.newCDPSession(frame);
    const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', x: number, y: number) =>
      mouse.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 });
    for (const side of ['left', 'right'] as const) {
      const way = side === 'left' ? -1 : 1;
      // The frame stands before it has drawn what can be taken hold of.
      await frame.locator('.overlay-grip').waitFor();
      await send('mousePressed', 27, 20);
      for (let step = 1; step <= 10; step++) await send('mouseMoved', 27 + way * step * 100, 20 + step * 4);
      await send('mouseReleased', 27 + way * 1_000, 60);
      const box = await until(boxOf, (now) => now !== null && (side === 'left' ? now.x === 0 : now.x > 640));
      expect(box?.width).toBeGreaterThan(100);
      expect((await browser.viewOf(page)).placement).toMatchObject({ side, collapsed: false });
    }
  });
});

// Last: it changes the extension under all pages.
describe('an update of the extension', () => {
  it('takes over an open page without a reload, and reads on where the old one stopped', async () => {
    const page = await open(home('vnpt'));
    const { pending } = await inState(page, 'needsConfirm');
    if (!pending) throw new Error('nothing waits');
    await browser.act({ type: 'confirmPending', pendingId: pending.id, total: pending.total });
    await inState(page, 'read', 'nothingNew');
    const before = await page.evaluate(() => ({ at: performance.timeOrigin, body: document.body.outerHTML }));
    await browser.reload();
    await page.bringToFront();
    await until(
      async () => {
        // The old frame may linger for a while, with nothing in it.
        const panels = page.frames().filter((frame) => frame.url().endsWith('/panel.html'));
        const buttons = (panel: Frame) =>
          panel
            .locator('button')
            .count()
            .catch(() => 0);
        return Math.max(0, ...(await Promise.all(panels.map(buttons))));
      },
      (buttons) => buttons > 0,
      30_000,
    );
    expect(await page.evaluate(() => document.documentElement.childElementCount)).toBe(3);
    await setPoints(page, pending.total + 5);
    const view = await until(
      () => browser.viewOf(page),
      ({ points, state }) => points?.total === pending.total + 5 && state !== 'reading',
      30_000,
    );
    expect(['read', 'nothingNew']).toContain(view.state);
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(before.at);
  });
});
