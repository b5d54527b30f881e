/** Scores count only once they are settled, and by the very version they were made with. */
import { expect, it } from 'vitest';
import type { ScoreSheet } from '../../../lib/model/score-sheet';
import { isSettled, rubricFacts, settledScore, sheetOf } from '../../../lib/reports';
import { RUBRICS, findRubric } from '../../../lib/rubric';
import { HELD, SOURCE } from './sample';

const HD42 = findRubric('hd42-2025')!;
const FULL = Object.fromEntries(
  HD42.groups
    .flatMap((group) => group.items)
    .map((item) => [item.id, { kind: 'POINTS' as const, points: item.mode === 'PASS_FAIL' ? 0 : item.max, note: '' }]),
);
const first = HD42.groups[0]!.items[0]!;
const sheet = (more: Partial<ScoreSheet> = {}): ScoreSheet => ({
  format: 'sotay-score-sheet',
  version: 1,
  rubric: { id: HD42.id, rubricVersion: HD42.rubricVersion },
  day: '2026-12-03',
  facts: rubricFacts(HELD, SOURCE),
  columns: { self: { ...FULL, [first.id]: { kind: 'POINTS', points: 3, note: 'bắt đầu muộn' } } },
  ...more,
});

it('reads the sheet kept on a meeting, and nothing else', () => {
  expect(sheetOf({ score: null })).toBeNull();
  expect(sheetOf({ score: { any: 'thing' } })).toBeNull();
  expect(isSettled(sheet({ facts: null }))).toBe(false);
});

it('gives points, grade and deductions of a settled sheet', () => {
  const settled = settledScore({ score: sheet() }, RUBRICS);
  expect(settled?.score).toMatchObject({ points: 98, max: 100, grade: 'TOT', complete: true });
  expect(settled?.deductions).toHaveLength(1);
  expect(settled?.deductions[0]).toContain('trừ 2 điểm (bắt đầu muộn)');
});

it('gives nothing of an open sheet, or when its version is not at hand', () => {
  expect(settledScore({ score: sheet({ facts: null }) }, RUBRICS)).toBeNull();
  expect(settledScore({ score: sheet({ rubric: { id: HD42.id, rubricVersion: 99 } }) }, RUBRICS)).toBeNull();
});
