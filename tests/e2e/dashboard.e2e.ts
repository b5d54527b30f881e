/** The dashboard on the built extension: typing in, importing, reviewing, tallying, exporting, erasing; every policy enforced. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Download, Page } from 'playwright';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { type Tally, tallySchema } from '../../lib/model/tally';
import { openBrowser, until, type ExtensionBrowser } from './fixtures';

const SEVEN: [string, number][] = [
  ['Nguyễn Văn An', 70_000],
  ['Trần Thị Bình', 12_000],
  ['Lê Hoàng Cường', 9_000],
  ['Phạm Thu Dung', 6_000],
  ['Đỗ Văn Đông', 4_000],
  ['Hoàng Thị Hòa', 3_000],
  ['Vũ Minh Khoa', 1_000],
];
const DAY = new Date(Date.UTC(2025, 8, 30));

let browser: ExtensionBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  await browser.act({ type: 'giveConsent', item: 'ownPoints', text: 'Tôi đồng ý', language: 'vi' });
  await browser.act({ type: 'giveConsent', item: 'cellLists', text: 'Tôi đồng ý', language: 'vi' });
  page = await browser.openOwn('dashboard.html#/points');
});
afterAll(async () => {
  await browser?.close();
});

async function view(name: 'points' | 'cell' | 'data'): Promise<void> {
  await page.goto(`chrome-extension://${browser.id}/dashboard.html#/${name}`);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

async function bring(file: { name: string; bytes: Buffer }): Promise<void> {
  await view('cell');
  await page.getByRole('tab', { name: 'Đưa số liệu vào' }).click();
  await page.locator('input[type=file]').setInputFiles({ name: file.name, mimeType: '', buffer: file.bytes });
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

async function exportAs(kind: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Xuất tệp' }).click();
  await page.getByRole('dialog').getByText(kind).click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải tệp về máy' }).click();
  const download = await waiting;
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}

describe('the dashboard', () => {
  it('announces every view by its heading, which comes with its code and rows', async () => {
    for (const name of ['cell', 'meetings', 'reports', 'data', 'sites', 'settings', 'points']) {
      const link = page.locator(`header a[href="#/${name}"]`);
      await link.click();
      const heading = page.getByRole('heading', { level: 1, name: (await link.innerText()).trim(), exact: true });
      await heading.waitFor();
      await until(
        () => heading.evaluate((element) => element === document.activeElement),
        (focused) => focused,
      );
      expect(await page.title()).toBe('Sổ tay đồng hành');
    }
  });

  it('keeps a typed total, and its correction beside it', async () => {
    await page.getByLabel('Điểm tích lũy (tổng số)').fill('1.000');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText(/^Đã lưu 1\.000 điểm/).waitFor();
    await page.getByRole('button', { name: /^Xem, sửa/ }).click();
    await page.getByRole('button', { name: 'Sửa', exact: true }).click();
    await page.getByRole('dialog').getByLabel('Điểm tích lũy (tổng số)').fill('1.100');
    await page.getByLabel('Lý do').fill('gõ nhầm');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await page
      .getByRole('grid')
      .getByText(/đã sửa \(trước: 1\.000/)
      .waitFor();
    await page.locator('.chart-host canvas').waitFor();
    expect(browser.wrongs).toEqual([]);
  });

  it('imports CSV, then XLSX with a doubtful name, and tallies both', async () => {
    const lines = SEVEN.map(([name], index) => `${name};M0${index + 1};30/06/2025;0;x;x`);
    const csv = `\ufeffHọ và tên;Mã;Ngày;Điểm tích lũy;Đã cài đặt;Đủ điều kiện\r\n${lines.join('\r\n')}\r\n`;
    await bring({ name: 'diem.csv', bytes: Buffer.from(csv) });
    await page.getByText('7 người, 7 lần ghi điểm.').waitFor();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu 7 lần ghi điểm, thêm 7 người.').waitFor();

    const header = ['Họ và tên', 'Số CCCD', 'Ngày', 'Điểm tích lũy'].map((value) => ({ value }));
    const rows = SEVEN.map(([name, total]) => [
      { value: name === 'Hoàng Thị Hòa' ? 'Hoang Thi Hoa' : name },
      { value: '034080001234' },
      { value: DAY, type: Date, format: 'dd/mm/yyyy' },
      { value: total, type: Number },
    ]);
    const xlsx = await writeXlsx([header, ...rows]).toBuffer();
    await bring({ name: 'diem-quy-3.xlsx', bytes: xlsx });
    await page.getByText('Đã bỏ, không đọc và không lưu các cột: Số CCCD.').waitFor();
    await page.getByText('Còn 1 người chưa chọn.').waitFor();
    await page.getByLabel('Hoang Thi Hoa là ai?').selectOption({ label: 'Hoàng Thị Hòa (M06): khác dấu' });
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu 7 lần ghi điểm, thêm 0 người.').waitFor();

    await page.getByRole('group', { name: 'Kỳ báo cáo' }).getByText('Quý').click();
    await page.getByLabel('Kỳ', { exact: true }).selectOption({ label: 'Quý III' });
    await page.getByRole('combobox', { name: 'Năm', exact: true }).selectOption('2025');
    await page.getByText('Bảng tổng hợp 01/07/2025 – 30/09/2025').waitFor();
    const shown = await page.getByRole('table', { name: 'Họ và tên' }).locator('tbody tr').allInnerTexts();
    expect(shown.map((line) => line.split('\t').slice(1, 7))).toEqual(
      SEVEN.map(([name, total], index) => {
        const points = new Intl.NumberFormat('vi-VN').format(total);
        return [name, `M0${index + 1}`, '0', points, points, String(index + 1)];
      }),
    );
  });

  it('exports JSON, XLSX and both CSV with equal values and neutral names', async () => {
    const json = await exportAs('JSON, cho phần mềm khác');
    const tally: Tally = tallySchema.parse(JSON.parse(json.bytes.toString('utf8')));
    expect(tally.summary).toMatchObject({
      members: 7,
      eligible: 7,
      points: { max: 70_000, min: 1_000, mean: 15_000, median: 6_000, total: 105_000 },
      installed: { count: 7, ofAll: 1, ofEligible: 1 },
    });
    expect(tally.members.map(({ name, points }) => [name, points])).toEqual(SEVEN);
    expect(tally.sources.map(({ name }) => name).sort()).toEqual(['diem-quy-3.xlsx', 'diem.csv']);

    const xlsx = await exportAs('Excel (.xlsx), nên dùng');
    const cells = await readXlsx(xlsx.bytes);
    const text = JSON.stringify(cells);
    for (const [name, total] of SEVEN) {
      expect(text).toContain(`"${name}"`);
      expect(text).toContain(String(total));
    }
    const semicolon = await exportAs('CSV dấu chấm phẩy (;), mở bằng Excel tiếng Việt');
    const comma = await exportAs('CSV dấu phẩy (,), cho phần mềm khác');
    for (const [file, mark] of [
      [semicolon, ';'],
      [comma, ','],
    ] as const) {
      const lines = file.bytes.toString('utf8').split('\r\n');
      const titles = (lines[0] ?? '').replace('\ufeff', '').split(mark);
      const at = (title: string) => titles.indexOf(title);
      for (const [index, [name, total]] of SEVEN.entries()) {
        const line = (lines[index + 1] ?? '').split(mark);
        expect([line[at('Họ và tên')], line[at('Điểm trong kỳ')]]).toEqual([name, String(total)]);
      }
    }
    expect([json, xlsx, semicolon, comma].map(({ name }) => name)).toEqual([
      'tong-hop-2025-07-01-2025-09-30.json',
      'tong-hop-2025-07-01-2025-09-30.xlsx',
      'tong-hop-2025-07-01-2025-09-30.csv',
      'tong-hop-2025-07-01-2025-09-30.csv',
    ]);
    expect(browser.wrongs).toEqual([]);
  });

  it('refuses a damaged file and changes nothing', async () => {
    await bring({ name: 'hong.xlsx', bytes: Buffer.from('PK\u0003\u0004 no workbook') });
    await page.getByText('Không dùng được hong.xlsx. Chưa có gì thay đổi.').first().waitFor();
    await page.getByRole('tab', { name: 'Danh sách đảng viên' }).click();
    await page.getByText('7 đảng viên').waitFor();
  });

  it('reads, matches, tallies and exports 10.000 members without holding the page', async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, index) => `Nguyễn Văn Số${index};X${index};15/12/2025;${index * 7};x`,
    );
    const csv = Buffer.from(`Họ và tên;Mã;Ngày;Điểm tích lũy;Đã cài đặt\n${lines.join('\n')}`);
    await view('cell');
    await page.getByRole('tab', { name: 'Đưa số liệu vào' }).click();
    await page.evaluate(() => {
      const spans: number[] = [];
      (globalThis as { spans?: number[] }).spans = spans;
      new PerformanceObserver((list) => spans.push(...list.getEntries().map((entry) => entry.duration))).observe({
        type: 'longtask',
      });
    });
    // From a path: a buffer would be unpacked inside the page and measured as ours.
    const path = join(mkdtempSync(join(tmpdir(), 'sotay-lon-')), 'lon.csv');
    writeFileSync(path, csv);
    await page.locator('input[type=file]').setInputFiles(path);
    await page.getByText('10.000 người, 10.000 lần ghi điểm.').waitFor({ timeout: 30_000 });
    const reading = await page.evaluate(() => (globalThis as { spans?: number[] }).spans?.splice(0) ?? []);
    const started = Date.now();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByText('Đã lưu 10.000 lần ghi điểm, thêm 10.000 người.').waitFor({ timeout: 90_000 });
    const saved = Date.now() - started;
    const saving = await page.evaluate(() => (globalThis as { spans?: number[] }).spans?.splice(0) ?? []);
    await page.getByRole('group', { name: 'Kỳ báo cáo' }).getByText('Năm').click();
    await page.getByRole('combobox', { name: 'Năm', exact: true }).selectOption('2025');
    await page.getByText('Bảng tổng hợp 01/01/2025 – 31/12/2025').waitFor({ timeout: 30_000 });
    await page.getByText('10.007 trên 10.007').waitFor({ timeout: 30_000 });
    const file = await exportAs('Excel (.xlsx), nên dùng');
    expect(file.bytes.length).toBeGreaterThan(200_000);
    const tallying = await page.evaluate(() => (globalThis as { spans?: number[] }).spans?.splice(0) ?? []);
    console.info('10.000 members, long tasks in ms:', JSON.stringify({ reading, saving, tallying, saved }));
    expect(browser.wrongs).toEqual([]);
  });

  it('takes everything out and then erases everything after the typed word', async () => {
    await view('data');
    await page.getByRole('button', { name: 'Tải tất cả về máy' }).click();
    await page.getByText('Ai có tệp cũng đọc được họ tên và điểm trong đó:').waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải tệp', exact: true }).click();
    const all = JSON.parse((await bytesOf(await waiting)).toString('utf8')) as { format: string; members: unknown[] };
    expect([all.format, all.members.length]).toEqual(['sotay-data', 10_007]);
    await page.getByRole('button', { name: 'Xóa tất cả…' }).click();
    await page.getByLabel('Gõ chữ XÓA để xác nhận').fill('có');
    await page.getByRole('button', { name: 'Xóa hẳn' }).click();
    await page.getByText('Chưa đúng chữ XÓA.').waitFor();
    await page.getByLabel('Gõ chữ XÓA để xác nhận').fill('xóa');
    await page.getByRole('button', { name: 'Xóa hẳn' }).click();
    await page.getByText('Đã xóa tất cả.').waitFor();
    const counts = () =>
      page.getByRole('table', { name: 'Đang giữ những gì' }).locator('tbody tr td:last-child').allInnerTexts();
    await until(
      counts,
      ([readings, members, captures, consents]) => [readings, members, captures, consents].join() === '0,0,0,0',
    );
    expect(browser.wrongs).toEqual([]);
  });
});
