/** Ours beside theirs: equal is equal, anything else differs and says why. */
import { expect, it } from 'vitest';
import { reconcile, reconcileRanking } from '../../../lib/tally/reconcile';

it.each([
  ['equal', reconcile('myPoints', 1286, 1286), { difference: 0, verdict: 'match', causes: [] }],
  [
    'ours larger',
    reconcile('myPoints', 1289, 1286),
    { difference: 3, verdict: 'differ', causes: ['readAtOtherTimes', 'officialSmaller'] },
  ],
  [
    'a leap doubts the columns',
    reconcile('myPoints', 12, 70_000, { leapLimit: 5_000 }),
    { verdict: 'differ', causes: ['columnsChanged', 'readAtOtherTimes'] },
  ],
  [
    'pages unread',
    reconcile('memberCount', 40, 300, { complete: false }),
    { difference: -260, causes: ['notAllRowsRead', 'membersMissingInList'] },
  ],
  [
    'secret rows',
    reconcile('memberCount', 33, 34, { complete: true, secretRows: 1 }),
    { causes: ['secretOrHiddenRows', 'membersMissingInList'] },
  ],
  ['more than the roster', reconcile('memberCount', 35, 34), { causes: ['listIncludesOthers'] }],
  [
    'after a new run',
    reconcile('myPoints', 5, 6, { newRun: true, oursAt: 'a', theirsAt: 'a' }),
    { causes: ['newRunSinceReading'] },
  ],
])('%s', (_, result, expected) => expect(result).toMatchObject(expected));

const RANKING = [
  { rank: 1, total: 900 },
  { rank: 2, total: 500 },
  { rank: 2, total: 500 },
  { rank: 4, total: 100 },
];

it.each([
  ['1-1-3', RANKING, true],
  ['1-1-2', [...RANKING.slice(0, 3), { rank: 3, total: 100 }], true],
  [
    'a later page',
    [
      { rank: 21, total: 9 },
      { rank: 22, total: 8 },
    ],
    false,
  ],
  ['nothing', [], true],
])('a ranking in order matches: %s', (_, rows, complete) => {
  expect(reconcileRanking(rows, { complete })).toMatchObject({ verdict: 'match', difference: 0 });
});

it.each([
  [
    'totals rise',
    [
      { rank: 1, total: 5 },
      { rank: 2, total: 9 },
    ],
    false,
  ],
  [
    'equal ranks, unequal totals',
    [
      { rank: 1, total: 5 },
      { rank: 1, total: 9 },
    ],
    false,
  ],
  ['rank and total swapped', RANKING.map(({ rank, total }) => ({ rank: total, total: rank })), true],
  [
    'a rank is missing',
    [
      { rank: 1, total: 5 },
      { rank: 4, total: 2 },
    ],
    true,
  ],
])('a ranking out of order differs: %s', (_, rows, complete) => {
  expect(reconcileRanking(rows, { complete })).toMatchObject({
    verdict: 'differ',
    causes: ['columnsChanged', 'readAtOtherTimes'],
  });
});
