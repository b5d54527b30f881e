/** One request to erase, on the built extension: noted, copied, erased, answered; the others' tally stays, and nothing of the name is left. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';

const NAME = 'Nguyễn Văn Hòa';
const OTHERS = ['Trần Thị Bình', 'Lê Văn Cường'];
const SHOTS = join(import.meta.dirname, '../../.artifacts/screens');

let browser: ExtensionBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  for (const item of ['ownPoints', 'cellLists'] as const) {
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
  }
  const saved = await browser.act({
    type: 'saveMembers',
    members: [NAME, ...OTHERS].map((name, index) => ({ name, code: `M${index + 1}`, unit: 'Chi bộ 1' })),
  });
  const ids = saved.ok ? saved.value.ids : [];
  const readings = ids.flatMap((subject, index) =>
    ['2019-01-05', '2025-06-30', '2025-09-30'].map((day, at) => ({
      subject,
      day,
      at: null,
      total: at * 100 * (index + 1),
      source: 'manual' as const,
      origin: '',
      raw: String(at),
      where: '',
    })),
  );
  expect(await browser.act({ type: 'recordReadings', readings })).toMatchObject({ ok: true });
  await browser.act({
    type: 'recordMemberConsent',
    consent: {
      memberId: ids[0] ?? null,
      person: NAME,
      kinds: ['HO_TEN', 'DIEM'],
      purpose: `Tổng hợp điểm của ${NAME}`,
      method: 'LOI_NOI',
      givenOn: '2025-01-05',
      keepUntil: null,
      text: `Tôi, ${NAME}, đồng ý.`,
    },
  });
  page = await browser.openOwn('dashboard.html#/privacy');
});
afterAll(async () => {
  await browser?.close();
});

async function view(name: 'cell' | 'data' | 'privacy'): Promise<void> {
  await page.goto(`chrome-extension://${browser.id}/dashboard.html#/${name}`);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Lines of the others in the tally of the third quarter of 2025, without ordinal and rank. */
async function tallyOfOthers(): Promise<string[][]> {
  await view('cell');
  await page.getByRole('group', { name: 'Kỳ báo cáo' }).getByText('Quý').click();
  await page.getByLabel('Kỳ', { exact: true }).selectOption({ label: 'Quý III' });
  await page.getByRole('combobox', { name: 'Năm', exact: true }).selectOption('2025');
  await page.getByText('Bảng tổng hợp 01/07/2025 – 30/09/2025').waitFor();
  const lines = await page.getByRole('table', { name: 'Họ và tên' }).locator('tbody tr').allInnerTexts();
  return lines
    .map((line) => line.split('\t'))
    .filter(([, name]) => name !== NAME)
    .map((cells) => cells.slice(1, 6));
}

/** Every record of every table of the store, as text. */
function wholeStore(): Promise<string> {
  return page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('sotay');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(new Error('not opened'));
    });
    const tables = [...db.objectStoreNames];
    const read = (table: string) =>
      new Promise<unknown>((resolve, reject) => {
        const asking = db.transaction(table).objectStore(table).getAll();
        asking.onsuccess = () => resolve(asking.result);
        asking.onerror = () => reject(new Error(`${table} not read`));
      });
    const all = await Promise.all(tables.map(async (table) => [table, await read(table)]));
    db.close();
    return JSON.stringify(all);
  });
}

describe('a request to erase', () => {
  it('is answered from one page, and leaves everybody else as they were', async () => {
    const before = await tallyOfOthers();
    expect(before.map(([name]) => name)).toEqual(OTHERS);
    await view('privacy');
    await page.getByRole('tab', { name: 'Yêu cầu' }).click();
    await page.getByRole('button', { name: 'Ghi yêu cầu' }).click();
    await page.getByLabel('Họ và tên').fill(NAME);
    await page.getByLabel('Muốn gì').selectOption({ label: 'Xóa' });
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await page.getByRole('heading', { name: `Xóa: ${NAME}` }).waitFor();
    await page.getByText('Chờ trả lời').waitFor();

    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /Tải bản sao \(JSON/ }).click();
    const download = await waiting;
    const copy = JSON.parse(readFileSync(await download.path(), 'utf8')) as { readings: unknown[]; note: string };
    expect(download.suggestedFilename()).toMatch(/^ban-sao-\d{4}-\d\d-\d\d\.json$/);
    expect(copy.readings).toHaveLength(3);
    expect(copy.note).toMatch(/không thay thế số liệu trên hệ thống/);
    expect(JSON.stringify(copy)).not.toContain(OTHERS[0]);

    await page.getByRole('button', { name: 'Đã trả lời' }).click();
    await page.getByText('Đã trả lời, chờ làm xong').waitFor();
    expect(await wholeStore()).toContain(NAME);
    await page.getByRole('button', { name: 'Xóa người này…' }).click();
    await page.getByText('3 lần ghi điểm').waitFor();
    await page.getByLabel('Gõ chữ XÓA để xác nhận').fill('xóa');
    await page.getByRole('button', { name: 'Xóa hẳn' }).click();
    await page.getByText('Người này đã được xóa.').waitFor();
    await page.getByRole('button', { name: 'Đã làm xong' }).click();
    await page.getByText(/^Đã xong ngày/).waitFor();
    await page.screenshot({ path: join(SHOTS, 'e2e-privacy-request-done.png') });

    const store = await wholeStore();
    expect(store).not.toContain(NAME);
    expect(store).toContain('N.V.H.');
    expect(await tallyOfOthers()).toEqual(before);

    await view('privacy');
    await page.getByRole('tab', { name: 'Nhật ký xóa' }).click();
    const log = page.getByRole('table', { name: 'Nhật ký xóa' });
    await log.getByRole('row', { name: /Lần ghi điểm\s+3\s+theo yêu cầu/ }).waitFor();
    await log.getByRole('row', { name: /Người trong danh sách\s+1\s+theo yêu cầu/ }).waitFor();
    await page.screenshot({ path: join(SHOTS, 'e2e-privacy-log.png') });
    await view('data');
    const journal = page.getByRole('table', { name: 'Nhật ký' });
    await journal.getByText('Xóa dữ liệu một người').waitFor();
    await journal.getByRole('row', { name: /Xuất tệp.*bản sao của một người \(JSON\)/ }).waitFor();
    expect(browser.wrongs).toEqual([]);
  });
});

