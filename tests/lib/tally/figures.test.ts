/** Figures and ranks of plain lists. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { figuresOf, rankValues, rate } from '../../../lib/tally/figures';

it.each([
  [[], { max: null, min: null, mean: null, median: null, total: null }],
  [[5], { max: 5, min: 5, mean: 5, median: 5, total: 5 }],
  [[10, 9, 100], { max: 100, min: 9, mean: 119 / 3, median: 10, total: 119 }],
  [[1, 2, 3, 4], { max: 4, min: 1, mean: 2.5, median: 2.5, total: 10 }],
])('figuresOf(%j)', (values, expected) => expect(figuresOf(values)).toEqual(expected));

it('the median splits every list in halves', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(99_999), { minLength: 1 }), (values) => {
      const { median } = figuresOf(values);
      const below = values.filter((value) => value < (median ?? 0)).length;
      const above = values.filter((value) => value > (median ?? 0)).length;
      expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2);
    }),
  );
});

it.each([
  ['competition', [1, 1, 3, null, 4]],
  ['dense', [1, 1, 2, null, 3]],
] as const)('rankValues %s', (method, ranks) => expect(rankValues([9, 9, 5, null, 0], method)).toEqual(ranks));

it.each([
  [3, 2, 1.5],
  [0, 2, 0],
  [1, 0, null],
  [null, 2, null],
  [1, null, null],
])('rate(%s, %s) is %s', (count, of, expected) => expect(rate(count, of)).toBe(expected));
