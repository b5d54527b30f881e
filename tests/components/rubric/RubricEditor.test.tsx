/** Editing a form: every change is checked at once, steps go back, a save gives the next version, nothing wrong is saved. */
import '@/components/rubric/rubric.css';
import '@/entrypoints/dashboard/dashboard.css';
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LanguageProvider, textsOf } from '@/components/i18n';
import { RubricEditor } from '@/components/rubric/RubricEditor';
import { type Rubric, checkRubric, copyRubric, exportRubric, parseRubric, severityOf } from '@/lib/rubric';
import { anPhu } from '@/lib/rubrics/an-phu-2025';
import { hd12 } from '@/lib/rubrics/hd12-2018';
import { expectAccessible, expectGoodInEveryLook, show, watchScreen } from '../screen';

watchScreen();
/** axe counts a control half under the bar as too small, wherever the page happens to stand; a person scrolls. */
const unpin = () =>
  document.querySelectorAll<HTMLElement>('.score-bar').forEach((bar) => (bar.style.position = 'static'));
const { rubric: texts, ui } = textsOf('vi');
const t = texts.editor;
const mine = copyRubric(anPhu, { id: 'phuong-toi', title: 'Bảng của phường', issuer: 'Đảng ủy phường' });

function open(rubric: Rubric = mine, more: { failure?: string } = {}) {
  const onSave = vi.fn<(next: Rubric) => void>();
  show(
    <LanguageProvider language="vi">
      <main class="page page-narrow">
        <h1>{texts.title}</h1>
        <RubricEditor key={rubric.id} rubric={rubric} onSave={onSave} {...more} />
      </main>
    </LanguageProvider>,
  );
  return onSave;
}
const save = () => page.getByRole('button', { name: t.save }).click();
const saved = (onSave: ReturnType<typeof open>): Rubric => {
  const [next] = onSave.mock.lastCall ?? [];
  if (next === undefined) throw new Error('nothing was saved');
  return next;
};
/** Opens the item and gives its fields. */
async function unfold(text: string) {
  await page.getByText(text, { exact: true }).first().click();
  return page.getByRole('group', { name: text });
}
const findings = () => document.querySelector('[role="status"]')?.textContent ?? '';