describe('periods', () => {
  it('purge after agreement, and the tally of a later period stays', async () => {
    const before = await tallyOfOthers();
    await view('privacy');
    await page.getByRole('tab', { name: 'Thời hạn lưu' }).click();
    // Each of the two has one of 2019, the last before the cut: it stays as the opening, so nothing is there to go.
    await page
      .getByText(/^Hiện không có gì cũ hơn ngày/)
      .first()
      .waitFor();
    const older = OTHERS.length;
    const ids = (JSON.parse(await wholeStore()) as [string, { id: string }[]][]).find(([table]) => table === 'members');
    const readings = (ids?.[1] ?? []).map(({ id }) => ({
      subject: id,
      day: '2018-01-05',
      at: null,
      total: 0,
      source: 'manual' as const,
      origin: '',
      raw: '0',
      where: '',
    }));
    await browser.act({ type: 'recordReadings', readings });
    await page.bringToFront();
    await page.getByText(new RegExp(`^Sẽ xóa ${older} lần ghi trước ngày`)).waitFor();
    await page.getByRole('checkbox', { name: /Tôi đã xem và đồng ý/ }).click();
    await page.getByRole('button', { name: 'Lưu và xóa những gì quá hạn' }).click();
    await page.getByText(`Đã lưu. Vừa xóa ${older} mục.`).waitFor();
    expect(await tallyOfOthers()).toEqual(before);
  });

  it('are kept to when the background starts on another day', async () => {
    const ids = (JSON.parse(await wholeStore()) as [string, { id: string }[]][]).find(([table]) => table === 'members');
    const subject = ids?.[1][0]?.id ?? '';
    const old = {
      subject,
      day: '2018-02-05',
      at: null,
      total: 0,
      source: 'manual' as const,
      origin: '',
      raw: '0',
      where: '',
    };
    await browser.act({ type: 'recordReadings', readings: [old] });
    // As if the last purge had been long ago.
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('sotay');
          opening.onsuccess = () => {
            const change = opening.result.transaction('settings', 'readwrite');
            const settings = change.objectStore('settings');
            const asking = settings.get('settings');
            asking.onsuccess = () => {
              const row = asking.result as { value: { retention: { purgedOn: string } } };
              row.value.retention.purgedOn = '2020-01-01';
              settings.put(row);
            };
            change.oncomplete = () => {
              opening.result.close();
              resolve();
            };
            change.onerror = () => reject(new Error('not written'));
          };
        }),
    );
    await browser.killWorker();
    expect(await wholeStore()).toContain('2018-02-05');
    await browser.act({ type: 'noteExport', kind: 'json', rows: 0 });
    await until(wholeStore, (store) => !store.includes('2018-02-05'));
    expect(browser.wrongs).toEqual([]);
  });
});

describe('the leak checklist', () => {
  it('stands on paper with its ticks', async () => {
    const discoveredAt = new Date(Date.now() - 1_800_000).toISOString();
    await browser.act({ type: 'saveBreach', breach: { discoveredAt, done: ['stop'] } });
    await view('privacy');
    await page.getByRole('tab', { name: 'Khi lộ dữ liệu' }).click();
    await page.getByText('Còn 71 giờ').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await page.getByText('☑ Ngăn lại').waitFor();
    await page.getByText('☐ Báo những người bị lộ').waitFor();
    await page.screenshot({ path: join(SHOTS, 'e2e-privacy-breach-print.png') });
    expect(browser.wrongs).toEqual([]);
  });
});
