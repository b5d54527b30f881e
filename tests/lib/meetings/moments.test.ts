/** When a meeting is, in Vietnam, and the month whose tasks it sets. */
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  inOrder,
  isHeld,
  monthBefore,
  monthOf,
  nextMonth,
  plannedMonth,
  startOf,
} from '../../../lib/meetings/moments';
import { at, meeting } from './sample';

const timed = (plannedStart: string, heldFrom: string | null = null) => ({ plannedStart, heldFrom });

describe('moments', () => {
  it('take the time held, else the time planned, as lived in Vietnam', () => {
    // 18:00 in London is already the next day in Vietnam.
    const late = timed('2026-11-30T18:00:00.000Z');
    expect([dayOf(late), monthOf(late)]).toEqual(['2026-12-01', '2026-12']);
    expect(startOf(timed(at('2026-12-03'), at('2026-12-04'))).toISOString()).toBe(at('2026-12-04'));
  });

  it.each([
    ['2026-11', '2026-12', '2026-10'],
    ['2026-12', '2027-01', '2026-11'],
    ['2026-01', '2026-02', '2025-12'],
  ])('the months after and before %s', (month, after, before) => {
    expect([nextMonth(month), monthBefore(month)]).toEqual([after, before]);
  });

  it.each([
    ['2026-12-03', '2026-12'],
    ['2026-12-15', '2026-12'],
    ['2026-12-16', '2027-01'],
    ['2026-11-30', '2026-12'],
  ])('a meeting on %s sets the tasks of %s', (day, month) => expect(plannedMonth(timed(at(day)))).toBe(month));

  it('order by time, then by id', () => {
    const list = [meeting('b', '2026-12-03'), meeting('c', '2026-12-01'), meeting('a', '2026-12-03')];
    expect(inOrder(list).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(inOrder([...list].reverse())).toEqual(inOrder(list));
  });

  it('know a held meeting', () => {
    expect((['PLANNED', 'HELD', 'REPORTED'] as const).map((state) => isHeld({ state }))).toEqual([false, true, true]);
  });
});
