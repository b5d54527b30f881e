/** Taking back a list that was brought in: offered at once and after the page was opened anew, exact, and refused with names. */
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { getDraft, listMembers } from '@/lib/tracker';
import { consent, createStage, expectGoodEverywhere, SEVEN, sevenAsCsv, type Stage } from '../desk-stage';
import { show, watchScreen } from '../screen';

watchScreen();

const rowsOf = ({ db }: Stage) =>
  Promise.all([db.members, db.pointPages, db.subjects].map((table): Promise<object[]> => table.toArray()));
const PASTE = /Chép các ô trong Excel/;

/** An is there already, with a reading of his own. */
async function begin(): Promise<Stage> {
  const stage = createStage();
  await consent(stage);
  await stage.act({ type: 'saveMembers', members: [{ name: 'Nguyễn Văn An' }] });
  const [an] = await listMembers(stage.db);
  const reading = { day: '2026-08-01', at: null, total: 5, source: 'manual' as const, origin: 'nhập tay', raw: '5' };
  await stage.act({ type: 'recordReadings', readings: [{ ...reading, subject: an?.id ?? '', where: '' }] });
  await stage.open('#/cell/bring');
  return stage;
}
async function pasteSeven() {
  await page.getByLabelText(PASTE).fill(sevenAsCsv('\t'));
  await page.getByRole('button', { name: 'Đọc phần đã dán' }).click();
}
const apply = () => page.getByRole('button', { name: 'Lưu', exact: true }).click();
const undo = () => page.getByRole('button', { name: 'Hoàn tác' }).click();

it('offers to take it back where the person is led, and everything is as it was', async () => {
  const stage = await begin();
  const before = await rowsOf(stage);
  await pasteSeven();
  await apply();
  await expect.element(page.getByText(/^Lần đưa số liệu vào gần nhất: phần dán từ bảng tính/)).toBeVisible();
  await expect
    .element(page.getByText('Đã thêm 6 người, bổ sung thông tin của 1 người, ghi 14 lần điểm.'))
    .toBeVisible();
  expect(await listMembers(stage.db)).toHaveLength(SEVEN.length);
  await expectGoodEverywhere('bring-undo');
  await undo();
  await expect.element(page.getByText(/^Đã hoàn tác: danh sách và điểm trở lại/)).toBeVisible();
  expect(await rowsOf(stage)).toEqual(before);
});

it('still offers it after the page was opened anew', async () => {
  const stage = await begin();
  const before = await rowsOf(stage);
  await pasteSeven();
  await apply();
  await expect.element(page.getByText(/^Lần đưa số liệu vào gần nhất/)).toBeVisible();
  show(null);
  await stage.open('#/cell/bring');
  await undo();
  await expect.element(page.getByText(/^Đã hoàn tác: danh sách và điểm trở lại/)).toBeVisible();
  expect(await rowsOf(stage)).toEqual(before);
});

it('says whose later work would be lost, and changes nothing', async () => {
  const stage = await begin();
  await pasteSeven();
  await apply();
  await expect.element(page.getByText(/^Lần đưa số liệu vào gần nhất/)).toBeVisible();
  const binh = (await listMembers(stage.db)).find(({ name }) => name === 'Trần Thị Bình');
  await stage.act({ type: 'updateMember', id: binh?.id ?? '', patch: { role: 'Phó bí thư' } });
  const after = await rowsOf(stage);
  await undo();
  await expect.element(page.getByText(/^Chưa hoàn tác được/)).toBeVisible();
  await expect.element(page.getByText('Trần Thị Bình: thông tin đã được sửa.')).toBeVisible();
  await expectGoodEverywhere('bring-undo-refused');
  expect(await rowsOf(stage)).toEqual(after);
});

it('keeps the pasted table and the answers: on going back, on another tab, another page, until it is saved', async () => {
  const stage = await begin();
  const table = 'Họ và tên\tNgày\tĐiểm tích lũy\nNguyen Van An\t30/09/2026\t700\nLê Cường\t30/09/2026\t9';
  await page.getByLabelText(PASTE).fill(table);
  await page.getByRole('button', { name: 'Đọc phần đã dán' }).click();
  await page.getByLabelText('Nguyen Van An là ai?').selectOptions('Bỏ qua, không lưu');
  await page.getByRole('button', { name: 'Quay lại, không lưu' }).click();
  await expect.element(page.getByLabelText(PASTE)).toHaveValue(table);
  await page.getByRole('tab', { name: 'Danh sách đảng viên' }).click();
  location.hash = '#/settings';
  await expect.element(page.getByRole('heading', { level: 1, name: 'Cài đặt' })).toBeVisible();
  location.hash = '#/cell/bring';
  await expect.element(page.getByText(/^Đây là phần nhập dở lúc/)).toBeVisible();
  await expect.element(page.getByLabelText(PASTE)).toHaveValue(table);
  await expectGoodEverywhere('bring-draft');
  // Thrown away and taken up again.
  await page.getByRole('button', { name: 'Bỏ phần nhập dở' }).click();
  await expect.element(page.getByLabelText(PASTE)).toHaveValue('');
  await undo();
  await expect.element(page.getByLabelText(PASTE)).toHaveValue(table);
  await page.getByRole('button', { name: 'Đọc phần đã dán' }).click();
  await expect.element(page.getByText('Sẽ lưu: 0 người đã có, thêm 1 người, bỏ qua 1.')).toBeVisible();
  await apply();
  await expect.element(page.getByText(/^Lần đưa số liệu vào gần nhất/)).toBeVisible();
  await expect.poll(() => getDraft(stage.db, 'bring paste')).toBeNull();
  await page.getByRole('tab', { name: 'Đưa số liệu vào' }).click();
  await expect.element(page.getByLabelText(PASTE)).toHaveValue('');
});
