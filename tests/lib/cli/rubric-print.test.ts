/** The form and the scores as text. */
import { describe, expect, it } from 'vitest';
import { printRubric, printScores } from '../../../lib/cli/rubric-print';
import { RUBRICS, fillIn, scoreSheet } from '../../../lib/rubric';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';
import { facts } from '../rubric/facts';

describe('printRubric', () => {
  it.each(RUBRICS)('$id: every item is there with its id', (rubric) => {
    const text = printRubric(rubric);
    for (const item of rubric.groups.flatMap((group) => group.items)) expect(text).toContain(`#${item.id}\n`);
    expect(text).toContain(rubric.basis.note);
  });
});

describe('printScores', () => {
  it('says what is open in which column, and what the facts propose', () => {
    const scores = scoreSheet(anPhu, { columns: { self: { 'goi-mo': { kind: 'YES', note: '' } } } });
    const text = printScores(anPhu, scores, fillIn(anPhu, facts()));
    expect(text).toMatch(/3\/10 {2}Điều hành của bí thư \(open\)/);
    expect(text).toContain('3/100  in all, 27 open');
    expect(text).not.toContain('superior');
    expect(text).toContain('chi-tieu: tu-90, 30 points: 91.67 % of the plan (11 of 12, indicators)');
  });
});
