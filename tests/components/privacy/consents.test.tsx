/** The ledger of consents: recorded for the right person, withdrawn with a choice, restored, erased only after the word. */
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { listMemberConsents } from '@/lib/tracker';
import { expectGoodEverywhere } from '../desk-stage';
import { watchScreen } from '../screen';
import { cell, openTab } from './privacy-stage';

watchScreen();

const consentOf = (memberId: string | null, person: string) => ({
  type: 'recordMemberConsent' as const,
  consent: {
    memberId,
    person,
    kinds: ['HO_TEN' as const, 'DIEM' as const],
    purpose: 'Lập bảng tổng hợp điểm của chi bộ',
    method: 'LOI_NOI' as const,
    givenOn: '2026-01-05',
    keepUntil: '2026-11-01',
    text: 'Tôi đồng ý.',
  },
});

describe('consents', () => {
  it('explain themselves when there is none, and are recorded for a member chosen by name', async () => {
    const { stage, ids } = await cell();
    await openTab(stage, 'Sự đồng ý');
    await expect.element(page.getByText(/Chưa ghi sự đồng ý nào/)).toBeVisible();
    await page.getByRole('button', { name: 'Ghi sự đồng ý' }).click();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByText('Hãy điền họ và tên.')).toBeVisible();
    await page.getByLabelText('Họ và tên').fill('nguyễn văn hoà');
    await expect.element(page.getByRole('radio', { name: /Nguyễn Văn Hòa · M1/ })).toBeChecked();
    // No box is ticked beforehand.
    await expect.element(page.getByText('Hãy chọn ít nhất một loại.')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Họ tên, mã, chức vụ' }).click();
    await page.getByRole('checkbox', { name: 'Điểm', exact: true }).click();
    await page.getByLabelText('Lời đồng ý').fill('Gọi 0912345678');
    await expect.element(page.getByText(/Có thể là số căn cước/)).toBeVisible();
    await page.getByLabelText('Lời đồng ý').fill('Tôi đồng ý cho ghi điểm.');
    await page.getByLabelText('Giữ đến ngày').fill('01/01/2020');
    await expect.element(page.getByText('Ngày này trước ngày đồng ý.')).toBeVisible();
    await page.getByLabelText('Giữ đến ngày').fill('31/12/2027');
    await expectGoodEverywhere('privacy-consent-dialog');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByRole('row', { name: /Nguyễn Văn Hòa.*giữ đến 31\/12\/2027/ })).toBeVisible();
    expect(await listMemberConsents(stage.db)).toMatchObject([
      { memberId: ids[0], person: 'Nguyễn Văn Hòa', kinds: ['HO_TEN', 'DIEM'], givenOn: '2026-11-20' },
    ]);
  });

  it('ask who is meant when the name alone does not tell', async () => {
    const { stage } = await cell();
    await openTab(stage, 'Sự đồng ý');
    await page.getByRole('button', { name: 'Ghi sự đồng ý' }).click();
    await page.getByLabelText('Họ và tên').fill('Văn');
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByText(/Hãy chọn đúng người/)).toBeVisible();
    expect(await stage.db.memberConsents.count()).toBe(0);
    await page.getByText('Không có trong danh sách', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Điểm', exact: true }).click();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByText('Đã ghi sự đồng ý.')).toBeVisible();
    expect(await listMemberConsents(stage.db)).toMatchObject([{ memberId: null, person: 'Văn' }]);
  });

  it('are withdrawn with what is kept left in place, and restored', async () => {
    const { stage, ids } = await cell();
    await stage.act(consentOf(ids[0] ?? null, 'Nguyễn Văn Hòa'));
    await openTab(stage, 'Sự đồng ý');
    await expect.element(page.getByText('Đã quá hạn giữ (01/11/2026): nên xóa')).toBeVisible();
    await expectGoodEverywhere('privacy-consents');
    await page.getByRole('button', { name: /^Rút lại ?: Nguyễn Văn Hòa/ }).click();
    await page.getByText('Giữ lại những gì đã ghi').click();
    await expectGoodEverywhere('privacy-withdraw');
    await page.getByRole('button', { name: 'Ghi là đã rút' }).click();
    await expect.element(page.getByText('Đã rút ngày 20/11/2026')).toBeVisible();
    expect(await stage.db.members.count()).toBe(3);
    await page.getByRole('button', { name: /Ghi nhầm, khôi phục/ }).click();
    await expect.element(page.getByText(/Đã quá hạn giữ/)).toBeVisible();
  });

  it('are withdrawn with everything about the person erased after the word', async () => {
    const { stage, ids } = await cell();
    await stage.act(consentOf(ids[0] ?? null, 'Nguyễn Văn Hòa'));
    await openTab(stage, 'Sự đồng ý');
    await page.getByRole('button', { name: /^Rút lại ?: Nguyễn Văn Hòa/ }).click();
    await page.getByRole('button', { name: 'Xem những gì sẽ xóa' }).click();
    const dialog = page.getByRole('dialog');
    await expect.element(dialog.getByText('4 lần ghi điểm')).toBeVisible();
    await expect.element(dialog.getByText('1 lần đồng ý')).toBeVisible();
    await expectGoodEverywhere('privacy-erase');
    await page.getByRole('button', { name: 'Xóa hẳn' }).click();
    await expect.element(page.getByText('Chưa đúng chữ XÓA.')).toBeVisible();
    expect(await stage.db.members.count()).toBe(3);
    await page.getByLabelText('Gõ chữ XÓA để xác nhận').fill('xoa');
    await page.getByRole('button', { name: 'Xóa hẳn' }).click();
    await expect.element(page.getByRole('row', { name: /N\.V\.H\..*Đã xóa người này/ })).toBeVisible();
    expect(await stage.db.members.count()).toBe(2);
    expect(await stage.db.deletions.toArray()).toMatchObject([
      { cause: 'withdrawal', what: 'readings', count: 4 },
      { cause: 'withdrawal', what: 'members', count: 1 },
    ]);
  });

  it('keep what was typed when saving fails', async () => {
    const { stage } = await cell();
    await openTab(stage, 'Sự đồng ý');
    stage.broken = true;
    await page.getByRole('button', { name: 'Ghi sự đồng ý' }).click();
    await page.getByLabelText('Họ và tên').fill('Trần Thị Bình');
    await page.getByRole('checkbox', { name: 'Điểm', exact: true }).click();
    await page.getByRole('button', { name: 'Lưu' }).click();
    await expect.element(page.getByText('Chưa lưu được. Những gì bạn nhập vẫn còn ở đây.')).toBeVisible();
    await expect.element(page.getByLabelText('Họ và tên')).toHaveValue('Trần Thị Bình');
  });
});
