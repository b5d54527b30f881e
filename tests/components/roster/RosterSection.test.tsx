/** The roster on a real store: history with dates, exemptions, two records of one person, and undo for each. */
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { listMembers } from '@/lib/tracker';
import { consent, createStage, expectGoodEverywhere, type Stage } from '../desk-stage';
import { watchScreen } from '../screen';

watchScreen();

async function roster(stage: Stage, names: readonly string[]) {
  await consent(stage);
  await stage.act({
    type: 'saveMembers',
    members: names.map((name) => ({ name, status: 'CHINH_THUC' as const, role: 'Đảng viên' })),
  });
  await stage.open('#/cell');
  await page.getByRole('tab', { name: 'Danh sách đảng viên' }).click();
}
const save = () => page.getByRole('dialog').getByRole('button', { name: 'Lưu', exact: true }).click();

it('keeps what was before: a new office since a day, joining and leaving, an exemption; and takes it all back', async () => {
  const stage = createStage();
  await roster(stage, ['Đỗ Thị Lan', 'Lê An']);
  await page.getByRole('button', { name: 'Sửa Đỗ Thị Lan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabelText(/^Chức vụ( \(|$)/).fill('Bí thư');
  await dialog.getByLabelText(/Chức vụ, tình trạng mới có từ ngày/).fill('01/07/2026');
  await dialog.getByLabelText('Đã đăng nhập').selectOptions('có');
  await dialog.getByRole('button', { name: 'Ghi ngày vào, ngày rời chi bộ' }).click();
  await dialog.getByLabelText(/Vào chi bộ ngày/).fill('01/03/2026');
  await dialog.getByLabelText(/Rời chi bộ ngày/).fill('01/02/2026');
  await save();
  await expect.element(dialog.getByText('Ngày cuối phải sau hoặc trùng ngày đầu.')).toBeVisible();
  await dialog.getByLabelText(/Rời chi bộ ngày/).fill('');
  await dialog.getByRole('button', { name: 'Thêm thời gian được miễn' }).click();
  await dialog.getByLabelText('Lý do (không bắt buộc)').fill('điều trị dài ngày');
  await expectGoodEverywhere('roster-history');
  await save();
  await expect.element(page.getByText('Đã lưu thay đổi của Đỗ Thị Lan.')).toBeVisible();
  const lan = async () => (await listMembers(stage.db)).find(({ name }) => name === 'Đỗ Thị Lan');
  expect(await lan()).toMatchObject({
    role: 'Bí thư',
    loggedIn: true,
    stays: [{ from: '2026-03-01', to: null }],
    exemptions: [{ kind: 'MIEN', reason: 'điều trị dài ngày' }],
    past: [{ until: '2026-06-30', role: 'Đảng viên', status: 'CHINH_THUC' }],
  });
  expect(await listMembers(stage.db, { on: '2026-02-28' })).toHaveLength(1);

  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(async () => (await lan())?.role).toBe('Đảng viên');
  expect(await lan()).toMatchObject({ stays: [], exemptions: [], past: [], loggedIn: null });
});

it('hides who has left, and shows them when asked', async () => {
  const stage = createStage();
  await roster(stage, ['Đỗ Thị Lan', 'Lê An']);
  const [an] = await listMembers(stage.db);
  await stage.act({ type: 'updateMember', id: an!.id, patch: { stays: [{ from: null, to: '2026-10-31' }] } });
  await expect.element(page.getByText('1 đảng viên')).toBeVisible();
  await page.getByText('Cả 1 người đã rời chi bộ').click();
  await expect.element(page.getByText('2 đảng viên')).toBeVisible();
});

it('finds two records of one person and two people of one name, and settles each for good', async () => {
  const stage = createStage();
  await roster(stage, ['Trần Thị Hoà', 'Trần Thị Hòa', 'Lê An', 'Lê Ân']);
  await expect.element(page.getByRole('heading', { name: 'Có thể là một người' })).toBeVisible();
  await expectGoodEverywhere('roster-twins');
  await page.getByRole('button', { name: 'Là một người' }).first().click();
  await expect.element(page.getByText(/Đã gộp Trần Thị H/)).toBeVisible();
  expect(await listMembers(stage.db)).toHaveLength(3);
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(async () => (await listMembers(stage.db)).length).toBe(4);
  await expect.poll(() => page.getByRole('button', { name: 'Là một người' }).elements().length).toBe(2);
  await page.getByRole('button', { name: 'Hai người khác nhau' }).first().click();
  await expect.element(page.getByText(/là hai người khác nhau/)).toBeVisible();
  await expect.poll(() => page.getByRole('button', { name: 'Là một người' }).elements().length).toBe(1);
  await page.getByRole('button', { name: 'Hai người khác nhau' }).first().click();
  await expect.poll(() => page.getByRole('button', { name: 'Là một người' }).elements().length).toBe(0);
  expect(await listMembers(stage.db)).toHaveLength(4);
});

it('takes a member added by hand off again', async () => {
  const stage = createStage();
  await roster(stage, ['Lê An']);
  await page.getByRole('button', { name: 'Thêm đảng viên' }).click();
  await page.getByRole('dialog').getByLabelText('Họ và tên').fill('Đỗ Thị Lan');
  await save();
  await expect.element(page.getByText('Đã thêm Đỗ Thị Lan vào danh sách.')).toBeVisible();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.poll(async () => (await listMembers(stage.db)).map(({ name }) => name)).toEqual(['Lê An']);
});
