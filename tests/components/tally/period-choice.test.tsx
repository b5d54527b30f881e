/** Choosing a reporting period: every kind names the right days, and changing the kind keeps the place in the year. */
import { describe, expect, it } from 'vitest';
import { firstChoice, periodOf, withKind, type PeriodChoice } from '@/components/tally/period-choice';

const base: PeriodChoice = firstChoice('2026-11-24');

describe('period choice', () => {
  it.each([
    ['month', 11, '2026-11-01', '2026-11-30'],
    ['month', 2, '2026-02-01', '2026-02-28'],
    ['quarter', 4, '2026-10-01', '2026-12-31'],
    ['half', 1, '2026-01-01', '2026-06-30'],
    ['half', 2, '2026-07-01', '2026-12-31'],
    ['nineMonths', 1, '2026-01-01', '2026-09-30'],
    ['year', 1, '2026-01-01', '2026-12-31'],
  ] as const)('%s %i runs from %s to %s', (kind, part, from, to) => {
    expect(periodOf({ ...base, kind, part })).toEqual({ from, to });
  });

  it('starts with the month around today', () => {
    expect(periodOf(base)).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  });

  it.each([
    ['2026-11-24', 'quarter', '2026-10-01'],
    ['2026-05-02', 'quarter', '2026-04-01'],
    ['2026-05-02', 'half', '2026-01-01'],
    ['2026-07-01', 'half', '2026-07-01'],
    ['2026-07-01', 'days', '2026-07-01'],
  ] as const)('from the month of %s to %s begins on %s', (today, kind, from) => {
    expect(periodOf(withKind(firstChoice(today), kind))?.from).toBe(from);
  });

  it.each([
    ['2026-06-30', '2026-06-01', null],
    ['2026-06-31', '2026-07-01', null],
    ['2026-06-01', '2026-06-01', { from: '2026-06-01', to: '2026-06-01' }],
  ])('days %s to %s', (from, to, expected) => {
    expect(periodOf({ ...base, kind: 'days', from, to })).toEqual(expected);
  });
});
