/** One whole month of a cell of 34 on the built extension, from import to the last report; every figure reported equals a count made here. */
import { readFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import type { Page } from 'playwright';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AnyDeskEntry } from '../../lib/model/desk';
import { newMeeting } from '../../lib/model/meeting';
import { addDays, dayInVietnam, formatDay } from '../../lib/vi/dates';
import { pdfPages } from '../office';
import { type ExtensionBrowser, openBrowser, until } from './fixtures';

const SHOTS = join(import.meta.dirname, '../../.artifacts/desk-month');
const HOUR = 3_600_000;

// Always within one day of Vietnam, whenever this runs.
const DAY = dayInVietnam(new Date());
const [BEGAN_AT, ENDED_AT] = ['00:05', '02:10'];
const BEGAN = new Date(`${DAY}T${BEGAN_AT}:00+07:00`);
const MONTH = DAY.slice(0, 7);
const FIRST = `${MONTH}-01`;
const OPENING_DAY = addDays(FIRST, -1);

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đỗ'];
const GIVEN = ['An', 'Bình', 'Cường', 'Dung', 'Đông', 'Hòa', 'Khoa', 'Lan', 'Minh', 'Nga'];
/** 34 people: who installed it, what they had at the end of last month and now; a made-up but skewed spread. */
const PEOPLE = Array.from({ length: 34 }, (_, index) => ({
  name: `${FAMILY[index % 7]} ${index % 2 === 0 ? 'Văn' : 'Thị'} ${GIVEN[index % 10]} ${String.fromCharCode(65 + Math.floor(index / 10))}`,
  role: index === 0 ? 'Bí thư' : index === 1 ? 'Phó bí thư' : index === 2 ? 'Chi ủy viên' : 'Đảng viên',
  status: index === 33 ? 'dự bị' : 'chính thức',
  installed: index % 8 !== 7,
  opening: 500 + index * 137,
  gained: index === 0 ? 6_900 : index % 5 === 4 ? 0 : 40 + ((index * 61) % 700),
}));
const ABSENT = [5, 11, 29];
const SPEAKERS = 20;

let browser: ExtensionBrowser;
let page: Page;

beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  browser = await openBrowser({});
  for (const item of ['ownPoints', 'cellLists'] as const) {
    await browser.act({ type: 'giveConsent', item, text: 'Tôi đồng ý', language: 'vi' });
  }
  page = await browser.openOwn('dashboard.html#/cell');
  await page.setViewportSize({ width: 1280, height: 900 });
});
afterAll(async () => {
  const wrongs = browser?.wrongs.splice(0) ?? [];
  await browser?.close();
  expect(wrongs).toEqual([]);
});

const tab = (name: string) => page.getByRole('tab', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });
const view = async (name: string) => {
  await page.goto(page.url().replace(/#.*/, `#/${name}`));
  await page.getByRole('heading', { level: 1 }).waitFor();
};
const shot = (name: string) => page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });

async function fileOf(press: () => Promise<void>): Promise<Uint8Array> {
  const waiting = page.waitForEvent('download');
  await press();
  return new Uint8Array(readFileSync(await (await waiting).path()));
}
const sheetRows = async (bytes: Uint8Array) =>
  (await readXlsxFile(new Blob([bytes.slice()]), { trim: false }))[0]?.data ?? [];
const csvRows = (bytes: Uint8Array) =>
  Papa.parse<string[]>(new TextDecoder().decode(bytes).replace('\ufeff', ''), { delimiter: ';' }).data;

it('brings in roster and points', async () => {
  const head = ['Họ và tên', 'Chức vụ', 'Tình trạng', 'Đã cài đặt', 'Đủ điều kiện', 'Ngày', 'Điểm tích lũy'];
  const lines = PEOPLE.flatMap(({ name, role, status, installed, opening, gained }) =>
    [
      [OPENING_DAY, opening],
      [DAY, opening + gained],
    ].map(([day, total]) => [name, role, status, installed ? 'x' : '', 'x', formatDay(String(day)), String(total)]),
  );
  await tab('Đưa số liệu vào').click();
  await page.getByLabel(/Chép các ô trong Excel/).fill([head, ...lines].map((line) => line.join('\t')).join('\n'));
  await button('Đọc phần đã dán').click();
  await page.getByText('34 người, 68 lần ghi điểm.').waitFor();
  await button('Lưu').click();
  await page.getByText('Đã lưu 68 lần ghi điểm, thêm 34 người.').waitFor();
});

