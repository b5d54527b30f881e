/** Clock times as people type them. */
import { expect, it } from 'vitest';
import { readClockEntry } from '@/components/fields/ClockField';

it.each([
  ['19:30', '19:30'],
  ['19h30', '19:30'],
  ['19 giờ 30', '19:30'],
  ['1930', '19:30'],
  ['7h', '07:00'],
  ['7:05', '07:05'],
  ['24:00', null],
  ['19:60', null],
  ['19:', null],
  ['tối', null],
  ['', null],
])('%j is %j', (text, clock) => expect(readClockEntry(text)).toBe(clock));

it('may be left empty where it is optional', () => expect(readClockEntry(' ', true)).toBe(''));
