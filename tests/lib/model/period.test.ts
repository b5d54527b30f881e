/** Reporting periods in every way of writing them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PeriodError,
  monthsOf,
  parsePeriod,
  periodAround,
  periodBefore,
  periodSchema,
  weekAround,
  wholeMonths,
  yearBefore,
} from '../../../lib/model/period';
import { addDays, daysBetween } from '../../../lib/vi/dates';

it.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-q3', '2026-07-01', '2026-09-30'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2026-H1', '2026-01-01', '2026-06-30'],
  ['2026-H2', '2026-07-01', '2026-12-31'],
  ['2026-9M', '2026-01-01', '2026-09-30'],
  ['2026-01-01..2026-06-30', '2026-01-01', '2026-06-30'],
  ['2026-05-05..2026-05-05', '2026-05-05', '2026-05-05'],
])('%s is %s to %s', (text, from, to) => expect(parsePeriod(text)).toEqual({ from, to }));

it.each([
  '',
  '26',
  '2026-13',
  '2026-00',
  '2026-Q5',
  '2026-02-30..2026-03-01',
  '2026-06-30..2026-01-01',
  '2026-1',
  'quý 3',
])('%j is refused', (text) => expect(() => parsePeriod(text)).toThrow(PeriodError));

it('finds the month, quarter, year and week around a day', () => {
  expect(periodAround('2026-11-05', 'month')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
  expect(periodAround('2026-11-05', 'quarter')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(periodAround('2026-11-05', 'year')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  expect(weekAround('2026-11-05')).toEqual({ from: '2026-11-02', to: '2026-11-08' });
  expect(weekAround('2026-11-08')).toEqual({ from: '2026-11-02', to: '2026-11-08' });
});

it('a week has seven days from Monday and holds its day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (count) => {
      const day = addDays('1950-01-01', count);
      const week = weekAround(day);
      expect(daysBetween(week.from, week.to)).toBe(6);
      expect(new Date(`${week.from}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(week.from <= day && day <= week.to).toBe(true);
    }),
  );
});

it('the schema refuses a period the wrong way round', () => {
  expect(periodSchema.safeParse({ from: '2026-02-01', to: '2026-01-01' }).success).toBe(false);
  expect(periodSchema.safeParse({ from: '2026-01-01', to: '2026-01-01' }).success).toBe(true);
});

describe('earlier periods', () => {
  it.each([
    ['2026-11', '2026-10-01..2026-10-31', '2025-11-01..2025-11-30'],
    ['2026-Q1', '2025-10-01..2025-12-31', '2025-01-01..2025-03-31'],
    ['2024-02', '2024-01-01..2024-01-31', '2023-02-01..2023-02-28'],
    ['2025-02', '2025-01-01..2025-01-31', '2024-02-01..2024-02-29'],
    ['2026', '2025-01-01..2025-12-31', '2025-01-01..2025-12-31'],
    ['2026-03-10..2026-03-19', '2026-02-28..2026-03-09', '2025-03-10..2025-03-19'],
    ['2024-02-29..2024-03-05', '2024-02-23..2024-02-28', '2023-02-28..2023-03-05'],
  ])('of %s are %s and %s', (text, before, year) => {
    expect(periodBefore(parsePeriod(text))).toEqual(parsePeriod(before));
    expect(yearBefore(parsePeriod(text))).toEqual(parsePeriod(year));
  });

  it('counts whole months and names the months touched', () => {
    expect(wholeMonths(parsePeriod('2026-9M'))).toBe(9);
    expect(wholeMonths(parsePeriod('2026-03-10..2026-04-09'))).toBeNull();
    expect(monthsOf(parsePeriod('2025-12-31..2026-02-01'))).toEqual(['2025-12', '2026-01', '2026-02']);
  });
});
