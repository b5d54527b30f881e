/** A settled score sheet on the real store: whole, read only, the same in later months, printed alone. */
import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { type AnyDeskEntry } from '@/lib/model/desk';
import { newMeeting } from '@/lib/model/meeting';
import { copyRubric } from '@/lib/rubric';
import { anPhu } from '@/lib/rubrics/an-phu-2025';
import { getDesk, listDesk } from '@/lib/tracker';
import { instantAt } from '@/lib/vi/clock';
import { row } from '../../lib/meetings/sample';
import { consent, createStage, expectGoodEverywhere, SEVEN } from '../desk-stage';
import { answerTheRest } from '../score-form';
import { watchScreen } from '../screen';

watchScreen();

const at = (day: string, clock: string) => instantAt(day, clock) ?? '';
const OWN = copyRubric(anPhu, { id: 'own-1', title: 'Biểu của chi bộ', issuer: 'Chi bộ thôn Đông' });
const MEETING = newMeeting({
  id: 'm1',
  kind: 'THUONG_KY',
  title: 'Sinh hoạt thường kỳ tháng 11/2026',
  plannedStart: at('2026-11-03', '19:30'),
  heldFrom: at('2026-11-03', '19:30'),
  heldTo: at('2026-11-03', '21:15'),
  state: 'HELD',
  papersPostedAt: at('2026-11-01', '08:00'),
  attendance: SEVEN.map(([name], index) => row(name, index === 6 ? 'VANG_CO_LY_DO' : 'CO_MAT', { spoke: index < 2 })),
});
const entry = (more: Pick<AnyDeskEntry, 'id' | 'kind' | 'value'> & Partial<AnyDeskEntry>) =>
  ({ unit: null, base: null, removed: false, ...more }) as AnyDeskEntry; // kind and value come together

it('shows the sheet as it was settled, whatever is corrected or taken away afterwards', async () => {
  let now = new Date('2026-11-20T03:00:00.000Z');
  const stage = createStage(() => now);
  await consent(stage);
  await stage.act({ type: 'saveMembers', members: SEVEN.map(([name]) => ({ name })) });
  const records = [
    entry({ id: 'm1', kind: 'meeting', value: MEETING }),
    entry({ id: 'rubric own-1 1', kind: 'rubric', value: OWN }),
  ];
  expect(await stage.act({ type: 'saveDesk', records })).toMatchObject({ ok: true });
  await stage.open('#/meetings/m1');
  await page.getByLabelText('Biểu chấm').selectOptions('own-1');
  const book = page.getByRole('group', { name: 'Sổ biên bản' });
  await book.getByText('Không', { exact: true }).click();
  await book.getByLabelText('Vì sao trừ điểm').fill('thiếu chữ ký thư ký');
  await answerTheRest();
  await page.getByRole('button', { name: 'Chốt điểm' }).click();

  const sheet = page.getByRole('article', { name: 'Bảng chấm điểm đã chốt' });
  await expect.element(sheet.getByRole('cell', { name: 'thiếu chữ ký thư ký' })).toBeVisible();
  await expect.element(sheet.getByText('Số có mặt', { exact: true })).toBeVisible();
  const settled = () => sheet.element().textContent;
  const before = settled();
  // Every item stands there, and nothing to change it with.
  const items = OWN.groups.flatMap((group) => group.items);
  for (const item of items) expect(before).toContain(item.text);
  expect(before).toContain('tỉ lệ dự họp: 6/7 (85,71%)');
  expect(sheet.element().querySelectorAll('input, select, textarea, button')).toHaveLength(0);
  await expectGoodEverywhere('score-settled');
  await expect.poll(async () => (await listDesk(stage.db, 'meeting'))[0]?.value.score).not.toBeNull();

  // Half a year later: attendance was corrected, the form put aside.
  now = new Date('2027-06-10T03:00:00.000Z');
  const [meeting, rubric] = [await getDesk(stage.db, 'm1'), await getDesk(stage.db, 'rubric own-1 1')];
  if (meeting?.kind !== 'meeting' || rubric?.kind !== 'rubric') throw new Error('both are stored');
  const corrected = { ...meeting.value, attendance: SEVEN.map(([name]) => row(name, 'VANG_KHONG_LY_DO')) };
  const later = [
    entry({ id: 'm1', kind: 'meeting', value: corrected, base: meeting.changedAt }),
    entry({ id: rubric.id, kind: 'rubric', value: OWN, base: rubric.changedAt, removed: true }),
  ];
  expect(await stage.act({ type: 'saveDesk', records: later })).toMatchObject({ ok: true });
  await stage.open('#/meetings');
  await page.getByRole('button', { name: 'Năm trước' }).click();
  await page.getByRole('link', { name: /Sinh hoạt thường kỳ tháng 11/ }).click();
  await expect.element(sheet).toBeVisible();
  expect(settled()).toBe(before);

  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
  await page.getByRole('button', { name: 'In bảng chấm' }).click();
  expect(print).toHaveBeenCalledOnce();
  const printed = document.querySelector('[data-print-only]');
  expect(printed?.contains(sheet.element())).toBe(true);
  dispatchEvent(new Event('afterprint'));
  expect(document.querySelector('[data-print-only]')).toBeNull();

  await page.getByRole('button', { name: 'Mở lại để chấm' }).click();
  await expect.element(sheet).not.toBeInTheDocument();
});
