/** The cell's form and the month's activity on a real store: kept, refused where wrong, taken back, and found in the tally. */
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { DEFAULT_CELL } from '@/lib/model/cell';
import { getCell, listDesk, listMembers } from '@/lib/tracker';
import { consent, createStage, expectGoodEverywhere, type Stage } from '../desk-stage';
import { watchScreen } from '../screen';

watchScreen();

async function openTab(stage: Stage, tab: string) {
  await consent(stage);
  await stage.open('#/cell');
  await page.getByRole('tab', { name: tab }).click();
}

describe('about the cell', () => {
  it('keeps what is entered, and takes it back', async () => {
    const stage = createStage();
    const party = { superior: 'Đảng ủy xã Đông Trà', cell: 'Chi bộ thôn Đông', place: 'Đông Trà', secretaryName: null };
    await stage.act({ type: 'saveSettings', patch: { party } });
    await openTab(stage, 'Thông tin chi bộ');
    // What the settings know stands there already.
    await expect.element(page.getByLabelText('Tên chi bộ')).toHaveValue('Chi bộ thôn Đông');
    await page.getByLabelText('Bí thư', { exact: true }).fill('Nguyễn Văn An');
    await page.getByText('Sinh hoạt vào ngày cố định hằng tháng').click();
    await page.getByLabelText(/Ngày trong tháng/).fill('35');
    await expect.element(page.getByText('Cần ghi một số từ 1 đến 31.')).toBeVisible();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    expect(await listDesk(stage.db, 'cell')).toEqual([]);
    await page.getByLabelText(/Ngày trong tháng/).fill('3');
    await page.getByLabelText('Đã cài đặt sổ tay').fill('92,5');
    await expectGoodEverywhere('cell-about');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Đã lưu thông tin chi bộ.')).toBeVisible();
    expect((await getCell(stage.db, null)).cell).toMatchObject({
      superior: 'Đảng ủy xã Đông Trà',
      secretary: 'Nguyễn Văn An',
      meets: { day: 3, time: '19:30', place: '' },
      targets: { installed: 92.5, active: null, attendance: 90, quiz: null },
      profile: 'hd05-2026',
      rubric: 'hd42-2025',
    });
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(async () => (await listDesk(stage.db, 'cell')).length).toBe(0);
    // As it was before anything was entered, on the form and for every paper.
    await expect.element(page.getByLabelText('Bí thư', { exact: true })).toHaveValue('');
    expect((await getCell(stage.db, null)).cell).toEqual(DEFAULT_CELL);
    await page.getByLabelText('Bí thư', { exact: true }).fill('Lê An');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.poll(async () => (await getCell(stage.db, null)).cell.secretary).toBe('Lê An');
  });

  it('keeps what is typed while another tab is looked at', async () => {
    const stage = createStage();
    await openTab(stage, 'Thông tin chi bộ');
    await page.getByLabelText('Tên chi bộ').fill('Chi bộ thôn Đông');
    await page.getByRole('tab', { name: 'Danh sách đảng viên' }).click();
    await page.getByRole('tab', { name: 'Thông tin chi bộ' }).click();
    await expect.element(page.getByLabelText('Tên chi bộ')).toHaveValue('Chi bộ thôn Đông');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Đã lưu thông tin chi bộ.')).toBeVisible();
    await page.getByRole('tab', { name: 'Danh sách đảng viên' }).click();
    await page.getByRole('tab', { name: 'Thông tin chi bộ' }).click();
    await expect.element(page.getByRole('button', { name: 'Lưu', exact: true })).toBeDisabled();
  });

  it('keeps telephone numbers out, and what was typed when saving fails', async () => {
    const stage = createStage();
    await openTab(stage, 'Thông tin chi bộ');
    await page.getByLabelText('Bí thư', { exact: true }).fill('An 0912345678');
    await expect.element(page.getByText(/không được lưu ở đây/)).toBeVisible();
    await page.getByLabelText('Bí thư', { exact: true }).fill('An');
    stage.broken = true;
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Chưa lưu được. Những gì bạn nhập vẫn còn ở đây.')).toBeVisible();
    await expect.element(page.getByLabelText('Bí thư', { exact: true })).toHaveValue('An');
    stage.broken = false;
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Đã lưu thông tin chi bộ.')).toBeVisible();
  });
});

describe('activity of a month', () => {
  it('keeps what was typed for one month while another is looked at, and says that it waits', async () => {
    const stage = createStage();
    await stage.act({ type: 'saveMembers', members: [{ name: 'Lê An' }] });
    await openTab(stage, 'Hoạt động tháng');
    await page.getByLabelText('Lượt truy cập: Lê An').fill('12');
    await page.getByLabelText('Tháng', { exact: true }).selectOptions('2026-10');
    await expect.element(page.getByLabelText('Lượt truy cập: Lê An')).toHaveValue('');
    await expect.element(page.getByText('Còn phần nhập dở, chưa lưu:')).toBeVisible();
    await page.getByRole('button', { name: 'Tháng 11/2026' }).click();
    await expect.element(page.getByLabelText('Lượt truy cập: Lê An')).toHaveValue('12');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Đã lưu 1 người.')).toBeVisible();
  });

  it('is typed row by row, shows in the tally as columns, and can be taken back', async () => {
    const stage = createStage();
    await stage.act({ type: 'saveMembers', members: [{ name: 'Lê An' }, { name: 'Đỗ Thị Lan' }] });
    await openTab(stage, 'Hoạt động tháng');
    await page.getByLabelText('Lượt truy cập: Lê An').fill('12');
    await page.getByLabelText('Ý kiến: Lê An').fill('mười');
    await expect.element(page.getByText(/Ghi một số từ 0/)).toBeVisible();
    await page.getByLabelText('Ý kiến: Lê An').fill('2');
    await page.getByRole('button', { name: 'Mọi người còn trống đều có dùng' }).click();
    await expectGoodEverywhere('cell-activity');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Đã lưu 2 người.')).toBeVisible();
    const [an] = (await listMembers(stage.db)).filter(({ name }) => name === 'Lê An');
    const kept = await listDesk(stage.db, 'activity');
    expect(kept.find(({ value }) => value.memberId === an?.id)?.value).toMatchObject({
      period: { from: '2026-11-01', to: '2026-11-30' },
      used: true,
      visits: 12,
      studied: null,
      opinions: 2,
    });

    await page.getByRole('tab', { name: 'Tổng hợp' }).click();
    await expect.element(page.getByRole('columnheader', { name: 'Lượt truy cập' }).first()).toBeVisible();
    expect(page.getByRole('columnheader', { name: 'VB/NQ đã học' }).elements()).toEqual([]);
    await page.getByRole('tab', { name: 'Hoạt động tháng' }).click();
    await page.getByLabelText('Lượt truy cập: Lê An').fill('');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.element(page.getByText('Đã lưu 1 người.')).toBeVisible();
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.element(page.getByLabelText('Lượt truy cập: Lê An')).toHaveValue('12');
  });
});