it('fills in the cell and the activity of the month', async () => {
  await tab('Thông tin chi bộ').click();
  await page.getByLabel('Cấp ủy cấp trên').fill('Đảng ủy xã Đông Trà');
  await page.getByLabel('Tên chi bộ').fill('Chi bộ thôn An Cư');
  await page.getByLabel('Địa danh ghi ngày tháng').fill('Đông Trà');
  await page.getByLabel('Bí thư', { exact: true }).fill(PEOPLE[0]?.name ?? '');
  await page.getByLabel('Nhiệm kỳ').fill('2025-2027');
  await page.getByLabel('Đã cài đặt sổ tay').fill('95');
  await button('Lưu').click();
  await page.getByText('Đã lưu thông tin chi bộ.').waitFor();
  await tab('Hoạt động tháng').click();
  await page.getByLabel('Tháng', { exact: true }).selectOption(MONTH);
  await page.getByLabel(`VB/NQ đã học: ${PEOPLE[0]?.name}`).fill('4');
  await page.getByLabel(`VB/NQ đã học: ${PEOPLE[1]?.name}`).fill('3');
  await button('Lưu').click();
  await page.getByText('Đã lưu 2 người.').waitFor();
});

it('holds the meeting: roll, speakers, vote, tasks; the times are put right afterwards', async () => {
  const id = crypto.randomUUID();
  const meeting = newMeeting({
    id,
    kind: 'KET_HOP',
    title: 'Nâng cao chất lượng sinh hoạt chi bộ',
    plannedStart: BEGAN.toISOString(),
    place: 'Nhà văn hóa thôn An Cư',
    chair: PEOPLE[0]?.name ?? '',
    recorder: PEOPLE[1]?.name ?? '',
    superior: 'Vũ Minh Khôi',
    invitedAt: new Date(BEGAN.getTime() - 72 * HOUR).toISOString(),
    papers: [{ id: 'p1', title: 'Dự thảo nghị quyết', postedAt: new Date(BEGAN.getTime() - 30 * HOUR).toISOString() }],
    papersPostedAt: new Date(BEGAN.getTime() - 30 * HOUR).toISOString(),
    committeeMetOn: addDays(DAY, -1),
  });
  const before = addDays(FIRST, -1).slice(0, 7);
  const task = (index: number): AnyDeskEntry => ({
    id: `t${index}`,
    kind: 'task',
    unit: null,
    base: null,
    removed: false,
    value: {
      id: `t${index}`,
      title: `Việc ${index + 1}`,
      memberId: null,
      name: PEOPLE[index + 3]?.name ?? '',
      meetingId: null,
      givenOn: OPENING_DAY,
      due: DAY,
      state: index < 9 ? 'HOAN_THANH' : 'DANG_THUC_HIEN',
      opening: 'CO_MOC_THOI_HAN',
      doneOn: index < 9 ? DAY : null,
      result: '',
      carriedFrom: null,
      month: before,
    },
  });
  const records: AnyDeskEntry[] = [
    { id, kind: 'meeting', unit: null, base: null, removed: false, value: meeting },
    ...Array.from({ length: 10 }, (_, index) => task(index)),
  ];
  expect(await browser.act({ type: 'saveDesk', records })).toMatchObject({ ok: true });
  await view(`meetings/${id}`);
  await tab('Đang họp').click();
  await button('Bắt đầu họp').click();
  for (const index of ABSENT) {
    await page.getByRole('group', { name: PEOPLE[index]?.name }).getByText('Vắng có lý do', { exact: true }).click();
  }
  await button('Tất cả có mặt').click();
  await page.getByText('Có mặt 31/34 (91,18%)').waitFor();
  const spoke = PEOPLE.filter((_, index) => !ABSENT.includes(index)).slice(0, SPEAKERS);
  for (const { name } of spoke) await button(`${name} đã phát biểu`).click();
  await page.getByText(`Phát biểu ${SPEAKERS}/31`, { exact: false }).first().waitFor();
  await button('Thêm biểu quyết').click();
  await button('Kết thúc họp').click();
  await page.getByText('Đã lưu', { exact: true }).waitFor();
  await shot('meeting-held');
  await view('meetings');
  const held = await until(
    () => page.evaluate(() => document.querySelectorAll('.meeting-line').length),
    (count) => count > 0,
  );
  expect(held).toBeGreaterThan(0);
});

