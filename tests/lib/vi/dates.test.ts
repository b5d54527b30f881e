/** Days as Vietnamese pages write them; impossible and doubtful ones are refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayFrom,
  dayInVietnam,
  daysBetween,
  formatDay,
  formatInstant,
  isDay,
  parseDate,
} from '../../../lib/vi/dates';

const days = fc
  .date({ min: new Date('1900-01-02T00:00:00Z'), max: new Date('2199-12-30T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parseDate', () => {
  it.each([
    ['05/01/2026', '2026-01-05', null],
    ['5-1-2026', '2026-01-05', null],
    ['05.01.2026', '2026-01-05', null],
    ['05 / 01 / 2026', '2026-01-05', null],
    ['2026-01-05', '2026-01-05', null],
    ['ngày 05 tháng 01 năm 2026', '2026-01-05', null],
    ['Ngày 5 tháng 1 năm 2026'.normalize('NFD'), '2026-01-05', null],
    ['22/02/2023 12:15', '2023-02-22', '12:15'],
    ['22/02/2023 12:15:30', '2023-02-22', '12:15'],
    ['12:15 22/02/2023', '2023-02-22', '12:15'],
    ['08 giờ 00 phút ngày 03/02/2023', '2023-02-03', '08:00'],
    ['8h30 ngày 03/02/2023', '2023-02-03', '08:30'],
    ['2026-11-05T08:05:00', '2026-11-05', '08:05'],
    ['29/02/2028', '2028-02-29', null],
  ])('%s → %s %s', (text, day, time) => expect(parseDate(text)).toEqual({ ok: true, day, time }));

  it.each([
    ['', 'empty'],
    ['05/01/26', 'shortYear'],
    ['29/02/2026', 'noSuchDay'],
    ['11/25/2026', 'noSuchDay'],
    ['00/01/2026', 'noSuchDay'],
    ['22/02/2023 24:15', 'noSuchDay'],
    ['31/12', 'notADate'],
    ['hôm qua', 'notADate'],
    ['46000', 'notADate'],
    ['22/02/2023 12:15:99', 'notADate'],
  ])('%j is refused: %s', (text, reason) => expect(parseDate(text)).toMatchObject({ ok: false, reason }));

  it('reads back every day it writes', () => {
    fc.assert(
      fc.property(days, (day) => void expect(parseDate(formatDay(day))).toEqual({ ok: true, day, time: null })),
    );
  });

  it('never throws, and what it reads exists', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-.: nàgythm'), maxLength: 24 }), (text) => {
        const date = parseDate(text);
        if (date.ok) expect(isDay(date.day)).toBe(true);
      }),
    );
  });
});

it('dayFrom and isDay know the calendar', () => {
  expect(dayFrom(2026, 13, 1)).toBeNull();
  expect(dayFrom(1899, 1, 1)).toBeNull();
  expect(dayFrom(2026, 4, 31)).toBeNull();
  expect(isDay('2026-02-30')).toBe(false);
  expect(isDay('2026-2-3')).toBe(false);
});

it('counts days both ways', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
      fc.pre(addDays(day, count).length === 10);
      expect(daysBetween(day, addDays(day, count))).toBe(count);
    }),
  );
});

it('takes the day in Vietnam whatever the clock of the computer', () => {
  expect(dayInVietnam(new Date('2026-11-04T16:59:59Z'))).toBe('2026-11-04');
  expect(dayInVietnam(new Date('2026-11-04T17:00:00Z'))).toBe('2026-11-05');
  expect(formatInstant(new Date('2026-11-05T03:05:00Z'))).toBe('10:05 05/11/2026');
});
