/** "Dữ liệu": every kind is told, everything can be taken out, nothing is erased without the typed word. */
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { SELF } from '@/lib/model/point-reading';
import { countEverything } from '@/lib/tracker';
import { consent, createStage, expectGoodEverywhere } from '../desk-stage';
import { watchScreen } from '../screen';

watchScreen();

async function filled() {
  const stage = createStage();
  await consent(stage);
  await stage.act({ type: 'saveMembers', members: [{ name: 'Lê Hoàng Cường' }] });
  const reading = { subject: SELF, day: '2026-11-01', at: null, total: 5, source: 'manual' as const };
  await stage.act({ type: 'recordReadings', readings: [{ ...reading, origin: '', raw: '5', where: '' }] });
  return stage;
}

describe('data', () => {
  it('tells what is kept, why and how much, and what was done', async () => {
    const stage = await filled();
    await stage.open('#/data');
    const kept = page.getByRole('table', { name: 'Đang giữ những gì' });
    await expect.element(kept.getByRole('row', { name: /Lần ghi điểm/ })).toHaveTextContent(/1$/);
    await expect.element(kept.getByRole('row', { name: /Đảng viên trong danh sách/ })).toHaveTextContent(/1$/);
    await expect.element(kept.getByRole('row', { name: /Lần đồng ý/ })).toHaveTextContent(/2$/);
    // No kind may stand without words.
    expect(kept.element().textContent).not.toContain('Khác');
    await expect.element(page.getByRole('table', { name: 'Nhật ký' }).getByText('Ghi điểm')).toBeVisible();
    await expectGoodEverywhere('dashboard-data');
  });

  it('erases only after the word, and says what will be gone first', async () => {
    const stage = await filled();
    await stage.open('#/data');
    await page.getByRole('button', { name: 'Xóa tất cả…' }).click();
    await expect.element(page.getByRole('dialog').getByText('1 lần ghi điểm')).toBeVisible();
    await expectGoodEverywhere('dashboard-erase');
    await page.getByRole('button', { name: 'Xóa hẳn' }).click();
    await expect.element(page.getByText('Chưa đúng chữ XÓA.')).toBeVisible();
    expect(await countEverything(stage.db)).toMatchObject({ readings: 1, members: 1 });
    await page.getByLabelText('Gõ chữ XÓA để xác nhận').fill('XOA');
    await page.getByRole('button', { name: 'Xóa hẳn' }).click();
    await expect.element(page.getByText('Đã xóa tất cả.')).toBeVisible();
    expect(await countEverything(stage.db)).toMatchObject({ readings: 0, members: 0, captures: 0, consents: 0 });
  });

  it('keeps everything when erasing fails', async () => {
    const stage = await filled();
    await stage.open('#/data');
    stage.broken = true;
    await page.getByRole('button', { name: 'Xóa tất cả…' }).click();
    await page.getByLabelText('Gõ chữ XÓA để xác nhận').fill('XÓA');
    await page.getByRole('button', { name: 'Xóa hẳn' }).click();
    await expect.element(page.getByText('Chưa xóa được.')).toBeVisible();
    expect(await countEverything(stage.db)).toMatchObject({ readings: 1, members: 1 });
  });
});