it('scores the meeting by the ward sheet: what is known fills itself in, the rest is answered, and it is settled', async () => {
  await page.locator('.meeting-line').first().click();
  await tab('Sau họp').click();
  // The clock ran a moment only: the real times are entered.
  await page.getByLabel('Bắt đầu lúc').fill(BEGAN_AT);
  await page.getByLabel('Kết thúc lúc').fill(ENDED_AT);
  await page.getByRole('textbox', { name: 'Kết luận' }).fill('Thống nhất sửa đường trước mùa mưa.');
  await button('Đã đăng kết quả').click();
  await page.getByLabel('Biểu chấm').selectOption({ value: 'an-phu-2025' });
  const items = page.locator('[data-item]');
  await items.first().waitFor();
  await shot('score-filled-in');
  // What is not whole is not settled, and says what is left.
  await button('Chốt điểm').click();
  await page.getByText(/^Chưa chốt được: còn \d+ mục chưa chấm/).waitFor();
  const answered = async (index: number) => (await items.nth(index).locator('input[type=radio]:checked').count()) > 0;
  const filled: number[] = [];
  for (let index = 0; index < (await items.count()); index++) {
    if (await answered(index)) filled.push(index);
    else await items.nth(index).getByText('Có', { exact: true }).first().click();
  }
  expect(filled.length).toBeGreaterThan(5);
  // One point is taken off, with its reason.
  const book = page.locator('[data-item]').filter({ hasText: 'Sổ biên bản' });
  await book.getByText('Không', { exact: true }).click();
  await book.getByLabel('Vì sao trừ điểm').fill('thiếu chữ ký thư ký');
  await page.getByText('99', { exact: false }).first().waitFor();
  await shot('score-complete');
  await button('Chốt điểm').click();
  await page.getByText('Đã chốt điểm buổi này.').waitFor();
  await page.getByText('Đã lưu', { exact: true }).waitFor();
});

it('prints the settled sheet alone', async () => {
  await shot('score-settled');
  // Headless browsers have no print dialog; what would go on paper is looked at instead.
  await page.evaluate(() => (window.print = () => undefined));
  await button('In bảng chấm').click();
  const path = join(SHOTS, 'score-settled.pdf');
  await page.pdf({ path, preferCSSPageSize: true });
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  const printed = pdfPages(path).flatMap((one) => one.words.map(({ text }) => text));
  const text = printed.join(' ').normalize('NFC');
  for (const part of ['Bảng chấm điểm đã chốt', 'thiếu chữ ký thư ký', 'Sổ biên bản', 'Số liệu khi chốt', 'Tốt']) {
    expect(text).toContain(part);
  }
  for (const around of ['Đảng phí', 'Mở lại để chấm', 'Về lịch sinh hoạt', 'Điểm của tôi']) {
    expect(text).not.toContain(around);
  }
});

