/** Opens one tab of "Quyền riêng tư" on a stage with a small cell. */
import { page } from 'vitest/browser';
import { type Stage, consent, createStage } from '../desk-stage';

export async function openTab(stage: Stage, name: string): Promise<void> {
  await stage.open('#/privacy');
  await page.getByRole('tab', { name }).click();
}

/** Three members with two readings each; returns their ids. */
export async function cell(now?: () => Date): Promise<{ stage: Stage; ids: string[] }> {
  const stage = createStage(now);
  await consent(stage);
  const names = ['Nguyễn Văn Hòa', 'Trần Thị Bình', 'Lê Văn Cường'];
  const reply = (await stage.act({
    type: 'saveMembers',
    members: names.map((name, index) => ({ name, code: `M${index + 1}`, unit: 'Chi bộ 1' })),
  })) as { value: { ids: string[] } };
  const { ids } = reply.value;
  const readings = ids.flatMap((subject, index) =>
    ['2020-03-01', '2020-05-01', '2026-10-01', '2026-11-01'].map((day, at) => ({
      subject,
      day,
      at: null,
      total: at * 10 * (index + 1),
      source: 'manual' as const,
      origin: '',
      raw: String(at),
      where: '',
    })),
  );
  await stage.act({ type: 'recordReadings', readings });
  return { stage, ids };
}
