/** "Điểm của tôi": first run, typing in, correcting, withdrawing, a full disk, a value that waits, 100.000 readings. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SELF } from '@/lib/model/point-reading';
import { listReadings } from '@/lib/tracker';
import { consent, createStage, expectGoodEverywhere, NOW, type Stage } from '../desk-stage';
import { frame, watchScreen } from '../screen';

watchScreen();

async function type(stage: Stage, day: string, total: number) {
  await stage.act({
    type: 'recordReadings',
    readings: [{ subject: SELF, day, at: null, total, source: 'manual', origin: '', raw: String(total), where: '' }],
  });
}

describe('my points', () => {
  it('shows the welcome before any consent, while data stays within reach', async () => {
    const stage = createStage();
    await stage.open('#/points');
    await expect.element(page.getByRole('heading', { level: 1 })).not.toHaveTextContent('Điểm của tôi');
    location.hash = '#/data';
    await expect.element(page.getByRole('heading', { level: 1, name: 'Dữ liệu' })).toBeVisible();
  });

  it('tells how to start, takes a typed total and shows it with its source', async () => {
    const stage = createStage();
    await consent(stage);
    await stage.open('#/points');
    await expect.element(page.getByText('Chưa có lần ghi nào', { exact: true })).toBeVisible();
    await expectGoodEverywhere('dashboard-empty');
    await page.getByLabelText('Điểm tích lũy (tổng số)').fill('gần 12.000');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('ước chừng');
    await page.getByLabelText('Điểm tích lũy (tổng số)').fill('12.345');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByText('Đã lưu 12.345 điểm, ngày 20/11/2026.')).toBeVisible();
    await expect.element(page.getByText(/Nguồn: tự nhập; lúc/)).toBeVisible();
    expect((await listReadings(stage.db, { subject: SELF })).map(({ day, total }) => [day, total])).toEqual([
      ['2026-11-20', 12_345],
    ]);
  });

  it('refuses a day that has not come and one that does not exist', async () => {
    const stage = createStage();
    await consent(stage);
    await stage.open('#/manual');
    await page.getByLabelText('Ngày xem').fill('21/11/2026');
    await expect.element(page.getByText('Ngày này chưa đến.')).toBeVisible();
    await page.getByLabelText('Ngày xem').fill('31/11/2026');
    await expect.element(page.getByText('Không có ngày này trong lịch.')).toBeVisible();
  });

  it('keeps what was typed on the screen when it cannot be stored', async () => {
    const stage = createStage();
    await consent(stage);
    await stage.open('#/manual');
    stage.broken = true;
    await page.getByLabelText('Điểm tích lũy (tổng số)').fill('500');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByText('Chưa lưu được. Số bạn nhập vẫn còn ở đây.')).toBeVisible();
    await expect.element(page.getByLabelText('Điểm tích lũy (tổng số)')).toHaveValue('500');
    await expect.element(page.getByRole('button', { name: 'Tải số vừa nhập về máy' })).toBeVisible();
    stage.broken = false;
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByText('Đã lưu 500 điểm, ngày 20/11/2026.')).toBeVisible();
  });

  it('corrects with a reason and keeps the old value; withdraws and restores', async () => {
    const stage = createStage();
    await consent(stage);
    await type(stage, '2026-11-01', 1_000);
    await type(stage, '2026-11-10', 1_900);
    await stage.open('#/points');
    await page.getByRole('button', { name: 'Xem, sửa 10/11/2026' }).click();
    await page.getByRole('button', { name: 'Sửa', exact: true }).click();
    await page.getByRole('dialog').getByLabelText('Điểm tích lũy (tổng số)').fill('1.500');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByText(/Cần ghi lý do/)).toBeVisible();
    await page.getByLabelText('Lý do').fill('gõ nhầm');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await expect
      .element(page.getByRole('grid').getByText('đã sửa (trước: 1.900, ngày 10/11/2026; lý do: gõ nhầm)'))
      .toBeVisible();
    const [, corrected] = await listReadings(stage.db, { subject: SELF });
    expect(corrected).toMatchObject({ total: 1_500, corrections: [{ total: 1_900, reason: 'gõ nhầm' }] });

    await page.getByRole('button', { name: 'Xem, sửa 10/11/2026' }).click();
    await page.getByRole('button', { name: 'Rút', exact: true }).click();
    await page.getByLabelText('Lý do').fill('ghi trùng');
    await page.getByRole('dialog').getByRole('button', { name: 'Rút', exact: true }).click();
    await expect.poll(async () => (await listReadings(stage.db, { subject: SELF })).length).toBe(1);
    await page.getByLabelText('Hiện cả lần đã rút').click();
    await page.getByRole('button', { name: 'Xem, sửa 10/11/2026' }).click();
    await page.getByRole('button', { name: 'Lấy lại' }).click();
    await expect.poll(async () => (await listReadings(stage.db, { subject: SELF })).length).toBe(2);
  });

  it('shows gains, target, chart and the table of readings', async () => {
    const stage = createStage();
    await consent(stage);
    await stage.act({ type: 'saveSettings', patch: { targetPerMonth: 600 } });
    const days = Array.from({ length: 60 }, (_, index) =>
      new Date(Date.UTC(2026, 8, 20 + index)).toISOString().slice(0, 10),
    );
    for (const [index, day] of days.entries()) await type(stage, day, 10_000 + index * 37 + (index % 5) * 3);
    await stage.open('#/points');
    await expect.element(page.getByRole('img', { name: /Đường điểm tích lũy từ 20\/09\/2026/ })).toBeVisible();
    await expect.poll(() => document.querySelectorAll('.chart-host canvas').length).toBe(1);
    await expect.element(page.getByText(/Đã được [\d.]+ trên 600 điểm/)).toBeVisible();
    await expectGoodEverywhere('dashboard-points');
    dispatchEvent(new Event('beforeprint'));
    await expect
      .poll(() => page.getByRole('table', { name: 'Các lần ghi' }).element().querySelectorAll('tbody tr').length)
      .toBe(60);
    dispatchEvent(new Event('afterprint'));
    await expect.element(page.getByRole('grid', { name: 'Các lần ghi' })).toBeVisible();
  });

  it('shows a reading that waits with why it asks, and keeps nothing when refused', async () => {
    const stage = createStage();
    await consent(stage);
    const pending = {
      id: 'p1',
      total: 900,
      previous: 1_000,
      raw: 'Điểm tích lũy: 900',
      where: 'thanh trên cùng',
      name: 'Nguyễn Văn An',
      role: null,
      unit: null,
      reasons: ['fall' as const],
      readAt: NOW.toISOString(),
    };
    const reading = {
      subject: SELF,
      day: '2026-11-20',
      takenAt: pending.readAt,
      lastSeenAt: pending.readAt,
      total: pending.total,
      raw: pending.raw,
      where: pending.where,
      source: 'page' as const,
      site: 'vnpt',
      siteVersion: 1,
      host: 'example.test',
      origin: 'Trang chủ',
      name: pending.name,
      role: null,
      unit: null,
    };
    await stage.db.pending.put({ key: 'me', pending, reading, signature: 's' });
    await stage.open('#/points');
    await expect.element(page.getByText('Số này thấp hơn lần ghi trước.')).toBeVisible();
    await expectGoodEverywhere('dashboard-pending');
    await page.getByRole('button', { name: 'Không đúng, bỏ' }).click();
    await expect.element(page.getByText('Đã bỏ, không lưu gì.')).toBeVisible();
    expect(await listReadings(stage.db, { subject: SELF })).toEqual([]);
  });

  it('scrolls 100.000 readings with few rows in the page', async () => {
    const stage = createStage();
    await consent(stage);
    const start = Date.UTC(2020, 0, 1);
    const readings = Array.from({ length: 100_000 }, (_, index) => {
      const at = new Date(start + index * 2_000_000);
      const day = new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
      const total = 1_000 + index * 3;
      return {
        subject: SELF,
        day,
        at: at.toISOString(),
        total,
        source: 'file' as const,
        origin: 'a.csv',
        raw: String(total),
        where: '',
      };
    });
    for (let from = 0; from < readings.length; from += 5_000) {
      await stage.act({ type: 'recordReadings', readings: readings.slice(from, from + 5_000) });
    }
    await stage.open('#/points');
    const grid = page.getByRole('grid', { name: 'Các lần ghi' });
    await expect.element(grid, { timeout: 20_000 }).toHaveAttribute('aria-rowcount', '100001');
    const box = grid.element();
    for (const part of [0.1, 0.5, 0.9, 1]) {
      box.scrollTop = box.scrollHeight * part;
      await frame();
      expect(box.querySelectorAll('[role=row]').length).toBeLessThan(60);
    }
    await expect.element(grid.getByText('1.000', { exact: true })).toBeVisible();
    box.focus();
    await userEvent.keyboard('{Home}');
    await expect.element(grid.getByText('300.997', { exact: true })).toBeVisible();
  }, 120_000);
});