it('makes the resolution with its number', async () => {
  await button('Nghị quyết tháng').click();
  await button('Lấy số 1').click();
  await page.getByText('Số 1, nhiệm kỳ 2025-2027.').waitFor();
  await shot('resolution');
  await button('Word (DOCX)').click();
  const dialog = page.getByRole('dialog');
  const bytes = await fileOf(() => dialog.getByRole('button').last().click());
  const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '');
  for (const part of [
    'Số 01-NQ/CB',
    'CHI BỘ THÔN AN CƯ',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Thống nhất sửa đường',
    '99',
    'Tốt',
  ]) {
    expect(text, part).toContain(part);
  }
  for (let index = 0; index < 10; index++) expect(text).toContain(`Việc ${index + 1}`);
});

const sumOf = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

it('reports the month, and every figure equals a count made here', async () => {
  const members = PEOPLE.length;
  const installed = PEOPLE.filter((one) => one.installed).length;
  await view('reports');
  const report = async (name: string, format: string) => {
    await page.getByLabel('Loại báo cáo').selectOption({ label: name });
    await page.locator('.sheet-frame').waitFor();
    await button(format).click();
    const dialog = page.getByRole('dialog');
    const bytes = await fileOf(() => dialog.getByRole('button').last().click());
    await dialog.waitFor({ state: 'detached' });
    return bytes;
  };
  const rowWith = (rows: readonly (readonly unknown[])[], text: string) =>
    rows.find((row) => row.some((cell) => typeof cell === 'string' && cell.includes(text))) ?? [];

  await shot('report-meeting-quality');
  const quality = await sheetRows(await report('Danh sách chất lượng sinh hoạt tháng', 'Excel (XLSX)'));
  const row = rowWith(quality, 'Chi bộ thôn An Cư').filter((cell) => cell !== null);
  expect(row.slice(0, 3)).toEqual([1, 'Chi bộ thôn An Cư', members]);
  expect(row).toContain(99);
  expect(row).toContain('x');
  expect(row.at(-1)).toContain('thiếu chữ ký thư ký');

  const adoption = csvRows(await report('Báo cáo cài đặt, sử dụng sổ tay', 'CSV'));
  const plan = Math.ceil((members * 95) / 100);
  const planned = rowWith(adoption, 'Cài đặt sổ tay');
  expect(planned).toEqual(expect.arrayContaining([String(plan), String(installed)]));
  const active = PEOPLE.filter(({ gained }) => gained > 0).length;
  expect(adoption.flat()).toContain(String(active));

  const tallyBook = await report('Bảng tổng hợp điểm tích lũy', 'Excel (XLSX)');
  const tally = await sheetRows(tallyBook);
  for (const { name, opening, gained } of PEOPLE) {
    const own = rowWith(tally, name);
    expect(own, name).toEqual(expect.arrayContaining([opening, opening + gained, gained]));
  }
  const gains = PEOPLE.map(({ gained }) => gained).sort((a, b) => a - b);
  const sheets = await readXlsxFile(new Blob([tallyBook.slice()]), { trim: false });
  const figures = sheets.flatMap(({ data }) => data.flat()).filter((cell) => typeof cell === 'number');
  const middle = ((gains[16] ?? 0) + (gains[17] ?? 0)) / 2;
  for (const figure of [gains.at(-1) ?? 0, gains[0] ?? 0, middle, sumOf(gains) / members]) {
    expect(
      figures.some((one) => Math.abs(one - figure) < 0.01),
      String(figure),
    ).toBe(true);
  }

  const roll = csvRows(await report('Tổng hợp dự sinh hoạt', 'CSV'));
  const rolls = PEOPLE.map(({ name }) => rowWith(roll, name));
  // STT, name, due, present, excused, unexcused, exempt, rate.
  for (const [index, line] of rolls.entries()) {
    const came = !ABSENT.includes(index);
    expect(line.slice(2, 7), PEOPLE[index]?.name).toEqual(['1', came ? '1' : '0', came ? '0' : '1', '0', '0']);
  }
  const meetingRow = rowWith(roll, 'Nâng cao chất lượng sinh hoạt chi bộ');
  expect(meetingRow.slice(3, 8)).toEqual([members, members - ABSENT.length, ABSENT.length, 0, 0].map(String));

  const cover = await report('Báo cáo kết quả công tác', 'Word (DOCX)');
  const words = strFromU8(unzipSync(cover)['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]+>/g, '');
  for (const part of ['34', '33', 'Đảng ủy xã Đông Trà']) expect(words).toContain(part);
});

it('closes the month, amends it, and the amended report says what changed', async () => {
  await view('cell');
  const period = page.getByRole('group', { name: 'Kỳ báo cáo' });
  await period.getByText('Tháng', { exact: true }).click();
  await page.getByLabel('Kỳ', { exact: true }).selectOption(`Tháng ${Number(MONTH.slice(5))}`);
  await button('Chốt số liệu…').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt số liệu…' }).click();
  await page.getByText(/Đã chốt thành báo cáo số 1/).waitFor();
  const changed = PEOPLE[4];
  if (changed === undefined) throw new Error('34 people');
  await tab('Danh sách đảng viên').click();
  await page.getByLabel('Tìm theo tên').fill(changed.name);
  await page.getByRole('button', { name: `Điểm ${changed.name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Xem, sửa' }).first().click();
  const dialog = page.getByRole('dialog').last();
  await dialog.getByRole('button', { name: 'Sửa', exact: true }).click();
  await dialog.getByLabel('Điểm tích lũy (tổng số)').fill(String(changed.opening + 250));
  await dialog.getByLabel(/Lý do/).fill('đọc nhầm một chữ số');
  await dialog.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('heading', { name: 'Sửa lần ghi' }).waitFor({ state: 'detached' });
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng', exact: true }).click();
  await tab('Tổng hợp').click();
  await period.getByText('Tháng', { exact: true }).click();
  await page.getByLabel('Kỳ', { exact: true }).selectOption(`Tháng ${Number(MONTH.slice(5))}`);
  await page.getByText('Số liệu hiện nay khác báo cáo số 1').waitFor();
  await button('Chốt bản sửa đổi…').click();
  const close = page.getByRole('dialog');
  await close.getByLabel('Lý do sửa đổi').fill('đọc nhầm một chữ số');
  await close.getByRole('button', { name: 'Chốt bản sửa đổi…' }).click();
  await page.getByText(/Đã chốt thành báo cáo số 2/).waitFor();
  await shot('amended');

  // The closed figures in every format, read back and held against the same count.
  const expected = PEOPLE.map(({ name, opening, gained }, index) => ({
    name,
    opening,
    closing: opening + (index === 4 ? 250 : gained),
    points: index === 4 ? 250 : gained,
  })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const take = async (format: string) => {
    await button('Xuất tệp').click();
    await page.getByRole('dialog').getByText(format).click();
    return fileOf(() => button('Tải tệp về máy').click());
  };
  const book = await readXlsxFile(new Blob([(await take('Excel (.xlsx), nên dùng')).slice()]), { trim: false });
  const csv = csvRows(await take('CSV dấu chấm phẩy'));
  const tables = [book[0]?.data ?? [], csv] as (string | number | null)[][][];
  for (const table of tables) {
    const head = table.find((row) => row.includes('Họ và tên')) ?? [];
    const at = (title: string) => head.indexOf(title);
    const rows = PEOPLE.map(({ name }) => table.find((row) => row[at('Họ và tên')] === name) ?? []);
    const told = rows
      .map((row) => ({
        name: String(row[at('Họ và tên')]),
        opening: Number(row[at('Điểm đầu kỳ')]),
        closing: Number(row[at('Điểm cuối kỳ')]),
        points: Number(row[at('Điểm trong kỳ')]),
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    expect(told).toEqual(expected);
  }
  const changes = book.find(({ sheet }) => sheet === 'Thay đổi')?.data ?? [];
  expect(changes[0]?.[0]).toBe('Thay đổi so với báo cáo số 1. Lý do: đọc nhầm một chữ số');
  expect(changes).toContainEqual([
    changed.name,
    'Điểm cuối kỳ',
    changed.opening + changed.gained,
    changed.opening + 250,
  ]);
});
