/** The cover report on the real store takes the next number of its type and term, keeps it, and gives it back. */
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { AnyDeskEntry } from '@/lib/model/desk';
import { DEFAULT_CELL, cellId } from '@/lib/model/cell';
import { listDesk } from '@/lib/tracker';
import { consent, createStage, expectGoodEverywhere, SEVEN } from '../desk-stage';
import { watchScreen } from '../screen';

watchScreen();

it('numbers the cover report like the other papers, and takes the number back', async () => {
  const stage = createStage();
  await consent(stage);
  await stage.act({ type: 'saveMembers', members: SEVEN.map(([name]) => ({ name })) });
  const given = (type: string, term: string, number: number): AnyDeskEntry => ({
    id: `number  ${term} ${type} ${number}`,
    kind: 'documentNumber',
    unit: null,
    base: null,
    removed: false,
    value: { type, term, number, day: '2026-10-05', title: 'Văn bản cũ', about: null },
  });
  const value = { ...DEFAULT_CELL, name: 'Chi bộ thôn Đông', place: 'Đông Trà', term: '2025-2027' };
  const cell: AnyDeskEntry = { id: cellId(null), kind: 'cell', unit: null, base: null, removed: false, value };
  const old = [given('BC', '2025-2027', 4), given('NQ', '2025-2027', 9), given('BC', '2022-2025', 30)];
  expect(await stage.act({ type: 'saveDesk', records: [cell, ...old] })).toMatchObject({ ok: true });

  await stage.open('#/reports');
  await page.getByLabelText('Loại báo cáo').selectOptions('Báo cáo kết quả công tác');
  const sheet = page.getByRole('article', { name: 'Báo cáo kết quả công tác' });
  await expect.element(sheet.getByText('Số ……-BC/CB')).toBeVisible();
  await page.getByRole('button', { name: 'Lấy số 5' }).click();
  await expect.element(sheet.getByText('Số 05-BC/CB')).toBeVisible();
  await expect.element(page.getByText('Số 5, nhiệm kỳ 2025-2027.')).toBeVisible();
  await expectGoodEverywhere('report-numbered');
  await page.getByRole('button', { name: 'Word (DOCX)' }).click();
  await expect.element(page.getByText('Tên tệp: bao-cao-05-2026-11-20.docx')).toBeVisible();
  await page.getByRole('button', { name: 'Thôi' }).click();

  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await expect.element(sheet.getByText('Số ……-BC/CB')).toBeVisible();
  await page.getByRole('button', { name: 'Lấy số 5' }).click();
  await expect.element(sheet.getByText('Số 05-BC/CB')).toBeVisible();

  // Another month is another report, and the first keeps its number.
  await page.getByLabelText('Kỳ', { exact: true }).selectOptions('Tháng 10');
  await expect.element(sheet.getByText('Số ……-BC/CB')).toBeVisible();
  await page.getByRole('button', { name: 'Lấy số 6' }).click();
  await expect.element(sheet.getByText('Số 06-BC/CB')).toBeVisible();
  await page.getByLabelText('Kỳ', { exact: true }).selectOptions('Tháng 11');
  await expect.element(sheet.getByText('Số 05-BC/CB')).toBeVisible();
  const numbers = (await listDesk(stage.db, 'documentNumber')).filter(({ value: one }) => one.type === 'BC');
  expect(numbers.map(({ value: one }) => `${one.term} ${one.number}`).sort()).toEqual([
    '2022-2025 30',
    '2025-2027 4',
    '2025-2027 5',
    '2025-2027 6',
  ]);
  // A list is not numbered.
  await page.getByLabelText('Loại báo cáo').selectOptions('Tổng hợp dự sinh hoạt');
  await expect.element(page.getByRole('article', { name: 'Tổng hợp dự sinh hoạt' })).toBeVisible();
  expect(document.body.textContent).not.toContain('Lấy số');
});
