/** Roster matching: exact by itself, doubtful as a question. */
import { expect, it } from 'vitest';
import type { ReadingRow } from '../../../lib/model/tally';
import { type RosterEntry, isTypo, matchRoster } from '../../../lib/tally/match';

const row = (name: string, code: string | null = null): ReadingRow => ({
  name,
  code,
  day: '2026-07-01',
  at: null,
  total: 1,
  installed: null,
  eligible: null,
  reason: null,
  source: 0,
});
const entry = (id: string, name: string, code: string | null = null, otherNames: string[] = []): RosterEntry => ({
  id,
  name,
  code,
  otherNames,
});

const ROSTER = [
  entry('an', 'Nguyễn Văn An', '1'),
  entry('hoa', 'Trần Thị Hoà'),
  entry('binh1', 'Lê Bình', '11'),
  entry('binh2', 'Lê Bình', '12'),
  entry('minh', 'Phạm Minh', null, ['Phạm Quang Minh']),
];

it.each([
  ['same name, same code', row('Nguyễn Văn An', '1'), 'an'],
  ['same name, no code', row('nguyễn văn AN'), 'an'],
  ['other tone placement', row('Trần Thị Hòa', '9'), 'hoa'],
  ['another spelling seen before', row('Phạm Quang Minh'), 'minh'],
  ['one of two namesakes by code', row('Lê Bình', '12'), 'binh2'],
])('%s is exact', (_, input, id) => {
  const result = matchRoster([input], ROSTER);
  expect(result.exact.map((match) => match.memberId)).toEqual([id]);
  expect([result.doubtful, result.fresh, result.duplicates]).toEqual([[], [], []]);
});

it.each([
  ['marks missing', row('Nguyen Van An'), [['an', 'marksMissing']]],
  ['a slip of one letter', row('Nguyễn Văn Ann'), [['an', 'typo']]],
  ['another code', row('Nguyễn Văn An', '2'), [['an', 'codeDiffers']]],
  ['same code, other name', row('Hoàng Thị Lan', '1'), [['an', 'nameDiffers']]],
  [
    'namesakes without a code',
    row('Lê Bình'),
    [
      ['binh1', 'noCodeManyMembers'],
      ['binh2', 'noCodeManyMembers'],
    ],
  ],
])('%s is a question', (_, input, candidates) => {
  const result = matchRoster([input], ROSTER);
  expect(result.exact).toEqual([]);
  expect(result.doubtful[0]?.candidates.map(({ memberId, why }) => [memberId, why])).toEqual(candidates);
});

it('nobody alike is new, and two people on one member are duplicates', () => {
  expect(matchRoster([row('Đỗ Quyên')], ROSTER).fresh.map((person) => person.name)).toEqual(['Đỗ Quyên']);
  const result = matchRoster([row('Trần Thị Hoà', '5'), row('Trần Thị Hoà', '6')], ROSTER);
  expect(result.exact).toEqual([]);
  expect(result.duplicates.map(({ memberId, people }) => [memberId, people.length])).toEqual([['hoa', 2]]);
});

it.each([
  ['nguyen van an', 'nguyen van ann', true],
  ['nguyen van an', 'nguyen vna an', true],
  ['nguyen van an', 'nguyen van ah', true],
  ['nguyen van an', 'nguyen van an', false],
  ['nguyen van an', 'nguyen thi an', false],
  ['an', 'ah', false],
])('isTypo(%j, %j) is %s', (a, b, expected) => expect(isTypo(a, b)).toBe(expected));
