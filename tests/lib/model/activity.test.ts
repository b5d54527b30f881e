/** Activity: what the schema takes, and how records of shorter and longer periods add up without counting twice. */
import { describe, expect, it } from 'vitest';
import { type Activity, activityByMember, activityId, activityIn, activitySchema } from '../../../lib/model/activity';
import { parsePeriod } from '../../../lib/model/period';

const row = (text: string, more: Partial<Activity> = {}): Activity => ({
  memberId: 'm1',
  period: parsePeriod(text),
  used: null,
  visits: null,
  studied: null,
  quizzes: null,
  opinions: null,
  origin: '',
  ...more,
});

it('takes counts and gaps, and nothing else', () => {
  expect(activitySchema.safeParse(row('2026-09', { used: true, visits: 4 })).success).toBe(true);
  for (const wrong of [
    { period: { from: '2026-09-30', to: '2026-09-01' } },
    { visits: -1 },
    { visits: 1.5 },
    { phone: '0912' },
  ]) {
    expect(activitySchema.safeParse({ ...row('2026-09'), ...wrong }).success).toBe(false);
  }
});

it('has one record for each member and period', () => {
  expect(activityId('m1', parsePeriod('2026-09'))).toBe('activity 2026-09-01..2026-09-30 m1');
});

describe('activityIn', () => {
  const months = [
    row('2026-07', { visits: 3 }),
    row('2026-08', { visits: 4, used: false }),
    row('2026-09', { opinions: 1, used: true }),
  ];
  it.each([
    ['2026-07', { visits: 3, opinions: null, used: null }],
    ['2026-08', { visits: 4, opinions: null, used: false }],
    ['2026-Q3', { visits: 7, opinions: 1, used: true }],
    ['2026', { visits: 7, opinions: 1, used: true }],
  ])('over %s', (text, expected) => {
    expect(activityIn(months, parsePeriod(text))).toMatchObject(expected);
  });

  it('knows nothing of a period it only touches', () => {
    expect(activityIn(months, parsePeriod('2026-06'))).toBeNull();
    expect(activityIn(months, parsePeriod('2026-07-02..2026-07-31'))).toBeNull();
  });

  it('adds up answers only where right and asked are both known', () => {
    const marked = [
      row('2026-07', { quizzes: 1, quizRight: 8, quizAsked: 10 }),
      row('2026-08', { quizzes: 1, quizRight: null, quizAsked: 20 }),
      row('2026-09', { quizzes: 2, quizRight: 15, quizAsked: 20 }),
    ];
    expect(activityIn(marked, parsePeriod('2026-Q3'))).toMatchObject({ quizzes: 4, quizRight: 23, quizAsked: 30 });
    expect(activityIn(months, parsePeriod('2026-Q3'))).not.toHaveProperty('quizAsked');
  });

  it('takes the longer record and not the shorter ones inside it', () => {
    const quarter = row('2026-Q3', { visits: 20 });
    expect(activityIn([...months, quarter], parsePeriod('2026-Q3'))).toMatchObject({ visits: 20, opinions: null });
    expect(activityIn([...months, quarter], parsePeriod('2026-08'))).toMatchObject({ visits: 4 });
  });
});

it('activityByMember sums each member by themselves, and leaves out who has nothing in the period', () => {
  const records = [
    row('2026-07', { visits: 3 }),
    row('2026-08', { visits: 4, memberId: 'm2' }),
    row('2026-08', { visits: 1 }),
    row('2026-08', { visits: 9, memberId: null }),
    row('2025-08', { visits: 5, memberId: 'm3' }),
  ];
  const sums = activityByMember(records, parsePeriod('2026-Q3'));
  expect([...sums].map(([id, { visits }]) => [id, visits])).toEqual([
    ['m1', 4],
    ['m2', 4],
  ]);
});
