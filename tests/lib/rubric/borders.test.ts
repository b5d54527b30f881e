/** Borders of the shipped forms: every end of a band, a condition and a grade. */
import { expect, it } from 'vitest';
import { bordersOf, gradeBorders } from '../../../lib/rubric/borders';
import { figureOf } from '../../../lib/rubric/exact';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';

const ends = (...asked: Parameters<typeof bordersOf>) =>
  [...new Set(bordersOf(...asked).map(figureOf))].sort((a, b) => a - b);

it('are the ends of the bands, with the minutes required where they are asked for', () => {
  expect(ends(anPhu, 'attendancePercent', null)).toEqual([0, 65, 75, 90, 100]);
  expect(ends(anPhu, 'speakersPercent', null)).toEqual([0, 30, 40, 50, 100]);
  expect(ends(anPhu, 'minutesShort', 90)).toContain(45);
  expect(ends(anPhu, 'minutesShort', null)).not.toContain(45);
  expect(ends(anPhu, 'papersLeadHours', null)).toContain(24);
  expect(ends({}, 'attendancePercent', null)).toEqual([]);
  expect(new Set(gradeBorders(anPhu).map(figureOf))).toEqual(new Set([0, 50, 70, 90]));
});
