/** Who used the handbook: told, or points rose; namesakes are told apart by their records. */
import { expect, it } from 'vitest';
import { parsePeriod } from '../../../lib/model/period';
import { usersIn } from '../../../lib/reports/users-in';
import { tallyRows } from '../../../lib/tally';
import { NOW, member } from './sample';

const PERIOD = parsePeriod('2026-12');
const NOBODY = new Map<string, never>();
const [AN, BINH, OTHER] = [member('An'), member('Bình'), member('Bình', { id: 'other' })];
const SECOND = member('Bình', { id: 'second', sameAs: 'other' });
const MEMBERS = [AN, BINH, OTHER, SECOND];
const ROSTER = [AN, BINH, OTHER];

function known(...totals: [person: string, before: number, after: number][]) {
  const rows = totals.flatMap(([person, before, after]) =>
    [before, after].map((total, place) => ({
      person,
      name: 'Bình',
      code: null,
      day: place === 0 ? '2026-11-30' : '2026-12-20',
      at: null,
      total,
      installed: null,
      eligible: null,
      reason: null,
      source: 0,
    })),
  );
  return tallyRows(rows, { period: PERIOD, now: NOW });
}

it('counts of two namesakes without codes the one whose points rose', () => {
  const tally = known(['Bình', 5, 5], ['other', 5, 9]);
  expect(usersIn({ members: MEMBERS }, ROSTER, NOBODY, tally)).toBe(1);
});

it('knows somebody by the second record that was joined since', () => {
  expect(usersIn({ members: MEMBERS }, ROSTER, NOBODY, known(['second', 5, 9]))).toBe(1);
});

it('counts who was said to use it, once, and says nothing where nothing is known', () => {
  const told = { used: true, visits: null, studied: null, quizzes: null, opinions: null };
  const activity = new Map([
    ['An', told],
    ['other', told],
  ]);
  expect(usersIn({ members: MEMBERS }, ROSTER, activity, known(['other', 5, 9]))).toBe(2);
  expect(usersIn({ members: MEMBERS }, ROSTER, NOBODY, null)).toBeNull();
});
