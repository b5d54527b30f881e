/** A host on the build that people load, with the browser's own permission: added, read, kept over restart and update, taught by a file, sampled, taken away. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exportSite } from '../../lib/model/describe-site';
import { buildSite, derivePart } from '../../lib/picker';
import { type Site, siteSchema } from '../../lib/model/site';
import { knownWords } from '../../lib/scrub/known-words';
import { foldLabel } from '../../lib/vi/text';
import { expectScreen, screenPath, type ScreenRequest } from '../handbook/expected';
import { startHandbook, type RunningHandbook } from '../handbook/server.mjs';
import { openHtml } from '../lib/reader/open-page';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';
import { productionBuild } from './production-build';

const SHOTS = join(import.meta.dirname, '../../.artifacts/sites');
const REQUEST: ScreenRequest = { skin: 'vnpt', screen: 'home', account: 'chibo-34' };
const TOTAL = expectScreen(REQUEST).points?.total;

let folder: string;
let handbook: RunningHandbook;
let browser: ExtensionBrowser;
let host: string;

const start = () =>
  openBrowser({ build: join(folder, 'build'), inPlace: true, profile: join(folder, 'profile'), welcome: true });

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  handbook = await startHandbook({ skin: 'vnpt' });
  host = `localhost:${handbook.port}`;
  folder = mkdtempSync(join(tmpdir(), 'sotay-sites-'));
  mkdirSync(join(folder, 'profile'));
  cpSync(productionBuild(), join(folder, 'build'), { recursive: true });
  browser = await start();
  for (const item of ['ownPoints', 'cellLists'] as const)
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
});
afterAll(async () => {
  await browser?.close();
  await handbook?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  expect(browser.wrongs.splice(0)).toEqual([]);
});

const address = (request = REQUEST) => `http://${host}${screenPath(request)}`;
async function open(request = REQUEST): Promise<Page> {
  const page = await browser.newTab();
  await page.goto(address(request));
  await page.bringToFront();
  return page;
}
async function dashboard(): Promise<Page> {
  const page = await browser.openOwn('dashboard.html#/sites');
  await page.getByRole('heading', { level: 1, name: 'Trang sổ tay' }).waitFor();
  return page;
}
const shown = (page: Page) =>
  until(
    () => browser.panelIn(page) !== null,
    (there) => there,
  );
const stateOf = (page: Page, ...states: string[]) =>
  until(
    () => browser.viewOf(page),
    ({ state }) => states.includes(state),
  );
const card = (page: Page, name = host) =>
  page.locator('.site-cards > li', { has: page.getByRole('heading', { name }) });

interface Chrome {
  permissions: { getAll(): Promise<{ origins: string[] }> };
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
}
/** Asked from a page of our own: the background may be starting anew just then, and a question put to it would be lost. */
async function asks() {
  const page = await browser.openOwn('popup.html');
  try {
    return await page.evaluate(async () => {
      const { permissions, scripting } = (globalThis as unknown as { chrome: Chrome }).chrome;
      return {
        origins: (await permissions.getAll()).origins.filter((origin) => origin.includes('localhost')),
        scripts: (await scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches),
      };
    });
  } finally {
    await page.close();
  }
}
const rows = async (page: Page, table: string) =>
  page.evaluate(
    ([name]) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('sotay');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
    [table] as const,
  );

/** The points of the stand-in, pointed at as a person would, for the host of this run. */
function taught(): Site {
  const doc = openHtml(readFileSync(new URL('../fixtures/sites/vnpt/home.html', import.meta.url), 'utf8'));
  const label = [...doc.querySelectorAll('*')].find(
    (element) => element.children.length === 0 && (element.textContent ?? '').includes('Điểm tích lũy:'),
  );
  const part = label === undefined ? null : derivePart(doc, address(), label, 'points');
  if (part?.ok !== true) throw new Error('not derived');
  return siteSchema.parse(buildSite({ host, day: '2026-11-25', parts: [part.part], lists: [], leapLimit: null }));
}

