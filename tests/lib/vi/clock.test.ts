/** Clock times of Vietnam and their instants. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clockInVietnam, clockInWords, instantAt, weekdayInVietnam } from '../../../lib/vi/clock';
import { dayInVietnam } from '../../../lib/vi/dates';

it.each([
  ['2026-12-03', '19:30', '2026-12-03T12:30:00.000Z'],
  ['2026-12-03', '0:05', '2026-12-02T17:05:00.000Z'],
  ['2026-02-29', '19:30', null],
  ['2026-12-03', '24:00', null],
  ['2026-12-03', '19:60', null],
  ['2026-12-03', '19h30', null],
])('%s %s', (day, clock, expected) => expect(instantAt(day, clock)).toBe(expected));

it('gives back the day and the clock it was made from', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
      const day = date.toISOString().slice(0, 10);
      const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const instant = new Date(instantAt(day, clock) ?? '');
      expect([dayInVietnam(instant), clockInVietnam(instant)]).toEqual([day, clock]);
    }),
  );
});

it('is told in words', () => {
  expect(clockInWords(new Date('2026-12-03T12:30:00Z'))).toBe('19 giờ 30');
  expect(clockInWords(new Date('2026-12-03T01:00:00Z'))).toBe('08 giờ');
  expect(weekdayInVietnam(new Date('2026-12-03T18:00:00Z'))).toBe('thứ Sáu');
});
