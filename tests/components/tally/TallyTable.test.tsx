/** The table of the tally on the real store: the quiz column tells right of asked where somebody handed it in. */
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { activityId } from '@/lib/model/activity';
import type { AnyDeskEntry } from '@/lib/model/desk';
import { listMembers } from '@/lib/tracker';
import { bringSeven, createStage, expectGoodEverywhere } from '../desk-stage';
import { watchScreen } from '../screen';

watchScreen();

it('shows quizzes with the answers that were right', async () => {
  const stage = createStage();
  await bringSeven(stage);
  await expect.poll(async () => (await listMembers(stage.db)).length).toBe(7);
  const period = { from: '2026-09-01', to: '2026-09-30' };
  const told = { used: null, visits: null, studied: 4, opinions: null, origin: 'bài nộp' };
  const records = (await listMembers(stage.db)).slice(0, 2).map(({ id }, at): AnyDeskEntry => {
    const value = { memberId: id, period, ...told, quizzes: 1, ...(at === 0 ? { quizRight: 18, quizAsked: 20 } : {}) };
    return { id: activityId(id, period), kind: 'activity', unit: null, base: null, removed: false, value };
  });
  expect(await stage.act({ type: 'saveDesk', records })).toMatchObject({ ok: true });
  await page.getByRole('tab', { name: 'Tổng hợp' }).click();
  await page.getByLabelText('Kỳ', { exact: true }).selectOptions('Tháng 9');
  await expect.element(page.getByRole('columnheader', { name: 'Bài kiểm tra' })).toBeVisible();
  await expect.element(page.getByRole('cell', { name: '1 (đúng 18/20)', exact: true })).toBeVisible();
  expect(page.getByText(/đúng \d+\/\d+/).elements()).toHaveLength(1);
  await expectGoodEverywhere('tally-quiz');
});
