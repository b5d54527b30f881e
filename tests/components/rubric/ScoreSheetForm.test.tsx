/** Filling in a sheet: what fills itself in, overruling with a note, columns, what is not applicable, total and grade, keys. */
import '@/components/rubric/rubric.css';
import { useState } from 'preact/hooks';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LanguageProvider, textsOf } from '@/components/i18n';
import { ScoreSheetForm } from '@/components/rubric/ScoreSheetForm';
import { type Columns, proposalsFor, settledColumns } from '@/components/rubric/sheet-answers';
import type { Answers, MeetingFacts, Rubric } from '@/lib/rubric';
import { anPhu } from '@/lib/rubrics/an-phu-2025';
import { hd12 } from '@/lib/rubrics/hd12-2018';
import { tanTien } from '@/lib/rubrics/tan-tien-2025';
import { facts } from '../../lib/rubric/facts';
import { expectAccessible, expectGoodInEveryLook, show, watchScreen } from '../screen';

watchScreen();
/** axe counts a control half under the bar as too small, wherever the page happens to stand; a person scrolls. */
const unpin = () =>
  document.querySelectorAll<HTMLElement>('.score-bar').forEach((bar) => (bar.style.position = 'static'));
const t = textsOf('vi').rubric;
let columns: Columns = {};

function Sheet(props: { rubric: Rubric; facts: MeetingFacts | null; start?: Columns }) {
  const [held, setHeld] = useState<Columns>(props.start ?? {});
  columns = held;
  return (
    <main class="page page-narrow stack">
      <h1>{t.sheet.title}</h1>
      <ScoreSheetForm
        rubric={props.rubric}
        facts={props.facts}
        columns={held}
        onAnswer={(scorer, item, answer) =>
          setHeld((before) => {
            const { [item]: _old, ...rest } = before[scorer] ?? {};
            return { ...before, [scorer]: answer === null ? rest : { ...rest, [item]: answer } };
          })
        }
      />
    </main>
  );
}
const open = (rubric: Rubric, known: MeetingFacts | null = facts(), start?: Columns) =>
  show(
    <LanguageProvider language="vi">
      <Sheet key={rubric.id} rubric={rubric} facts={known} {...(start === undefined ? {} : { start })} />
    </LanguageProvider>,
  );
const item = (text: string) => page.getByRole('group', { name: text });
const bar = () => document.querySelector('.score-bar')?.textContent ?? '';
/** Every item of the form answered with the best. */
const best = (rubric: Rubric): Answers =>
  Object.fromEntries(
    rubric.groups
      .flatMap((group) => group.items)
      .map((one) => [
        one.id,
        one.mode === 'BAND'
          ? { kind: 'BAND' as const, band: one.bands[0]?.id ?? '', note: '' }
          : one.mode === 'NUMERIC'
            ? { kind: 'POINTS' as const, points: one.max, note: '' }
            : { kind: 'YES' as const, note: '' },
      ]),
  );

describe('what is known', () => {
  it('fills itself in with its reason, and counts', async () => {
    open(anPhu);
    const attendance = item('Tỉ lệ đảng viên dự họp');
    await expect.element(attendance.getByRole('radio', { name: 'Từ 90% trở lên' })).toBeChecked();
    await expect.element(attendance.getByText('tỉ lệ dự họp: 32/34 (94,12%)')).toBeVisible();
    // Filled in: length 5, attendance 4, streak 1, posted before 2, speakers 5, papers there 1, result 30, posted after 1.
    await expect.poll(bar).toContain('49/100 điểm');
    expect(columns).toEqual({});
    unpin();
    await expectGoodInEveryLook('score-sheet');
  });

  it('is asked about where the form has a gap, and never chosen', async () => {
    open(anPhu, facts({ speakers: 16, minutesHeld: 80 }));
    const speakers = item('Tỉ lệ đảng viên phát biểu');
    await expect.element(speakers.getByText(/Biểu không có mức cho trường hợp này: .*16\/32 \(50%\)/)).toBeVisible();
    expect(speakers.getByRole('radio', { checked: true }).elements()).toEqual([]);
    await expect
      .element(item('Bảo đảm thời lượng').getByText(/40 phút \(họp 80 phút, quy định 120 phút\)/))
      .toBeVisible();
    await speakers.getByRole('radio', { name: t.sheet.ownPoints }).click();
    const given = speakers.getByLabelText(t.sheet.pointsGiven('5'));
    await userEvent.fill(given, '4,5');
    await expect.element(speakers.getByText(t.sheet.noteNeeded)).toBeVisible();
    await userEvent.fill(speakers.getByLabelText(t.sheet.noteOwn), 'đúng một nửa');
    expect(columns.self?.['phat-bieu']).toEqual({ kind: 'POINTS', points: 4.5, note: 'đúng một nửa' });
    await expect.element(speakers.getByText(t.sheet.noteNeeded)).not.toBeInTheDocument();
  });

  it('says what is missing when nothing is known', async () => {
    open(anPhu, facts({ counted: null, present: null }));
    await expect
      .element(
        item('Tỉ lệ đảng viên dự họp').getByText('Chưa tự điền được vì chưa biết số có mặt, số đảng viên phải dự.'),
      )
      .toBeVisible();
  });
});

