/** When a meeting is, in Vietnam, and the month whose tasks it sets. */
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  endAt,
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

  it.each([
    ['19:30', '21:10', '2026-12-03 21:10'],
    ['22:30', '00:20', '2026-12-04 00:20'],
    ['22:30', '23:59', '2026-12-03 23:59'],
    ['20:00', '06:00', '2026-12-04 06:00'],
    // A slip of the pen (9:30 for 21:30) is no meeting of fourteen hours.
    ['19:30', '09:30', null],
    ['19:30', '19:30', null],
    ['20:00', '06:01', null],
    ['19:30', 'tối', null],
  ])('what begins at %s and ends at %s ends on %s', (from, to, end) => {
    const [day = '', clock = ''] = end?.split(' ') ?? [];
    expect(endAt(at('2026-12-03', from), to)).toBe(end === null ? null : at(day, clock));
  });

  it('order by time, then by id', () => {
    const list = [meeting('b', '2026-12-03'), meeting('c', '2026-12-01'), meeting('a', '2026-12-03')];
    expect(inOrder(list).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(inOrder([...list].reverse())).toEqual(inOrder(list));
  });

  it('know a held meeting', () => {
    expect((['PLANNED', 'HELD', 'REPORTED'] as const).map((state) => isHeld({ state }))).toEqual([false, true, true]);
  });
});
