/** Periods agreed to, the deletion log, and the clock after a leak. */
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { AnyDeskEntry } from '@/lib/model/desk';
import { getSettings, listDesk } from '@/lib/tracker';
import { createStage, expectGoodEverywhere } from '../desk-stage';
import { watchScreen } from '../screen';
import { meeting, task } from '../../lib/meetings/sample';
import { cell, openTab } from './privacy-stage';

watchScreen();

describe('how long to keep', () => {
  it('previews, deletes nothing without agreement, then purges and logs it', async () => {
    const { stage } = await cell();
    await openTab(stage, 'Nhật ký xóa');
    await expect.element(page.getByText(/Chưa xóa gì\./)).toBeVisible();
    await page.getByRole('tab', { name: 'Thời hạn lưu' }).click();
    await expect.element(page.getByText(/Chưa bật/)).toBeVisible();
    await expect.element(page.getByText('Sẽ xóa 3 lần ghi trước ngày 20/11/2021')).toBeVisible();
    await page.getByLabelText('Điểm của đảng viên khác').selectOptions('1 năm');
    await expect.element(page.getByText('Sẽ xóa 3 lần ghi trước ngày 20/11/2025')).toBeVisible();
    await expectGoodEverywhere('privacy-retention');
    await page.getByRole('button', { name: 'Lưu và xóa những gì quá hạn' }).click();
    await expect.element(page.getByText('Hãy đánh dấu đồng ý trước.')).toBeVisible();
    expect((await getSettings(stage.db)).retention.agreedAt).toBeNull();
    await page.getByRole('checkbox', { name: /Tôi đã xem và đồng ý/ }).click();
    await page.getByRole('button', { name: 'Lưu và xóa những gì quá hạn' }).click();
    await expect.element(page.getByText('Đã lưu. Vừa xóa 3 mục.')).toBeVisible();
    await expect.element(page.getByText(/Bạn đã đồng ý với các mức này/)).toBeVisible();
    await expect.element(page.getByText('Hiện không có gì cũ hơn ngày 20/11/2025').first()).toBeVisible();
    await page.getByRole('tab', { name: 'Nhật ký xóa' }).click();
    await expect.element(page.getByRole('row', { name: /Lần ghi điểm 3 quá thời hạn lưu 19\/11\/2025/ })).toBeVisible();
    await expectGoodEverywhere('privacy-deletions');
    // A tally that begins among what was deleted says so; a later one does not.
    await stage.open('#/cell');
    await page.getByRole('group', { name: 'Kỳ báo cáo' }).getByText('Năm').click();
    await page.getByRole('combobox', { name: 'Năm', exact: true }).selectOptions('2025');
    await expect
      .element(page.getByText(/Các lần ghi đến hết ngày 19\/11\/2025 đã xóa theo thời hạn lưu\. Kỳ/))
      .toBeVisible();
    await page.getByRole('combobox', { name: 'Năm', exact: true }).selectOptions('2026');
    await expect.element(page.getByText('Bảng tổng hợp 01/01/2026 – 31/12/2026')).toBeVisible();
    await expect.element(page.getByText(/đã xóa theo thời hạn lưu/)).not.toBeInTheDocument();
  });
});

describe('records of the desk', () => {
  it('say what would go, go only by a press, and come back', async () => {
    const { stage } = await cell();
    const meetings = ['2021-05-03', '2023-05-03', '2026-11-03'].map((day) => meeting(`m${day}`, day));
    const records = [
      ...meetings.map((value) => ({ id: value.id, kind: 'meeting' as const, value })),
      { id: 't', kind: 'task' as const, value: task('t', '2023-05', { state: 'HOAN_THANH', due: null }) },
    ].map((one) => ({ ...one, unit: null, base: null, removed: false }));
    expect(await stage.act({ type: 'saveDesk', records: records as AnyDeskEntry[] })).toMatchObject({ ok: true });
    const before = await listDesk(stage.db, 'meeting');
    await openTab(stage, 'Thời hạn lưu');
    await expect.element(page.getByLabelText('Hồ sơ sinh hoạt của chi bộ')).toHaveValue('null');
    await page.getByLabelText('Hồ sơ sinh hoạt của chi bộ').selectOptions('3 năm');
    const told = 'Sẽ xóa khi bạn bấm nút, trước ngày 20/11/2023: 2 buổi họp, 1 nhiệm vụ';
    await expect.element(page.getByText(told)).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Lưu một bản sao ra ngoài trước khi xóa' })).toBeVisible();
    await expectGoodEverywhere('privacy-retention-desk');
    expect(await listDesk(stage.db, 'meeting')).toEqual(before);
    await page.getByRole('checkbox', { name: /Tôi đã xem và đồng ý/ }).click();
    await page.getByRole('button', { name: 'Lưu và xóa những gì quá hạn' }).click();
    await expect.element(page.getByText(/Vừa xóa 3 mục trong hồ sơ/)).toBeVisible();
    expect((await listDesk(stage.db, 'meeting')).map(({ id }) => id)).toEqual(['m2026-11-03']);
    await expectGoodEverywhere('privacy-retention-desk-gone');
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await expect.element(page.getByText('Đã lấy lại 3 mục.')).toBeVisible();
    const values = (rows: typeof before) => rows.map(({ value }) => value).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(values(await listDesk(stage.db, 'meeting'))).toEqual(values(before));
    // They wait for the next press, and the page of data says so.
    await stage.open('#/data');
    await expect.element(page.getByText(/Có 3 mục trong hồ sơ sinh hoạt của chi bộ đã quá thời hạn lưu/)).toBeVisible();
  });
});

