/** A store lost between two starts of the browser: restored by itself and told, taken back and forth on the rescue page, and a newer store left alone. */
import { mkdtempSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StoreDump } from '../../lib/model/store-dump';
import { openBrowser, type ExtensionBrowser } from './fixtures';

const SHOTS = join(import.meta.dirname, '../../.artifacts/recovery');
mkdirSync(SHOTS, { recursive: true });
let profile: string;
let browser: ExtensionBrowser;
beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'sotay-recovery-'));
  browser = await start();
});
afterEach(async () => {
  const wrongs = browser.wrongs.splice(0);
  await browser.close();
  rmSync(profile, { recursive: true, force: true });
  expect(wrongs).toEqual([]);
});

/** Each start is an installation to the browser: the welcome it opens would take a dashboard's tab in the middle of a test. */
async function start(): Promise<ExtensionBrowser> {
  const started = await openBrowser({ profile });
  const isWelcome = (page: Page) => page.url().includes('#/welcome');
  const welcome =
    started.context.pages().find(isWelcome) ??
    (await started.context.waitForEvent('page', { predicate: isWelcome, timeout: 10_000 }).catch(() => null));
  await welcome?.close();
  return started;
}

async function restart(between: () => void = () => {}): Promise<void> {
  expect(browser.wrongs.splice(0)).toEqual([]);
  await browser.close();
  between();
  browser = await start();
}

/** The files of the extension's database are gone, as after a kill at the wrong moment. */
function wipe(): void {
  const folder = join(profile, 'Default/IndexedDB');
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`chrome-extension_`)) rmSync(join(folder, name), { recursive: true });
  }
}

async function looks(page: Page, name: string): Promise<void> {
  for (const [look, theme, text] of [
    ['light', 'light', ''],
    ['dark', 'dark', ''],
    ['large', 'light', 'large'],
  ] as const) {
    await page.evaluate(
      ([chosen, size]) => {
        document.documentElement.dataset['theme'] = chosen;
        if (size === '') delete document.documentElement.dataset['text'];
        else document.documentElement.dataset['text'] = size;
      },
      [theme, text] as const,
    );
    await page.screenshot({ path: join(SHOTS, `${name}-${look}.png`), fullPage: true });
  }
}

const save = (...names: string[]) =>
  browser.act({ type: 'saveMembers', members: names.map((name) => ({ name, unit: 'Chi bộ 1' })) });

it('is restored by itself and told until the person has read it; the rescue page goes back and forth', async () => {
  await browser.act({ type: 'giveConsent', item: 'ownPoints', text: 'Tôi đồng ý', language: 'vi' });
  await browser.act({ type: 'giveConsent', item: 'cellLists', text: 'Tôi đồng ý', language: 'vi' });
  expect(await save('Nguyễn Văn An', 'Trần Thị Bình')).toMatchObject({ ok: true });
  await restart(wipe);

  const dashboard = await browser.openOwn('dashboard.html#/data');
  await dashboard.getByText('Đã tự khôi phục dữ liệu, không mất gì').waitFor();
  await dashboard.getByText('Kho dữ liệu của tiện ích đã biến mất khỏi trình duyệt.').waitFor();
  expect(await dashboard.getByRole('row', { name: /Đảng viên trong danh sách/ }).innerText()).toMatch(/2$/);
  await looks(dashboard, 'recovered');

  const rescue = await browser.openOwn('rescue.html');
  await rescue.getByText('Kho đang dùng:').waitFor();
  await rescue.getByRole('cell', { name: 'sau khi khôi phục' }).waitFor();
  await looks(rescue, 'rescue');
  const waiting = rescue.waitForEvent('download');
  await rescue
    .getByRole('button', { name: /^Tải về/ })
    .first()
    .click();
  const taken = await (await waiting).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of taken) parts.push(part as Buffer); // a stream of bytes
  const dump = JSON.parse(Buffer.concat(parts).toString('utf8')) as StoreDump; // written by the page under test
  expect(dump.tables['members']?.rows).toHaveLength(2);

  await rescue.getByRole('button', { name: 'Bắt đầu trống' }).click();
  await rescue.getByRole('dialog').getByRole('button', { name: 'Bắt đầu trống' }).click();
  await rescue.getByText('Đã mở một kho trống.').waitFor();
  // The open dashboard went over to the empty store by itself.
  await dashboard.getByRole('row', { name: /Đảng viên trong danh sách.*\D0$/ }).waitFor();
  const before = rescue
    .getByRole('row')
    .filter({ hasText: 'sau khi khôi phục' })
    .filter({ hasText: /\D[2-9]/ });
  await before
    .last()
    .getByRole('button', { name: /^Khôi phục về bản này/ })
    .click();
  await rescue.getByRole('dialog').getByRole('button', { name: 'Khôi phục', exact: true }).click();
  await rescue.getByText('Đã khôi phục.').waitFor();
  await dashboard.getByRole('row', { name: /Đảng viên trong danh sách.*\D2$/ }).waitFor();
  expect(await save('Lê Văn Cường')).toMatchObject({ ok: true });

  await dashboard.getByRole('button', { name: 'Tôi đã đọc' }).click();
  await dashboard.getByText('Đã tự khôi phục dữ liệu').waitFor({ state: 'detached' });
  await restart();
  const again = await browser.openOwn('dashboard.html#/data');
  await again.getByRole('row', { name: /Đảng viên trong danh sách.*\D3$/ }).waitFor();
  expect(await again.getByText('Đã tự khôi phục dữ liệu').count()).toBe(0);
});

it('of a newer version is only read, and says so', async () => {
  await save('Nguyễn Văn An');
  const page = await browser.openOwn('rescue.html');
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('sotay', 990);
        request.onerror = () => reject(request.error);
        request.onupgradeneeded = () => {
          request.transaction?.objectStore('meta').put({ key: 'schema', schemaVersion: 99, minWriter: 99 });
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      }),
  );
  await restart();
  expect(await save('Trần Thị Bình')).toMatchObject({ ok: false, code: 'readOnly' });
  const dashboard = await browser.openOwn('dashboard.html#/data');
  await dashboard.getByText('Đang chỉ xem', { exact: true }).waitFor();
  await dashboard.getByRole('row', { name: /Đảng viên trong danh sách.*\D1$/ }).waitFor();
  await looks(dashboard, 'read-only');
});
