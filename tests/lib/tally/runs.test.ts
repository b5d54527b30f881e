/** Readings in order and the rises between them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder, sumRises } from '../../../lib/tally/runs';

const at = (day: string, total: number, time: string | null = null, newRun = false) => ({
  day,
  at: time,
  total,
  newRun,
});

it.each([
  [[], { points: 0, reset: false }],
  [[at('2026-01-01', 5)], { points: 0, reset: false }],
  [[at('2026-01-01', 5), at('2026-01-02', 5), at('2026-01-03', 9)], { points: 4, reset: false }],
  [[at('2026-01-01', 5), at('2026-01-02', 2), at('2026-01-03', 9)], { points: 7, reset: true }],
  [[at('2026-01-01', 5), at('2026-01-02', 50, null, true)], { points: 0, reset: true }],
])('sumRises %#', (readings, expected) => expect(sumRises(readings)).toEqual(expected));

it('orders by day and time, and lets the last of untimed totals stand', () => {
  const readings = [
    at('2026-01-02', 3, '17:00'),
    at('2026-01-01', 9),
    at('2026-01-02', 2, '2026-01-02T00:30:00Z'),
    at('2026-01-01', 1),
  ];
  expect(inOrder(readings).map((reading) => reading.total)).toEqual([1, 2, 3]);
});

it('keeps the mark of a new run that an untimed correction replaces', () => {
  expect(inOrder([at('2026-01-01', 1, null, true), at('2026-01-01', 2)])).toMatchObject([{ total: 2, newRun: true }]);
});

it('points are never negative and never more than the sum of all totals', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { maxLength: 20 }), (totals) => {
      const { points } = sumRises(totals.map((total) => at('2026-01-01', total)));
      expect(points).toBeGreaterThanOrEqual(0);
      expect(points).toBeLessThanOrEqual(totals.reduce((sum, total) => sum + total, 0));
    }),
  );
});
