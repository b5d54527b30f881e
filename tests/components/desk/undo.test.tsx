/** Steps of the desk that others are joined in: another layout and a settled score, each taken back from where it was done. */
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { newMeeting } from '@/lib/model/meeting';
import { getCell, listDesk } from '@/lib/tracker';
import { instantAt } from '@/lib/vi/clock';
import { consent, createStage, type Stage } from '../desk-stage';
import { answerTheRest } from '../score-form';
import { watchScreen } from '../screen';

watchScreen();

async function desk(): Promise<Stage> {
  const stage = createStage();
  await consent(stage);
  await stage.act({ type: 'saveMembers', members: [{ name: 'Lê An' }] });
  return stage;
}

it('takes back another layout, and a copy of one', async () => {
  const stage = await desk();
  await stage.open('#/reports');
  const layout = page.getByLabelText('Thể thức', { exact: true });
  await expect.element(layout).toBeVisible();
  const before = (await getCell(stage.db, null)).cell.profile;
  const list = layout.element() as HTMLSelectElement;
  const other = [...list.options].find(({ value }) => value !== list.value)?.value ?? '';
  await layout.selectOptions(other);
  await expect.poll(async () => (await getCell(stage.db, null)).cell.profile).toBe(other);
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect.poll(async () => (await getCell(stage.db, null)).cell.profile).toBe(before);
  await page.getByRole('button', { name: 'Sửa thể thức…' }).click();
  await page.getByRole('button', { name: 'Tạo bản riêng' }).click();
  await expect.poll(async () => (await listDesk(stage.db, 'docProfile')).length).toBe(1);
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect.poll(async () => (await listDesk(stage.db, 'docProfile')).length).toBe(0);
});

it('takes back a settled score: what fills itself in is a proposal again', async () => {
  const stage = await desk();
  const plannedStart = instantAt('2026-11-19', '19:30') ?? '';
  const held = { heldFrom: plannedStart, heldTo: instantAt('2026-11-19', '21:10'), state: 'HELD' as const };
  const value = { ...newMeeting({ id: 'm1', kind: 'THUONG_KY', plannedStart, title: 'Sinh hoạt tháng 11' }), ...held };
  const entry = { id: 'm1', kind: 'meeting' as const, unit: null, base: null, removed: false, value };
  expect(await stage.act({ type: 'saveDesk', records: [entry] })).toMatchObject({ ok: true });
  await stage.open('#/meetings/m1');
  const score = async () => (await listDesk(stage.db, 'meeting'))[0]?.value.score ?? null;
  await page.getByLabelText('Biểu chấm').selectOptions('an-phu-2025');
  await answerTheRest();
  await expect.poll(score).not.toBeNull();
  const answered = await score();
  await page.getByRole('button', { name: 'Chốt điểm' }).click();
  await expect.element(page.getByText('Đã chốt điểm buổi này.')).toBeVisible();
  await expect.poll(score).not.toEqual(answered);
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect.element(page.getByRole('button', { name: 'Chốt điểm' })).toBeVisible();
  await expect.poll(score).toEqual(answered);
});