describe('after a leak', () => {
  it('starts the clock from when it was known, keeps the ticks, and counts past the end', async () => {
    let moment = new Date('2026-11-20T03:00:00.000Z');
    const stage = createStage(() => moment);
    await openTab(stage, 'Khi lộ dữ liệu');
    await page.getByLabelText(/Giờ biết/).fill('11:00');
    await page.getByRole('button', { name: 'Bắt đầu đồng hồ 72 giờ' }).click();
    await expect.element(page.getByText('Lúc này còn ở phía trước.')).toBeVisible();
    await page.getByLabelText(/Giờ biết/).fill('8h');
    await page.getByRole('button', { name: 'Bắt đầu đồng hồ 72 giờ' }).click();
    await expect.element(page.getByText('Hãy viết giờ như 14:30.')).toBeVisible();
    await page.getByLabelText(/Giờ biết/).fill('08:30');
    await page.getByRole('button', { name: 'Bắt đầu đồng hồ 72 giờ' }).click();
    await expect.element(page.getByText('Còn 70 giờ')).toBeVisible();
    await expect.element(page.getByText(/Báo trước 08:30, 23\/11\/2026/)).toBeVisible();
    await page.getByRole('checkbox', { name: 'Ngăn lại' }).click();
    await expect.element(page.getByText('Đã làm 1/7 việc')).toBeVisible();
    await expectGoodEverywhere('privacy-breach');
    // On paper boxes to tick stand as signs: form controls are not printed.
    dispatchEvent(new Event('beforeprint'));
    await expect.element(page.getByText('☑ Ngăn lại')).toBeVisible();
    await expect.element(page.getByText('☐ Giữ bằng chứng')).toBeVisible();
    dispatchEvent(new Event('afterprint'));
    await expect.element(page.getByRole('checkbox', { name: 'Ngăn lại' })).toBeChecked();
    moment = new Date('2026-11-23T03:00:00.000Z');
    await page.getByRole('tab', { name: 'Sự đồng ý' }).click();
    await page.getByRole('tab', { name: 'Khi lộ dữ liệu' }).click();
    await expect.element(page.getByText(/Đã quá 2 giờ: báo ngay/)).toBeVisible();
    await expect.element(page.getByRole('checkbox', { name: 'Ngăn lại' })).toBeChecked();
    await page.getByRole('button', { name: 'Đã xong, đóng lại' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đã xong, đóng lại' }).click();
    await expect.element(page.getByRole('button', { name: 'Bắt đầu đồng hồ 72 giờ' })).toBeVisible();
    expect((await getSettings(stage.db)).breach).toBeNull();
  });
});

describe('English', () => {
  it('has words for every tab', async () => {
    const { stage, ids } = await cell();
    await stage.act({ type: 'saveSettings', patch: { language: 'en' } });
    const request = {
      memberId: ids[0] ?? null,
      person: 'Nguyễn Văn Hòa',
      kind: 'access' as const,
      receivedOn: '2026-11-18',
      note: '',
    };
    await stage.act({ type: 'recordRequest', request });
    for (const name of ['Consents', 'How long to keep', 'Deletion log', 'After a leak', 'Requests']) {
      await openTab(stage, name);
      await expect.element(page.getByRole('tab', { name, selected: true })).toBeVisible();
    }
    await page.getByRole('button', { name: /See and answer/ }).click();
    await expect.element(page.getByText('To be answered')).toBeVisible();
  });
});
