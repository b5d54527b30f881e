/** Closing a period from the screen: frozen, told when something changes, amended with a reason, put aside and taken back. */
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { listDesk, listMembers, listReadings } from '@/lib/tracker';
import { bringSeven, createStage, expectGoodEverywhere, type Stage } from '../desk-stage';
import { watchScreen } from '../screen';

watchScreen();

async function september(stage: Stage) {
  await bringSeven(stage);
  await page.getByLabelText('Kỳ', { exact: true }).selectOptions('Tháng 9');
  await expect.element(page.getByText('Bảng tổng hợp 01/09/2026 – 30/09/2026')).toBeVisible();
}

async function correct(stage: Stage, name: string, total: number) {
  const member = (await listMembers(stage.db)).find((one) => one.name === name);
  const [reading] = (await listReadings(stage.db, { subject: member!.id })).filter(({ day }) => day === '2026-09-30');
  const action = { type: 'correctReading' as const, subject: member!.id, id: reading!.id, total, day: '2026-09-30' };
  await stage.act({ ...action, reason: 'gõ nhầm' });
}

/** Text of the next file handed to the browser. */
async function exportCsv(): Promise<string[][]> {
  let text: Promise<string> | null = null;
  const catcher = (event: Event) => {
    const link = event.target instanceof HTMLAnchorElement ? event.target : null;
    if (!link?.download) return;
    event.preventDefault();
    text = fetch(link.href).then((answer) => answer.text());
  };
  document.addEventListener('click', catcher, true);
  await page.getByRole('button', { name: 'Xuất tệp' }).click();
  await page.getByText('CSV dấu chấm phẩy (;), mở bằng Excel tiếng Việt').click();
  await page.getByRole('button', { name: 'Tải tệp về máy' }).click();
  await expect.poll(() => text).not.toBeNull();
  document.removeEventListener('click', catcher, true);
  return Papa.parse<string[]>(((await text) ?? '').replace('\ufeff', ''), { delimiter: ';' }).data;
}

it('freezes the figures, tells what changed, and amends with a reason', async () => {
  const stage = createStage();
  await september(stage);
  await page.getByRole('button', { name: 'Chốt số liệu…' }).click();
  await expect.element(page.getByRole('heading', { name: 'Chốt thành báo cáo số 1' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt số liệu…' }).click();
  await expect.element(page.getByText(/Đã chốt thành báo cáo số 1/)).toBeVisible();
  await expectGoodEverywhere('tally-closed');

  await correct(stage, 'Vũ Minh Khoa', 2_500);
  await expect.element(page.getByText('Số liệu hiện nay khác báo cáo số 1')).toBeVisible();
  // The report still shows what was reported.
  const row = () => page.getByRole('row', { name: /Vũ Minh Khoa/ }).first();
  await expect.element(row().getByText('1.000', { exact: true }).first()).toBeVisible();
  await page.getByText('Xem thay đổi những gì').first().click();
  await expect
    .element(page.getByRole('table', { name: 'Xem thay đổi những gì' }).getByText('2.500').first())
    .toBeVisible();
  await page.getByLabelText('Đang xem').selectOptions('Số liệu hiện nay');
  await expect.element(row().getByText('2.500', { exact: true }).first()).toBeVisible();
  await expectGoodEverywhere('tally-changed');

  await page.getByRole('button', { name: 'Chốt bản sửa đổi…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Chốt bản sửa đổi…' }).click();
  await expect.element(dialog.getByText(/Ghi lý do để người nhận biết/)).toBeVisible();
  await dialog.getByLabelText('Lý do sửa đổi').fill('đồng chí Khoa đọc nhầm số');
  await dialog.getByRole('button', { name: 'Chốt bản sửa đổi…' }).click();
  await expect.element(page.getByText(/Đã chốt thành báo cáo số 2/)).toBeVisible();
  const kept = await listDesk(stage.db, 'closing');
  expect(kept.map(({ value }) => [value.number, value.version, value.amends?.number ?? null])).toEqual(
    expect.arrayContaining([
      [1, 1, null],
      [2, 2, 1],
    ]),
  );

  const lines = await exportCsv();
  const from = lines.findIndex(([first]) => first === 'Mục');
  expect(lines[from - 1]?.[0]).toBe('Thay đổi so với báo cáo số 1. Lý do: đồng chí Khoa đọc nhầm số');
  expect(lines.slice(from + 1)).toContainEqual(['Vũ Minh Khoa', 'Điểm cuối kỳ', '1000', '2500']);
});

it('puts a closed version aside, and takes it back', async () => {
  const stage = createStage();
  await september(stage);
  await page.getByRole('button', { name: 'Chốt số liệu…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Chốt số liệu…' }).click();
  await expect.element(page.getByText(/Đã chốt thành báo cáo số 1/)).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect.element(page.getByText(/Kỳ này chưa chốt/)).toBeVisible();
  expect(await listDesk(stage.db, 'closing')).toEqual([]);
});

it('shows initials or codes instead of names, and a text for the group without any', async () => {
  const stage = createStage();
  await september(stage);
  await page.getByLabelText('Cách ghi tên').selectOptions('Chữ viết tắt (ẩn danh)');
  await expect.element(page.getByText('N.V.A.').first()).toBeVisible();
  expect(page.getByText('Nguyễn Văn An').elements()).toEqual([]);
  const lines = await exportCsv();
  expect(lines.flat().join(' ')).not.toContain('Nguyễn Văn An');
  await page.getByRole('button', { name: 'Tóm tắt gửi nhóm' }).click();
  const text = page.getByLabelText('Nội dung').element() as HTMLTextAreaElement;
  expect(text.value).toContain('cao nhất 70.000, thấp nhất 1.000, bình quân 15.000, trung vị 6.000');
  expect(text.value).not.toMatch(/Nguyễn|Trần|Vũ/);
  await expectGoodEverywhere('tally-chat');
});
