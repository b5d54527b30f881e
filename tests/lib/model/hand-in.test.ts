/** The schemas of hand-ins: closed, bounded, and consistent in themselves. */
import { describe, expect, it } from 'vitest';
import { handInSchema, shownText } from '../../../lib/model/hand-in';
import { documentOf } from '../handin/people';

const issueOf = (change: object) => handInSchema.safeParse({ ...documentOf(), ...change }).error?.issues[0]?.message;
const totals = documentOf().parts.totals;
const readings = documentOf({ parts: ['readings'] }).parts.readings ?? [];

describe('a hand-in', () => {
  it('as composed fits', () => {
    expect(issueOf({})).toBeUndefined();
  });

  it.each([
    ['a reading is before the period', { parts: { readings: [{ day: '2026-10-01', total: 1, source: 'page' }] } }],
    ['a reading is dated after the period', { parts: { readings: [{ day: '2026-12-01', total: 1, source: 'page' }] } }],
    ['not in order of days', { parts: { readings: readings.toReversed() } }],
    ['the last reading is not the closing', { parts: { totals, readings: readings.slice(0, 1) } }],
    [
      'openingInPeriod does not fit the day of the opening',
      { parts: { totals: { ...totals, openingInPeriod: true } } },
    ],
    ['nothing is handed in', { parts: {} }],
  ])('%s', (message, change) => {
    expect(issueOf(change)).toBe(message);
  });
});

describe('a text to be shown', () => {
  it.each([['two\nlines'], ['  blanks'], ['hidden\u200b'], ['a@b.vn'], ['0912345678'], ['Nghị quyết (Mật)'], ['']])(
    'refuses %j',
    (text) => {
      expect(shownText(200).safeParse(text).success).toBe(false);
    },
  );
});
