/** A month's activity: what the schema takes, and the id that tells member and month. */
import { expect, it } from 'vitest';
import { activityId, activitySchema } from '../../../lib/model/activity';

const ROW = {
  memberId: 'm1',
  month: '2026-09',
  used: true,
  visits: 4,
  studied: 2,
  quizzes: 1,
  opinions: 0,
  origin: '',
};

it('takes counts and gaps, and no month that does not exist', () => {
  expect(activitySchema.safeParse(ROW).success).toBe(true);
  expect(activitySchema.safeParse({ ...ROW, visits: null, used: null }).success).toBe(true);
  for (const wrong of [{ month: '2026-13' }, { month: '2026-9' }, { visits: -1 }, { visits: 1.5 }, { phone: '0912' }]) {
    expect(activitySchema.safeParse({ ...ROW, ...wrong }).success).toBe(false);
  }
});

it('has one record for each member and month', () => {
  expect(activityId('m1', '2026-09')).toBe('activity 2026-09 m1');
});
