/** The lock on the built extension: on, closed, opened, closed by a restart, recovered while locked, off; and nothing readable meanwhile. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { StoreInfo } from '../../lib/protocol';
import { startHandbook, type RunningHandbook } from '../handbook/server.mjs';
import { expectScreen, screenPath, type ScreenRequest } from '../handbook/expected';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';

const PASSPHRASE = 'mèo xanh trên mái nhà cũ';
const NAME = 'Phạm Thị Khóa Kín';
const at = (path: string): string => `chrome-extension://${browser.id}/${path}`;
const PICTURES = join(import.meta.dirname, '../../.artifacts/screens');

let handbook: RunningHandbook;
let browser: ExtensionBrowser;
let profile: string;

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'sotay-lock-'));
  handbook = await startHandbook({ skin: 'vnpt' });
  browser = await openBrowser({ profile });
});
afterAll(async () => {
  await browser?.close();
  await handbook?.close();
  rmSync(profile, { recursive: true, force: true });
});

const request: ScreenRequest = { skin: 'vnpt', screen: 'home', account: 'chibo-34', day: '2026-11-10' };
const send = async <T>(page: Page, message: unknown): Promise<T> =>
  (await page.evaluate(
    (sent) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): unknown } } }
      ).chrome.runtime.sendMessage(sent),
    message,
  )) as T;
const storeOf = async (page: Page) => (await send<{ value: StoreInfo }>(page, { type: 'getStore' })).value;
/** Not in the standard library's types yet. */
type Buckets = {
  storageBuckets: { keys(): Promise<string[]>; open(name: string): Promise<{ indexedDB: IDBFactory }> };
};
/** Names of our databases: the first lies in the browser's ordinary place, later ones in buckets of their own. */
const databasesIn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const ordinary = (await indexedDB.databases()).map(({ name }) => name ?? '');
    return [...ordinary, ...(await (navigator as unknown as Buckets).storageBuckets.keys())];
  });
/** All rows of the database in use, as they lie there; or, to lose it, the database is deleted. */
const inDatabase = async (
  page: Page,
  database: string,
  what: 'rows' | 'delete',
): Promise<Record<string, Record<string, unknown>[]>> =>
  page.evaluate(
    async ([name, how]) => {
      const { storageBuckets } = navigator as unknown as Buckets;
      const inBucket = (await storageBuckets.keys()).includes(name);
      const home = inBucket ? (await storageBuckets.open(name)).indexedDB : indexedDB;
      return new Promise<Record<string, Record<string, unknown>[]>>((resolve, reject) => {
        const asked = how === 'delete' ? home.deleteDatabase(name) : home.open(name);
        asked.onerror = () => reject(asked.error ?? new Error('refused'));
        asked.onsuccess = () => {
          if (how === 'delete') return resolve({});
          const db = asked.result as IDBDatabase;
          const names = [...db.objectStoreNames];
          const all: Record<string, Record<string, unknown>[]> = {};
          const transaction = db.transaction(names);
          for (const table of names) {
            const read = transaction.objectStore(table).getAll();
            read.onsuccess = () => (all[table] = read.result as Record<string, unknown>[]);
          }
          transaction.oncomplete = () => {
            db.close();
            resolve(all);
          };
        };
      });
    },
    [database, what] as const,
  );
