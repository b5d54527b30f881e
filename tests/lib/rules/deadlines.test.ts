/** Days by which requests are due: weekends, holidays, and every kind with its term. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REQUEST_KINDS } from '../../../lib/model/data-request';
import { deadlinesFor, isWorkingDay, lastDayOf } from '../../../lib/rules/deadlines';
import { REQUEST_DEADLINES } from '../../../lib/rules/request-deadlines';
import { addDays } from '../../../lib/vi/dates';

describe('deadlines', () => {
  it.each([
    // 2026-11-20 is a Friday.
    ['2026-11-18', [], '2026-11-20'],
    ['2026-11-19', [], '2026-11-23'],
    ['2026-11-20', [], '2026-11-24'],
    ['2026-11-21', [], '2026-11-24'],
    ['2026-11-22', [], '2026-11-24'],
    ['2026-11-20', ['2026-11-23'], '2026-11-25'],
    // Over a New Year's holiday of four working days.
    ['2027-02-04', ['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'], '2027-02-12'],
  ])('received %s with holidays %j is to be answered by %s', (received, holidays, by) => {
    expect(deadlinesFor('access', received, holidays).answerBy).toBe(by);
  });

  it.each([
    ['withdraw', '2026-12-05'],
    ['restrict', '2026-12-05'],
    ['object', '2026-12-05'],
    ['access', '2026-11-30'],
    ['copy', '2026-11-30'],
    ['correct', '2026-11-30'],
    ['erase', '2026-11-30'],
  ] as const)('%s received 2026-11-20 is to be done by %s', (kind, by) => {
    expect(deadlinesFor(kind, '2026-11-20', []).doneBy).toBe(by);
  });

  it('has a term with its certainty for every kind, and names its source', () => {
    expect(Object.keys(REQUEST_DEADLINES.done).sort()).toEqual([...REQUEST_KINDS].sort());
    expect(REQUEST_DEADLINES.source).toMatch(/91\/2025\/QH15.*356\/2025\/NĐ-CP/);
    for (const kind of ['access', 'copy', 'correct', 'erase'] as const) {
      expect(REQUEST_DEADLINES.done[kind].certainty).toBe('reading');
    }
  });

  it('counts exactly as many working days as the term has, and ends on one', () => {
    const dayArb = fc.integer({ min: 0, max: 3_000 }).map((offset) => addDays('2026-01-01', offset));
    const term = (days: number) => ({ days, count: 'working', certainty: 'stated' }) as const;
    fc.assert(
      fc.property(
        dayArb,
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 1, max: 40 })),
        (from, days, off) => {
          const holidays = off.map((offset) => addDays(from, offset));
          const last = lastDayOf(term(days), from, holidays);
          expect(isWorkingDay(last, holidays)).toBe(true);
          let counted = 0;
          for (let day = addDays(from, 1); day <= last; day = addDays(day, 1))
            if (isWorkingDay(day, holidays)) counted++;
          expect(counted).toBe(days);
        },
      ),
    );
  });
});
