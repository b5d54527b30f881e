/** What is typed and not saved outlives the page, the background and the lock; a list brought in is taken back after a restart of the page. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright';
import type { Reply, StoreInfo } from '../../lib/protocol';
import { openBrowser, type ExtensionBrowser } from './fixtures';

const PASSPHRASE = 'mèo xanh trên mái nhà cũ';
const TABLE = ['Họ và tên\tNgày\tĐiểm tích lũy', 'Lê Hoàng Cường\t30/09/2026\t700', 'Trần Bình\t30/09/2026\t9'].join(
  '\n',
);
let browser: ExtensionBrowser;

beforeAll(async () => {
  browser = await openBrowser();
  for (const item of ['ownPoints', 'cellLists'] as const)
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
});
afterAll(async () => {
  await browser?.close();
});

/** The address is left altogether and opened anew, as a person does who closes the tab. */
async function openAnew(page: Page, hash: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`chrome-extension://${browser.id}/dashboard.html${hash}`);
}
const paste = (page: Page) => page.getByLabel(/Chép các ô trong Excel/);
const found = (page: Page) => page.getByText(/^Đây là phần nhập dở lúc/);

/** Rows of the drafts as they lie in the database in use. */
async function rawDrafts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const ask = { type: 'getStore' };
    // What the browser gives our own pages; not in the types of this test.
    const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(m: unknown): Promise<unknown> } } };
    const { value } = (await chrome.runtime.sendMessage(ask)) as Extract<Reply<StoreInfo>, { ok: true }>;
    const { storageBuckets } = navigator as unknown as {
      storageBuckets: { keys(): Promise<string[]>; open(name: string): Promise<{ indexedDB: IDBFactory }> };
    };
    const inBucket = (await storageBuckets.keys()).includes(value.database);
    const home = inBucket ? (await storageBuckets.open(value.database)).indexedDB : indexedDB;
    return new Promise<string>((resolve, reject) => {
      const asked = home.open(value.database);
      asked.onerror = () => reject(asked.error ?? new Error('refused'));
      asked.onsuccess = () => {
        const read = asked.result.transaction('drafts').objectStore('drafts').getAll();
        read.onsuccess = () => {
          asked.result.close();
          resolve(JSON.stringify(read.result));
        };
      };
    });
  });
}

it('keeps a pasted table until it is saved, and takes the list back after the page was opened anew', async () => {
  const page = await browser.openOwn('dashboard.html#/cell/bring');
  await paste(page).fill(TABLE);
  // At once: nothing waits for the pause.
  await openAnew(page, '#/cell/bring');
  await found(page).waitFor();
  expect(await paste(page).inputValue()).toBe(TABLE);
  await page.getByRole('button', { name: 'Đọc phần đã dán' }).click();
  await page.getByRole('button', { name: 'Quay lại, không lưu' }).click();
  expect(await paste(page).inputValue()).toBe(TABLE);
  await page.getByRole('button', { name: 'Đọc phần đã dán' }).click();
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã thêm 2 người, bổ sung thông tin của 0 người, ghi 2 lần điểm.').waitFor();
  await browser.killWorker();
  await openAnew(page, '#/cell/bring');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText(/^Đã hoàn tác: danh sách và điểm trở lại/).waitFor();
  expect(await paste(page).inputValue()).toBe('');
  await openAnew(page, '#/cell/roster');
  await page.getByText('Chưa có đảng viên nào trong danh sách').waitFor();
  await page.close();
});

it('keeps a member form sealed while the store is locked, and shows it again to whoever unlocks it', async () => {
  await browser.act({ type: 'saveMembers', members: [{ name: 'Đỗ Thị Lan' }, { name: 'Lê An' }] });
  const page = await browser.openOwn('dashboard.html#/settings');
  await page.getByRole('button', { name: 'Bật khóa…' }).click();
  await page.getByLabel('Câu mật khẩu', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Nhập lại câu mật khẩu').fill(PASSPHRASE);
  await page.getByRole('checkbox', { name: /Tôi hiểu/ }).check();
  await page.getByRole('button', { name: 'Bật khóa sổ' }).click();
  await page.getByText('Đã bật khóa.').waitFor({ timeout: 60_000 });
  await openAnew(page, '#/cell/roster');
  await page.getByRole('button', { name: 'Sửa Đỗ Thị Lan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(/^Chức vụ/)
    .first()
    .fill('Phó bí thư chi đoàn');
  await openAnew(page, '#/settings');
  await page.getByRole('button', { name: 'Khóa ngay' }).click();
  await page.getByRole('heading', { name: 'Sổ đang khóa' }).waitFor();
  const raw = await rawDrafts(page);
  expect(JSON.parse(raw)).toHaveLength(1);
  expect(raw).toContain('sealed');
  expect(raw).not.toMatch(/Phó bí thư|Lan|member/);
  await page.getByLabel('Câu mật khẩu', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Mở khóa', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Cài đặt' }).waitFor({ timeout: 60_000 });
  await openAnew(page, '#/cell/roster');
  await page.getByRole('button', { name: 'Sửa Lê An' }).click();
  expect(
    await dialog
      .getByLabel(/^Chức vụ/)
      .first()
      .inputValue(),
  ).toBe('');
  await dialog.getByRole('button', { name: 'Thôi' }).click();
  await page.getByRole('button', { name: 'Sửa Đỗ Thị Lan' }).click();
  await found(page).waitFor();
  expect(
    await dialog
      .getByLabel(/^Chức vụ/)
      .first()
      .inputValue(),
  ).toBe('Phó bí thư chi đoàn');
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu thay đổi của Đỗ Thị Lan.').waitFor();
  await expect.poll(() => rawDrafts(page)).toBe('[]');
  expect(browser.wrongs).toEqual([]);
});