describe('a host that is no shipped one', () => {
  it('is a stranger until the person allows it, in one press; then its skin is known by what the page shows', async () => {
    const page = await open();
    expect(await asks()).toEqual({ origins: [], scripts: [] });
    await page.waitForTimeout(1_500);
    expect(browser.panelIn(page)).toBeNull();
    const own = await dashboard();
    await own.getByLabel('Địa chỉ trang sổ tay của bạn').fill(address());
    await browser.allow('http://localhost/*');
    await own.bringToFront();
    await own.getByRole('button', { name: 'Cho phép đọc trang này' }).click();
    await card(own).waitFor();
    expect(await asks()).toEqual({ origins: ['http://localhost/*'], scripts: ['http://localhost/*'] });
    // The tab that was open gets its overlay without being reloaded.
    await shown(page);
    const { pending, site } = await stateOf(page, 'needsConfirm');
    expect([site?.id, pending?.total]).toEqual(['vnpt', TOTAL]);
    await browser.act({ type: 'confirmPending', pendingId: pending?.id ?? '', total: TOTAL ?? 0 });
    await own.bringToFront();
    await card(own).getByText('Lần đọc tốt gần nhất').waitFor();
    await own.screenshot({ path: join(SHOTS, 'added.png'), fullPage: true });
    await page.close();
  });

  it('is still there after the browser restarts, and after an update', async () => {
    expect(browser.wrongs.splice(0)).toEqual([]);
    await browser.close();
    browser = await start();
    const page = await open();
    await shown(page);
    expect((await stateOf(page, 'read', 'nothingNew')).site?.id).toBe('vnpt');
    await browser.reload();
    await until(
      async () => {
        try {
          return (await asks()).scripts;
        } catch {
          return []; // between the old code and the new there are no pages of ours
        }
      },
      (scripts) => scripts.includes('http://localhost/*'),
    );
    const later = await open();
    await shown(later);
    expect((await stateOf(later, 'read', 'nothingNew')).site?.id).toBe('vnpt');
    await page.close();
    await later.close();
  });

  it('is read by a description from a file, which goes out as it came in', async () => {
    const own = await dashboard();
    const site = taught();
    const bring = async (text: string) => {
      const buffer = Buffer.from(text);
      await own.locator('input[type=file]').setInputFiles({ name: 'mo-ta.json', mimeType: 'application/json', buffer });
    };
    await bring(exportSite({ ...site, hosts: ['*.example.vn'] }));
    await own.getByText('Không dùng được tệp này, chưa có gì thay đổi').waitFor();
    await bring(exportSite(site));
    await own.getByRole('dialog').getByText('Chỉ dùng tệp của người bạn tin').waitFor();
    expect(await own.getByRole('dialog').innerText()).toContain('tổng điểm của tôi, nhận ra nhờ chữ “Điểm tích lũy');
    await own.screenshot({ path: join(SHOTS, 'import.png') });
    await own.getByRole('button', { name: 'Cho phép và dùng' }).click();
    await card(own).getByText('mô tả lấy từ tệp').waitFor();
    const page = await open();
    // What a file reads is asked about once, though the number is the same.
    const view = await stateOf(page, 'needsConfirm');
    expect(view).toMatchObject({ site: { id: site.id }, host: { name: host, taught: true } });
    expect(view.pending).toMatchObject({ total: TOTAL, reasons: ['site'] });
    await browser.act({ type: 'confirmPending', pendingId: view.pending?.id ?? '', total: TOTAL ?? 0 });
    expect(view.problems).toEqual([]);
    await own.bringToFront();
    const save = async () => {
      await card(own).getByRole('button', { name: 'Xuất mô tả' }).click();
      const waiting = own.waitForEvent('download');
      await own.getByRole('button', { name: 'Lưu tệp' }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toMatch(/^mo-ta-trang-\d{4}-\d\d-\d\d\.json$/);
      return readFileSync(await download.path(), 'utf8');
    };
    const out = await save();
    expect(out).toBe(exportSite(site));
    await card(own).getByRole('button', { name: 'Quên mô tả riêng' }).click();
    await own.getByRole('dialog').getByRole('button', { name: 'Quên mô tả riêng' }).click();
    await card(own).getByText('mô tả có sẵn').first().waitFor();
    await bring(out);
    await own.getByRole('button', { name: 'Cho phép và dùng' }).click();
    await card(own).getByText('mô tả lấy từ tệp').waitFor();
    expect(await save()).toBe(out);
    await page.close();
    await own.close();
  });

  it('gives a sample for support in which nothing of the page is left', async () => {
    for (const screen of ['home', 'members'] as const) {
      const page = await open({ ...REQUEST, screen });
      const { name, unit, tables } = expectScreen({ ...REQUEST, screen });
      const names = [name, unit, ...tables.flatMap(({ rows: all }) => all.map(({ cells }) => String(cells['name'])))];
      const texts = await until(
        () => textsOf(page),
        (all) => names.filter((one) => all.some((text) => text.includes(one))).length > (screen === 'home' ? 1 : 9),
      );
      // The page of its own goes on for a moment: what counts is what it shows at rest.
      let before = '';
      const body = () => page.evaluate(() => document.body.outerHTML);
      await until(
        async () => {
          const last = before;
          before = await body();
          await page.waitForTimeout(400);
          return before === last;
        },
        (rests) => rests,
      );
      const own = await dashboard();
      await own.getByRole('button', { name: 'Tạo mẫu' }).click();
      await own.getByText('Xem trước mẫu').waitFor();
      await own.getByText('Mẫu đã được kiểm tra lại lần thứ hai').waitFor();
      const waiting = own.waitForEvent('download');
      await own.getByRole('button', { name: 'Lưu tệp' }).click();
      const download = await waiting;
      expect(download.suggestedFilename()).toMatch(/^mau-trang-\d{4}-\d\d-\d\d\.html$/);
      const html = readFileSync(await download.path(), 'utf8');
      await own.screenshot({ path: join(SHOTS, `sample-${screen}.png`), fullPage: true });
      expect(left(texts, names, html)).toEqual([]);
      expect(html).toContain('xx');
      // Only looked at: the page is as it was.
      expect((await body()) === before).toBe(true);
      await page.close();
      await own.close();
    }
  });

  it('is taken away: permission, script, overlay, description and, with the box ticked, its readings', async () => {
    const page = await open();
    await shown(page);
    const own = await dashboard();
    expect(await rows(own, 'pointPages')).toHaveLength(1);
    await card(own).getByRole('button', { name: 'Bỏ trang này' }).click();
    const dialog = own.getByRole('dialog');
    await dialog.getByText('Ở trang này đã ghi 2 lần điểm của chính bạn').waitFor();
    await dialog.getByRole('checkbox').check();
    await own.screenshot({ path: join(SHOTS, 'remove.png') });
    await dialog.getByRole('button', { name: 'Bỏ trang và xóa số liệu' }).click();
    await dialog.waitFor({ state: 'detached' });
    await until(asks, ({ origins, scripts }) => origins.length + scripts.length === 0);
    await until(
      () => browser.panelIn(page),
      (frame) => frame === null,
    );
    await card(own).waitFor({ state: 'detached' });
    expect([await rows(own, 'pointPages'), await rows(own, 'hostSites'), await rows(own, 'siteHealth')]).toEqual([
      [],
      [],
      [],
    ]);
    const later = await open();
    await later.waitForTimeout(1_500);
    expect(browser.panelIn(later)).toBeNull();
  });
});

/** Every text of the page, shadow roots apart. */
const textsOf = (page: Page) =>
  page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push((walker.currentNode.nodeValue ?? '').trim());
    return [...new Set(texts)].filter((text) => text.length > 1);
  });

/** Texts of the page and names of people that stand in the sample; labels that all handbooks share apart. */
function left(texts: string[], names: string[], html: string): string[] {
  const body = html.slice(html.indexOf('<body')).normalize('NFC');
  const kept = new Set(body.split(/<[^>]*>/).map((text) => text.trim()));
  return [
    ...texts.filter((text) => !knownWords().has(foldLabel(text)) && !/^[^\p{L}\p{N}]+$/u.test(text) && kept.has(text)),
    ...names.filter((name) => body.toLocaleLowerCase('vi').includes(name.toLocaleLowerCase('vi'))),
    ...(body.replace(/<[^>]*>/g, '\n').match(/[1-9]/g) ?? []),
  ];
}