describe('RubricEditor', () => {
  it('closes the gap at 50 %, sees it at once, and saves version 2', async () => {
    const onSave = open();
    expect(findings()).toContain('10 chỗ hở');
    await page.getByText('Tỉ lệ đảng viên phát biểu', { exact: true }).last().click();
    const band = page.getByRole('group', { name: t.band('1') });
    await band.getByRole('checkbox', { name: t.fromOpen }).click();
    await expect.poll(findings).toContain('9 chỗ hở');
    unpin();
    await expectGoodInEveryLook('rubric-editor');
    await save();
    const next = saved(onSave);
    expect(next).toMatchObject({ id: 'phuong-toi', rubricVersion: 2, title: 'Bảng của phường' });
    expect(checkRubric(next).filter((one) => severityOf(one) === 'defect')).toHaveLength(9);
    expect(parseRubric(exportRubric(next))).toEqual(next);
    expect(mine.rubricVersion).toBe(1);
  });

  it('names sums that no longer add up while typing, and takes steps back', async () => {
    open();
    await page.getByText('Gợi mở, dân chủ, khuyến khích phát biểu', { exact: true }).click();
    const max = page.getByRole('textbox', { name: t.max });
    await userEvent.fill(max, '2,5');
    await expect
      .element(page.getByText('Nhóm “Điều hành của bí thư”: các mục cộng lại là 9,5, nhóm ghi 10.'))
      .toBeVisible();
    await page.getByRole('button', { name: ui.undo }).click();
    await expect.element(max).toHaveValue('3');
    await expect.poll(findings).toContain('10 chỗ hở');
  });

  it('saves nothing wrong, and says so at the field and at the button', async () => {
    const onSave = open();
    const name = page.getByLabelText(t.name);
    await userEvent.clear(name);
    await save();
    await expect.element(page.getByText(t.fixFields)).toBeVisible();
    expect(onSave).not.toHaveBeenCalled();
    await userEvent.fill(name, 'Bảng mới');
    const total = page.getByLabelText(t.total);
    await userEvent.fill(total, 'một trăm');
    await expect.element(page.getByText(t.wrongNumber)).toBeVisible();
    await save();
    expect(onSave).not.toHaveBeenCalled();
    await userEvent.fill(total, '100');
    await userEvent.fill(page.getByLabelText(t.date), '31/02/2026');
    await save();
    expect(onSave).not.toHaveBeenCalled();
    await userEvent.fill(page.getByLabelText(t.date), '20/9/2025');
    await save();
    expect(saved(onSave)).toMatchObject({ title: 'Bảng mới', basis: { date: '2025-09-20' }, rubricVersion: 2 });
  });

  it('makes no version of nothing', async () => {
    const onSave = open();
    await save();
    await expect.element(page.getByText(t.unchanged)).toBeVisible();
    expect(onSave).not.toHaveBeenCalled();
  });

  it('adds and takes out items, bands and groups', async () => {
    const onSave = open();
    const add = page.getByRole('button', { name: t.addItem, exact: true }).first();
    await userEvent.selectOptions(page.getByLabelText(t.newMode).first(), texts.modes.BAND);
    await add.click();
    await page.getByText(t.newItem, { exact: true }).first().click();
    await page.getByRole('button', { name: t.addBand }).click();
    await page.getByRole('button', { name: t.addGroup }).click();
    await save();
    const next = saved(onSave);
    expect(next.groups[0]?.items[1]).toMatchObject({ id: 'muc-29', mode: 'BAND', bands: [{}, { label: t.newBand }] });
    expect(next.groups.at(-1)).toMatchObject({ id: 'nhom-9', max: 1, items: [{ mode: 'YES_NO' }] });
    await page
      .getByRole('button', { name: t.removeItem(t.newItem) })

      .click();
    await page.getByRole('button', { name: t.removeGroup(t.newGroup) }).click();
    await save();
    await expect.element(page.getByText(t.unchanged)).toBeVisible();
  });

  it('gives a form without points its points as soon as an item carries some', async () => {
    const onSave = open(hd12);
    await page.getByRole('button', { name: t.addItem, exact: true }).first().click();
    await save();
    expect(saved(onSave)).toMatchObject({ total: 1, groups: [{ max: 1 }, { max: null }, {}, {}, {}] });
  });

  it('settles what the form says twice on length', async () => {
    const onSave = open();
    await page.getByRole('button', { name: t.removeLength('trên 30 đảng viên: ít nhất 120 phút') }).click();
    await expect.poll(findings).toContain('9 chỗ hở');
    const minutes = page.getByRole('textbox', { name: t.lengthMinutes }).first();
    await userEvent.fill(minutes, '60,5');
    await expect.element(page.getByText(t.wrongMinutes)).toBeVisible();
    await userEvent.fill(minutes, '60');
    await save();
    expect(saved(onSave).requiredMinutes.map((one) => one.minutes)).toEqual([60, 120]);
  });

  it('refuses a band that ends before it begins', async () => {
    const onSave = open();
    await unfold('Tỉ lệ đảng viên phát biểu');
    await userEvent.fill(page.getByRole('group', { name: t.band('2') }).getByRole('textbox', { name: t.bandTo }), '30');
    await expect.element(page.getByText(t.wrongRange)).toBeVisible();
    await save();
    expect(onSave).not.toHaveBeenCalled();
  });

  it('changes who scores and how the column is called; the column of the cell stays', async () => {
    const onSave = open();
    await page.getByRole('checkbox', { name: t.scorerRoles.superior }).click();
    await page.getByRole('checkbox', { name: t.scorerRoles.appraiser }).click();
    const title = page.getByRole('textbox', { name: t.scorerTitle(t.scorerRoles.appraiser) });
    await userEvent.fill(title, '');
    await save();
    expect(onSave).not.toHaveBeenCalled();
    await userEvent.fill(title, 'Tổ thẩm định của phường');
    await save();
    expect(saved(onSave).scorers).toEqual([
      { role: 'self', title: 'Điểm tự chấm' },
      { role: 'appraiser', title: 'Tổ thẩm định của phường' },
    ]);
    await expect.element(page.getByRole('checkbox', { name: t.scorerRoles.self })).not.toBeInTheDocument();
  });

  it('changes a band told as a share of the length required', async () => {
    const onSave = open();
    await page.getByText('Bảo đảm thời lượng', { exact: false }).last().click();
    const half = page.getByRole('group', { name: t.band('4'), exact: true });
    await userEvent.fill(half.getByRole('textbox', { name: t.shareOfLength(t.bandTo) }), '62,5');
    await userEvent.fill(half.getByRole('textbox', { name: t.shareOfLength(t.bandFrom) }), '70');
    await expect.element(page.getByText(t.wrongRange)).toBeVisible();
    await userEvent.fill(half.getByRole('textbox', { name: t.shareOfLength(t.bandFrom) }), '50');
    // A figure instead of a share: the number typed for the one does not stand for the other.
    await half.getByRole('checkbox', { name: t.asShare }).first().click();
    await expect.element(half.getByRole('textbox', { name: t.bandFrom, exact: true })).toHaveValue('0');
    await userEvent.fill(half.getByRole('textbox', { name: t.bandFrom, exact: true }), '45');
    await save();
    const item = saved(onSave).groups[0]?.items[0];
    expect(item?.mode === 'BAND' ? item.bands[3]?.range : null).toMatchObject({ from: 45, to: { ofRequired: 0.625 } });
  });

  it('lets the bands go by another figure, checked over its own range', async () => {
    const onSave = open();
    await unfold('Tỉ lệ đảng viên phát biểu');
    await page
      .getByRole('combobox', { name: texts.fillsIn })
      .first()
      .selectOptions(texts.measures.speakersOfCountedPercent);
    await save();
    const item = saved(onSave)
      .groups.flatMap((group) => group.items)
      .find((one) => one.text === 'Tỉ lệ đảng viên phát biểu');
    expect(item).toMatchObject({ measure: 'speakersOfCountedPercent', domain: { from: 0, to: 100 }, clip: null });
    expect(parseRubric(exportRubric(saved(onSave)))).toEqual(saved(onSave));
  });

  it('keeps everything on the screen when saving failed', async () => {
    open(mine, { failure: 'Chưa lưu được vào máy.' });
    await expect.element(page.getByText(t.notSaved)).toBeVisible();
    unpin();
    await expectAccessible();
  });

  it('never lets what is tabbed to stand under the bar', async () => {
    open();
    const bar = document.querySelector('.score-bar');
    for (let stop = 0; stop < 40; stop++) {
      await userEvent.tab();
      const focused = document.activeElement;
      if (focused === null || bar === null || bar.contains(focused)) break;
      expect(focused.getBoundingClientRect().top, focused.outerHTML.slice(0, 80)).toBeLessThan(
        bar.getBoundingClientRect().top,
      );
    }
  });

  it('fits a screen 360 px wide', async () => {
    await page.viewport(360, 700);
    open();
    await unfold('Tỉ lệ đảng viên phát biểu');
    document.documentElement.dataset.text = 'large';
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    await page.viewport(820, 700);
  });
});
