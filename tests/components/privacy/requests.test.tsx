/** Requests: due days in words, answered from one page, copies handed out, corrected, erased, noted, reopened. */
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { listRequests } from '@/lib/tracker';
import { expectGoodEverywhere } from '../desk-stage';
import { watchScreen } from '../screen';
import { cell, openTab } from './privacy-stage';

watchScreen();

const requestOf = (
  memberId: string | null,
  person: string,
  kind: 'access' | 'erase' | 'withdraw',
  receivedOn: string,
) => ({
  type: 'recordRequest' as const,
  request: { memberId, person, kind, receivedOn, note: 'Nói sau buổi họp.' },
});

describe('requests', () => {
  it('are noted and say in words what is due', async () => {
    const { stage, ids } = await cell();
    await openTab(stage, 'Yêu cầu');
    await expect.element(page.getByText(/Chưa có yêu cầu nào/)).toBeVisible();
    await page.getByRole('button', { name: 'Ghi yêu cầu' }).click();
    await page.getByLabelText('Họ và tên').fill('Lê Văn Cường');
    await page.getByLabelText('Muốn gì').selectOptions('Rút lại sự đồng ý');
    await page.getByLabelText('Ngày nhận').fill('19/11/2026');
    await page.getByRole('button', { name: 'Lưu' }).click();
    // Received on a Thursday: two working days later is Monday.
    await expect.element(page.getByText('23/11/2026 · Còn 3 ngày')).toBeVisible();
    await stage.act(requestOf(ids[0] ?? null, 'Nguyễn Văn Hòa', 'erase', '2026-11-10'));
    await stage.act(requestOf(null, 'Phạm Thu', 'access', '2026-11-18'));
    await page.getByRole('button', { name: 'Về danh sách yêu cầu' }).click();
    await expect.element(page.getByText('12/11/2026 · Quá hạn 8 ngày')).toBeVisible();
    await expect.element(page.getByText('20/11/2026 · Hạn là hôm nay')).toBeVisible();
    await expectGoodEverywhere('privacy-requests');
  });

  it('are answered from one page: seen, copied, corrected, noted, reopened', async () => {
    const { stage, ids } = await cell();
    await stage.act(requestOf(ids[0] ?? null, 'Nguyễn Văn Hòa', 'access', '2026-11-18'));
    await openTab(stage, 'Yêu cầu');
    await page.getByRole('button', { name: /^Xem và trả lời ?: Nguyễn Văn Hòa/ }).click();
    const kept = page.getByRole('table', { name: /Xem những gì đang giữ/ });
    await expect.element(kept.getByRole('row', { name: /Lần ghi điểm/ })).toHaveTextContent(/4$/);
    await expect.element(page.getByRole('heading', { name: 'Xem những gì đang giữ: Nguyễn Văn Hòa' })).toHaveFocus();
    await expectGoodEverywhere('privacy-request');

    const files: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      files.push(blob as Blob);
      return 'data:text/plain,x';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    await page.getByRole('button', { name: /Tải bản sao \(CSV/ }).click();
    await expect.element(page.getByText('Đã tạo tệp ban-sao-2026-11-20.csv.')).toBeVisible();
    expect(await files[0]?.text()).toMatch(/Nguyễn Văn Hòa[\s\S]*không thay thế số liệu trên hệ thống/);
    expect(await files[0]?.text()).not.toContain('Trần Thị Bình');
    const notes = await stage.db.journal.filter(({ action }) => action === 'noteExport').toArray();
    expect(notes).toMatchObject([{ detail: { kind: 'personalCsv', rows: 6 } }]);

    await page.getByRole('button', { name: 'Sửa tên, mã, chức vụ' }).click();
    await page.getByRole('dialog').getByLabelText('Họ và tên').fill('Nguyễn Văn Hoà A');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect((await stage.db.members.get(ids[0] ?? ''))?.name).toBe('Nguyễn Văn Hoà A');
    await page.getByRole('button', { name: 'Sửa các lần ghi điểm' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Nguyễn Văn Hoà A' })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();

    await page.getByRole('button', { name: 'Gia hạn thêm 15 ngày' }).click();
    await expect.element(page.getByText(/Đã gia hạn ngày 20\/11\/2026/)).toBeVisible();
    await expect.element(page.getByText(/^13\/12\/2026/)).toBeVisible();
    await page.getByRole('button', { name: 'Đã trả lời' }).click();
    await expect.element(page.getByText(/Đã trả lời, chờ làm xong/)).toBeVisible();
    await page.getByRole('button', { name: 'Đã làm xong' }).click();
    await expect.element(page.getByText('Đã xong ngày 20/11/2026')).toBeVisible();
    await page.getByRole('button', { name: 'Mở lại bước vừa ghi' }).click();
    await expect.element(page.getByText(/Đã trả lời, chờ làm xong/)).toBeVisible();
    expect(await listRequests(stage.db)).toMatchObject([{ answeredOn: '2026-11-20', doneOn: null }]);
  });

  it('to erase take the person away and leave the request with initials', async () => {
    const { stage, ids } = await cell();
    await stage.act(requestOf(ids[0] ?? null, 'Nguyễn Văn Hòa', 'erase', '2026-11-18'));
    await openTab(stage, 'Yêu cầu');
    await page.getByRole('button', { name: /^Xem và trả lời ?: Nguyễn Văn Hòa/ }).click();
    await page.getByRole('button', { name: 'Xóa người này…' }).click();
    await page.getByLabelText('Gõ chữ XÓA để xác nhận').fill('XÓA');
    await page.getByRole('button', { name: 'Xóa hẳn' }).click();
    await expect.element(page.getByText(/Người này đã được xóa/)).toBeVisible();
    await expect.element(page.getByRole('heading', { name: 'Xóa: N.V.H.' })).toBeVisible();
    expect(document.body.textContent).not.toContain('Nguyễn Văn Hòa');
    await page.getByRole('button', { name: 'Đã làm xong' }).click();
    await expect.element(page.getByText('Đã xong ngày 20/11/2026')).toBeVisible();
    await expectGoodEverywhere('privacy-request-erased');
  });

  it('follow the holidays the user enters', async () => {
    const { stage } = await cell();
    await stage.act(requestOf(null, 'Phạm Thu', 'access', '2026-11-19'));
    await openTab(stage, 'Yêu cầu');
    await page.getByText('Ngày nghỉ lễ', { exact: true }).click();
    const field = page.getByLabelText('Mỗi dòng một ngày (ngày/tháng/năm)');
    await field.fill('23/11/2026\nmồng hai');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByText('Không hiểu dòng “mồng hai”. Hãy viết như 02/09/2026.')).toBeVisible();
    await field.fill('23/11/2026');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByText('Đã lưu ngày nghỉ. Hạn của 1 yêu cầu thay đổi.')).toBeVisible();
    await expect.element(page.getByText('24/11/2026 · Còn 4 ngày')).toBeVisible();
  });
});
