/** Lists captured in the handbook: how much of each is read, and bringing one in after a review. */
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Capture } from '@/lib/model/capture';
import { listCaptures, listMembers, listReadings } from '@/lib/tracker';
import { captureRows } from '@/components/roster/capture-rows';
import { consent, createStage, expectGoodEverywhere, NOW } from '../desk-stage';
import { watchScreen } from '../screen';

watchScreen();

const seen = <T,>(value: T) => ({ value, raw: String(value), where: 'bảng' });

function ranking(rows: [string, number][], total: number): Capture {
  return {
    id: 'c1',
    kind: 'ranking',
    listId: 'ranking|x',
    site: 'vnpt',
    siteVersion: 1,
    host: 'example.test',
    screen: 'ranking',
    unit: 'Chi bộ Đông Trà',
    role: 'Bí thư',
    headers: ['STT', 'Họ và tên', 'Điểm tích lũy'],
    rows: rows.map(([name, points], index) => ({
      key: `${index + 1}|${name}`,
      cells: { order: seen(index + 1), name: seen(name), total: seen(points) },
    })),
    complete: rows.length === total,
    total,
    firstSeenAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
    adoptedAt: null,
  };
}

describe('captured lists', () => {
  it('turns rows into people with totals of the day they were read', () => {
    const { rows, keys, readings } = captureRows(ranking([['Lê Hoàng Cường', 9_000]], 34));
    expect(keys).toEqual(['1|Lê Hoàng Cường']);
    expect(rows.map(({ name, day, total }) => [name, day, total])).toEqual([['Lê Hoàng Cường', '2026-11-20', 9_000]]);
    expect(readings).toBe(1);
  });

  it('keeps two people of one name on a list apart', async () => {
    const stage = createStage();
    await consent(stage);
    const rows: [string, number][] = [
      ['Trương Xuân Lộc', 9_000],
      ['Trương Xuân Lộc', 3_000],
    ];
    await stage.db.captures.put(ranking(rows, 2));
    await stage.open('#/cell');
    await page.getByRole('tab', { name: 'Đưa số liệu vào' }).click();
    await page.getByRole('button', { name: 'Đưa vào danh sách…' }).click();
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.poll(async () => (await listCaptures(stage.db))[0]?.adoptedAt ?? null).not.toBeNull();
    const members = await listMembers(stage.db);
    const totals = await Promise.all(
      members.map(async ({ id }) => (await listReadings(stage.db, { subject: id })).map(({ total }) => total)),
    );
    expect(totals.flat().sort()).toEqual([3_000, 9_000]);
    expect(members.map(({ name }) => name)).toEqual(['Trương Xuân Lộc', 'Trương Xuân Lộc']);
  });

  it('tells how far a list is read, reviews it, and brings in members and readings', async () => {
    const stage = createStage();
    await consent(stage);
    await stage.act({ type: 'saveMembers', members: [{ name: 'Lê Hoàng Cường' }, { name: 'Trần Thị Hòa' }] });
    const rows: [string, number][] = [
      ['Lê Hoàng Cường', 9_000],
      ['Tran Thi Hoa', 3_000],
      ['Vũ Minh Khoa', 1_000],
    ];
    await stage.db.captures.put(ranking(rows, 34));
    await stage.open('#/cell');
    await page.getByRole('tab', { name: 'Đưa số liệu vào' }).click();
    await expect.element(page.getByText('đã ghi 3/34')).toBeVisible();
    await page.getByRole('button', { name: 'Đưa vào danh sách…' }).click();
    await expect.element(page.getByText('Còn 1 người chưa chọn.')).toBeVisible();
    await expect.element(page.getByRole('dialog').getByText('đã ghi 3/34: chưa đủ')).toBeVisible();
    await expectGoodEverywhere('dashboard-capture');
    await page.getByLabelText('Tran Thi Hoa là ai?').selectOptions('Bỏ qua, không lưu');
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await expect.poll(async () => (await listCaptures(stage.db))[0]?.adoptedAt ?? null).not.toBeNull();
    const members = await listMembers(stage.db);
    expect(members.map(({ name }) => name)).toEqual(['Lê Hoàng Cường', 'Trần Thị Hòa', 'Vũ Minh Khoa']);
    const totals = await Promise.all(
      members.map(async ({ id }) =>
        (await listReadings(stage.db, { subject: id })).map(({ total, source }) => [total, source]),
      ),
    );
    expect(totals).toEqual([[[9_000, 'ranking']], [], [[1_000, 'ranking']]]);
  });

  it('drops a list when told to, and takes it up again', async () => {
    const stage = createStage();
    await consent(stage);
    await stage.db.captures.put(ranking([['Lê Hoàng Cường', 9_000]], 1));
    await stage.open('#/cell');
    await page.getByRole('tab', { name: 'Đưa số liệu vào' }).click();
    const before = await listCaptures(stage.db);
    await page.getByRole('button', { name: 'Bỏ bảng này' }).click();
    await expect.element(page.getByText('Đã bỏ bảng “Bảng xếp hạng”.')).toBeVisible();
    expect(await listCaptures(stage.db)).toEqual([]);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.poll(() => listCaptures(stage.db)).toEqual(before);
  });
});
