/** When a meeting is, and which month it plans. */
import { expect, it } from 'vitest';
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

it.each([
  ['2026-12-03', '2026-12'],
  ['2026-12-15', '2026-12'],
  ['2026-12-16', '2027-01'],
  ['2026-11-28', '2026-12'],
])('a meeting on %s plans %s', (day, month) => expect(plannedMonth(meeting('m', day))).toBe(month));

it('lives in the days of Vietnam', () => {
  // 18:00 UTC on the 15th is the 16th in Vietnam.
  expect(plannedMonth({ plannedStart: '2026-12-15T18:00:00.000Z', heldFrom: null })).toBe('2027-01');
  expect(monthOf({ plannedStart: '2026-12-31T18:00:00.000Z', heldFrom: null })).toBe('2027-01');
});

it('goes by when it was held, once it was', () => {
  const moved = meeting('m', '2026-12-03', { heldFrom: at('2026-12-05', '08:00'), state: 'HELD' });
  expect([dayOf(moved), startOf(moved).toISOString(), isHeld(moved)]).toEqual([
    '2026-12-05',
    at('2026-12-05', '08:00'),
    true,
  ]);
  expect(isHeld(meeting('m', '2026-12-03'))).toBe(false);
});

it('knows the months around a new year', () => {
  expect([nextMonth('2026-12'), nextMonth('2026-01'), monthBefore('2027-01'), monthBefore('2026-12')]).toEqual([
    '2027-01',
    '2026-02',
    '2026-12',
    '2026-11',
  ]);
});

it('orders meetings by their moment, held before planned times', () => {
  const late = meeting('a', '2026-12-03', { heldFrom: at('2026-12-05') });
  expect(inOrder([late, meeting('c', '2026-12-04'), meeting('b', '2026-12-04')]).map(({ id }) => id)).toEqual([
    'b',
    'c',
    'a',
  ]);
});
