/** Points of single answers, and which answers belong to which items. */
import { describe, expect, it } from 'vitest';
import type { Answer, RubricItem } from '../../../lib/rubric';
import { fits, pointsOf, policyOf } from '../../../lib/rubric/points-of';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';

const itemOf = (id: string): RubricItem => {
  const item = anPhu.groups.flatMap((group) => group.items).find((one) => one.id === id);
  if (item === undefined) throw new Error(id);
  return item;
};
const na = (policy: (Answer & { kind: 'NA' })['policy']): Answer => ({ kind: 'NA', policy, note: '' });

describe('fits', () => {
  it.each([
    ['YES_NO', 'goi-mo', [true, false, false]],
    ['BAND', 'phat-bieu', [false, true, true]],
  ] as const)('%s', (_mode, id, expected) => {
    const kinds: Answer[] = [
      { kind: 'NO', note: '' },
      { kind: 'BAND', band: 'tu-40', note: '' },
      { kind: 'POINTS', points: 1, note: '' },
    ];
    expect(kinds.map((answer) => fits(itemOf(id), answer))).toEqual(expected);
    expect(fits(itemOf(id), na(null))).toBe(true);
  });
});

describe('pointsOf', () => {
  it.each<[string, Answer, number | null]>([
    ['goi-mo', { kind: 'YES', note: '' }, 3],
    ['goi-mo', { kind: 'NO', note: '' }, 0],
    ['phat-bieu', { kind: 'BAND', band: 'tu-40', note: '' }, 4],
    ['phat-bieu', { kind: 'POINTS', points: 4.5, note: '' }, 4.5],
    ['phat-bieu', { kind: 'POINTS', points: 5.5, note: '' }, null],
    ['chuyen-de', na('FULL'), 5],
    ['chuyen-de', na('ZERO'), 0],
    ['chuyen-de', na('EXCLUDE'), null],
    ['chuyen-de', na(null), null],
  ])('%s %j', (id, answer, points) => expect(pointsOf(itemOf(id), answer)).toBe(points));

  it('lets the rubric decide before the scorer', () => {
    expect(policyOf(itemOf('hop-chi-uy'), na('ZERO'))).toBe('FULL');
    expect(policyOf(itemOf('chuyen-de'), na('ZERO'))).toBe('ZERO');
  });
});