const rawRows = (page: Page, database: string) => inDatabase(page, database, 'rows');
const typePassphrase = async (page: Page, text = PASSPHRASE) => {
  await page.getByLabel('Câu mật khẩu', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Mở khóa', exact: true }).click();
};

it('seals, locks, opens, survives a restart and a wipe, and opens for good', async () => {
  for (const item of ['ownPoints', 'cellLists'] as const)
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
  await browser.act({ type: 'saveMembers', members: [{ name: NAME }] });
  const shown = expectScreen(request);
  const total = shown.points?.total ?? 0;
  const tab = await browser.newTab();
  await tab.goto(`${handbook.url}${screenPath(request)}`);
  const { pending } = await until(
    () => browser.viewOf(tab),
    ({ state }) => state === 'needsConfirm',
  );
  await browser.act({ type: 'confirmPending', pendingId: pending!.id, total: pending!.total });

  // Switched on by a person.
  const dash = await browser.openOwn('dashboard.html#/settings');
  await dash.getByRole('button', { name: 'Bật khóa…' }).click();
  await dash.getByRole('button', { name: 'Bật khóa sổ' }).click();
  await dash.getByText('Câu mật khẩu cần ít nhất 12 ký tự.').waitFor();
  await dash.getByLabel('Câu mật khẩu', { exact: true }).fill(PASSPHRASE);
  await dash.getByLabel('Nhập lại câu mật khẩu').fill(PASSPHRASE);
  await dash.getByRole('checkbox', { name: /Tôi hiểu/ }).check();
  await dash.screenshot({ path: join(PICTURES, 'lock-switch-on.png') });
  await dash.getByRole('button', { name: 'Bật khóa sổ' }).click();
  await dash.getByText('Đã bật khóa.').waitFor({ timeout: 60_000 });
  const sealed = await storeOf(dash);
  expect(sealed).toMatchObject({ lock: 'unlocked', report: null, problem: null });
  const rows = await rawRows(dash, sealed.database);
  expect(rows['members']).toEqual([{ id: expect.any(String) as string, sealed: expect.any(String) as string }]);
  for (const [table, list] of Object.entries(rows))
    if (table !== 'meta') expect(list.every((row) => typeof row['sealed'] === 'string' && !('name' in row))).toBe(true);
  expect(await databasesIn(dash)).toEqual([sealed.database]);
  // Sealed and open, everything works as before.
  await dash.goto(at('dashboard.html#/cell'));
  await dash.getByText(NAME).first().waitFor();

  // Locked by the button: own pages and the overlay show nothing, and nothing is read.
  await dash.goto(at('dashboard.html#/settings'));
  await dash.getByRole('button', { name: 'Khóa ngay' }).click();
  await dash.getByRole('heading', { name: 'Sổ đang khóa' }).waitFor();
  expect(await dash.textContent('body')).not.toContain(NAME);
  await dash.screenshot({ path: join(PICTURES, 'lock-unlock-view.png') });
  const view = await until(
    () => browser.viewOf(tab),
    ({ state }) => state === 'locked',
  );
  expect(view).toMatchObject({ points: null, me: { name: null, role: null, unit: null }, tables: [], pending: null });
  const frame = await until(
    () => browser.panelIn(tab),
    (found) => found !== null,
  );
  await frame!.getByText('Sổ đang khóa').waitFor();
  await tab.screenshot({ path: join(PICTURES, 'lock-overlay.png') });
  const later = { ...request, day: '2026-11-20' };
  await tab.goto(`${handbook.url}${screenPath(later)}`);
  await tab.waitForTimeout(1_500);
  expect(await browser.viewOf(tab)).toMatchObject({ state: 'locked', points: null, cost: null });
  expect(await browser.act({ type: 'saveMembers', members: [{ name: 'X' }] })).toMatchObject({
    ok: false,
    code: 'locked',
  });
  expect((await storeOf(dash)).protection?.seq).toBe(sealed.protection?.seq);

  // Opened again, with a wrong passphrase first; reading goes on.
  await dash.bringToFront();
  await typePassphrase(dash, 'không phải câu này đâu');
  await dash.getByText('Câu mật khẩu không đúng.').waitFor({ timeout: 60_000 });
  await typePassphrase(dash);
  await dash.getByRole('heading', { name: 'Cài đặt' }).waitFor({ timeout: 60_000 });
  const grown = expectScreen(later).points?.total ?? 0;
  await until(
    () => browser.viewOf(tab),
    ({ state, points }) => state === 'read' && points?.total === grown,
    30_000,
  );

  // The worker sleeps and comes back: still open. A restart of the browser locks.
  await browser.killWorker();
  await until(
    () => storeOf(dash).catch(() => null),
    (info) => info?.lock === 'unlocked',
  );
  await tab.close();
  expect(browser.wrongs.splice(0)).toEqual([]);
  await browser.close();
  browser = await openBrowser({ profile });
  let own = await browser.openOwn('dashboard.html#/points');
  await own.getByRole('heading', { name: 'Sổ đang khóa' }).waitFor();
  expect((await storeOf(own)).lock).toBe('locked');

  // The database is lost while locked: recovered from sealed copies, without the key.
  const { database } = await storeOf(own);
  // By its whole address: a browser that takes the extension for newly installed may have led this tab to the welcome view.
  await own.goto(at('rescue.html'));
  await own.getByText('Sổ đang khóa: những gì tải ra').waitFor();
  await browser.close();
  browser = await openBrowser({ profile });
  own = await browser.openOwn('popup.html');
  await inDatabase(own, database, 'delete');
  await browser.killWorker();
  const recovered = await until(
    () => storeOf(own).catch(() => null),
    (info) => info?.report !== null && info !== null,
    30_000,
  );
  expect(recovered).toMatchObject({ lock: 'locked', report: { lost: 0 } });
  own = await browser.openOwn('dashboard.html#/cell');
  await typePassphrase(own);
  await own.getByText(NAME).first().waitFor({ timeout: 60_000 });

  // Off again: everything lies open, as it was.
  await own.goto(at('dashboard.html#/settings'));
  await own.getByRole('button', { name: 'Tắt khóa…' }).click();
  await own.getByLabel('Câu mật khẩu hiện nay').fill(PASSPHRASE);
  await own.getByRole('button', { name: 'Tắt khóa', exact: true }).click();
  await own.getByText('Đã tắt khóa.').waitFor({ timeout: 60_000 });
  const open = await storeOf(own);
  expect(open.lock).toBe('off');
  const plain = await rawRows(own, open.database);
  expect(plain['members']).toMatchObject([{ name: NAME }]);
  expect(JSON.stringify(plain['pointPages'])).toContain(String(total));
  expect(browser.wrongs.splice(0)).toEqual([]);
}, 300_000);

it('hides every number by one key, and goes by a plain name and icon', async () => {
  await browser.act({ type: 'saveSettings', patch: { neutralLook: true } });
  const page = await browser.openOwn('dashboard.html#/points');
  await until(
    () => page.title(),
    (title) => title === 'Ghi chú',
  );
  const figure = page.locator('.big-figure').first();
  await figure.waitFor();
  expect(await figure.textContent()).toMatch(/\d/);
  await page.keyboard.press('h');
  await page.getByText('Đang che số ở mọi nơi').waitFor();
  await until(
    () => figure.textContent(),
    (text) => text === '•••',
  );
  await page.screenshot({ path: join(PICTURES, 'lock-hidden-numbers.png') });
  await page.keyboard.press('h');
  await until(
    () => figure.textContent(),
    (text) => /\d/.test(text ?? ''),
  );
  expect(await (await browser.worker()).evaluate(() => chrome.action.getTitle({}))).toBe('Ghi chú');
  expect(browser.wrongs.splice(0)).toEqual([]);
}, 120_000);
