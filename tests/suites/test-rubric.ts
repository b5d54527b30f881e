/** Conformance of one shipped rubric: plain data with a source, sums that add up, bands without surprises, a scored sample. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  type Rubric,
  checkRubric,
  exportRubric,
  fillIn,
  parseRubric,
  scoreSheet,
  scoreSheetSchema,
} from '../../lib/rubric';

/** Declares the tests of one rubric; its sample is `tests/fixtures/rubrics/<id>.json`. */
export function testRubric(rubric: Rubric): void {
  it('is plain JSON within the format and its limits', () => {
    expect(parseRubric(exportRubric(rubric))).toEqual(rubric);
  });

  it('says who issued it, on what basis, how sure we are, and until when', () => {
    expect(rubric.issuer).not.toBe('');
    expect(rubric.basis.instrument).not.toBe('');
    expect(rubric.basis.note.length).toBeGreaterThan(40);
    // A number without a date would name no document.
    expect(rubric.basis.number === null).toBe(rubric.basis.date === null);
  });

  it('adds up, and grades every total', () => {
    const codes = checkRubric(rubric).map((finding) => finding.is);
    for (const code of [
      'GROUP_SUM',
      'TOTAL_SUM',
      'GRADE_GAP',
      'GRADE_OVERLAP',
      'GRADES_MISSING',
      'BAND_ABOVE_MAX',
      'MAX_NEVER_REACHED',
    ])
      expect(codes).not.toContain(code);
  });

  it('is scored as its sample says', () => {
    const path = new URL(`../fixtures/rubrics/${rubric.id}.json`, import.meta.url);
    const { sheet: raw, expected } = JSON.parse(readFileSync(path, 'utf8')) as { sheet: unknown; expected: unknown };
    const sheet = scoreSheetSchema.parse(raw);
    expect(sheet.rubric).toEqual({ id: rubric.id, rubricVersion: rubric.rubricVersion });
    const scores = Object.entries(scoreSheet(rubric, sheet)).map(
      ([role, { points, max, grade, passed, complete, findings }]) => [
        role,
        { points, max, grade, passed, complete, findings },
      ],
    );
    const proposals = sheet.facts === null ? [] : fillIn(rubric, sheet.facts);
    const proposed = proposals.map((one) => [one.item, one.is === 'ANSWER' ? one.reason.is : one.because.is]);
    expect({
      scores: Object.fromEntries(scores) as unknown,
      proposed: Object.fromEntries(proposed) as unknown,
    }).toEqual(expected);
  });
}