describe('a person', () => {
  it('overrules with a note, and can go back', async () => {
    open(anPhu);
    const streak = item('Không ai vắng có lý do quá 3 lần');
    await streak.getByRole('radio', { name: t.sheet.no }).click();
    await expect.element(streak.getByText(t.sheet.noteNeeded)).toBeVisible();
    await userEvent.fill(streak.getByLabelText(t.sheet.noteOverrule), 'sổ ghi thiếu một lần');
    await expect.element(streak.getByText(t.sheet.noteNeeded)).not.toBeInTheDocument();
    expect(columns.self?.['vang-lien-tiep']).toEqual({ kind: 'NO', note: 'sổ ghi thiếu một lần' });
    await streak.getByRole('button', { name: t.sheet.backToProposal }).click();
    await expect.element(streak.getByRole('radio', { name: t.sheet.yes })).toBeChecked();
    expect(columns.self).toEqual({});
  });

  it('says how a part that is not applicable counts where the form does not', async () => {
    open(anPhu, facts({ kind: 'THUONG_KY' }), { self: best(anPhu) });
    const theme = item('Sinh hoạt chuyên đề');
    await expect.element(theme.getByText(/Buổi này là sinh hoạt thường kỳ\. Biểu không nói khi ấy/)).toBeVisible();
    await theme.getByRole('radio', { name: t.sheet.notApplicable }).click();
    await expect.poll(bar).toContain(t.sheet.open('1'));
    await userEvent.selectOptions(theme.getByLabelText(t.sheet.policy), t.policies.EXCLUDE);
    await expect.poll(bar).toContain('95/95 điểm');
    await expect.poll(bar).toContain('Tốt');
  });

  it('goes from one open item to the next by keyboard alone', async () => {
    open(anPhu, null, { self: { ...best(anPhu), 'goi-mo': { kind: 'NO', note: '' } } });
    await expect.poll(bar).toContain(t.sheet.missingNotes('1'));
    const next = page.getByRole('button', { name: t.sheet.nextOpen });
    (next.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('chỉ bí thư nói');
    await expect.poll(bar).toContain(t.sheet.complete);
    expect(columns.self?.['goi-mo']).toEqual({ kind: 'NO', note: 'chỉ bí thư nói' });
    await expect.poll(bar).toContain('97/100 điểm');
  });

  it('chooses with arrow keys', async () => {
    open(anPhu, null);
    const speakers = item('Tỉ lệ đảng viên phát biểu');
    (speakers.getByRole('radio').first().element() as HTMLElement).focus();
    await userEvent.keyboard('{ArrowDown}');
    expect(columns.self?.['phat-bieu']).toMatchObject({ kind: 'BAND', band: 'tu-40' });
  });
});

describe('several columns', () => {
  it('are scored apart, each beside what the other said, and the second fills nothing in by itself', async () => {
    open(anPhu);
    await page.getByText('Cấp ủy cấp trên phụ trách', { exact: true }).click();
    await expect.poll(bar).toContain('0/100 điểm');
    const attendance = item('Tỉ lệ đảng viên dự họp');
    await expect.element(attendance.getByText('Điểm tự chấm: Từ 90% trở lên')).toBeVisible();
    await attendance.getByRole('button', { name: t.sheet.take }).click();
    await expect.poll(bar).toContain('4/100 điểm');
    expect(columns).toMatchObject({ superior: { 'du-hop': { kind: 'BAND', band: 'tu-90' } } });
    unpin();
    await expectAccessible();
  });
});

describe('other forms', () => {
  it('points within the limits only; leaving the field shows what counts', async () => {
    open(tanTien, null, { self: best(tanTien) });
    await expect.poll(bar).toContain('100/100 điểm');
    const content = item('Đủ nội dung, biểu dương');
    const field = content.getByLabelText(t.sheet.pointsGiven('25'));
    await userEvent.fill(field, '26');
    await expect.element(content.getByText(t.sheet.pointsWrong('25'))).toBeVisible();
    await userEvent.tab();
    await expect.element(field).toHaveValue('25');
    await userEvent.fill(field, '20,5');
    await userEvent.fill(content.getByLabelText(t.sheet.noteDeduction), 'ít ý kiến');
    await expect.poll(bar).toContain('95,5/100 điểm');
    await userEvent.fill(field, '');
    await userEvent.tab();
    await expect.poll(bar).toContain(t.sheet.open('1'));
    unpin();
    await expectAccessible();
  });

  it('met or not met', async () => {
    open(hd12, facts(), { self: best(hd12) });
    await expect.poll(bar).toContain(t.sheet.passed);
    await item('Trên 85% đảng viên').getByRole('radio', { name: t.sheet.fail }).click();
    await expect.poll(bar).toContain(t.sheet.notPassed);
    unpin();
    await expectAccessible();
  });
});

describe('a small screen', () => {
  it('needs no sideways scrolling at 360 px, in large text too', async () => {
    await page.viewport(360, 700);
    const root = open(anPhu);
    document.documentElement.dataset.text = 'large';
    expect(root.scrollWidth).toBeLessThanOrEqual(360);
    for (const label of root.querySelectorAll('.score-options label'))
      expect(label.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
    unpin();
    await expectAccessible();
    await page.viewport(820, 700);
  });
});

describe('settledColumns', () => {
  it('writes out what filled itself in, with its reason as note', () => {
    const known = facts({ present: 30, absentExcused: 4 });
    const settled = settledColumns(anPhu, { superior: {} }, proposalsFor(anPhu, known));
    expect(settled.superior).toBeUndefined();
    expect(settled.self?.['du-hop']).toEqual({
      kind: 'BAND',
      band: 'tu-75',
      note: 'Vì tỉ lệ dự họp: 30/34 (88,24%).',
    });
    expect(settled.self?.['noi-dung']).toBeUndefined();
  });
});
