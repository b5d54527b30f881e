/** The tally without names: every figure stays, nothing names anybody. */
import { expect, it } from 'vitest';
import type { ReadingRow } from '../../../lib/model/tally';
import { anonymise, computeTally } from '../../../lib/tally';
import { readingRow } from './reading-row';

const row = (name: string, code: string | null, total: number, more: Partial<ReadingRow> = {}) =>
  readingRow({ name, code, day: '2026-09-20', total, ...more });
const TALLY = computeTally(
  [
    row('Nguyễn Văn An', 'M2', 100, { role: 'Bí thư', reason: 'ở với con gái tại Huế' }),
    row('Ngô Văn Ân', 'M1', 50, { reason: 'DU_BI' }),
    row('Đỗ Thị Ơn', null, 70),
  ],
  { period: { from: '2026-09-01', to: '2026-09-30' }, now: new Date(0) },
);

it.each([
  ['initials' as const, ['N.V.A. (1)', 'N.V.Â.', 'Đ.T.Ơ.']],
  ['codes' as const, ['M1', 'M2', 'ĐV 1']],
])('by %s', (how, names) => {
  const bare = anonymise(TALLY, how);
  if (how === 'codes') expect(bare.members.map(({ name }) => name)).toEqual(names);
  else expect(bare.members.map(({ name }) => name).sort()).toEqual(['N.V.A.', 'N.V.Â.', 'Đ.T.Ơ.'].sort());
  expect(JSON.stringify(bare)).not.toMatch(/Nguyễn|Ngô|Đỗ|Huế|Bí thư/);
  expect(bare.summary).toEqual(TALLY.summary);
  expect(bare.members.map(({ points }) => points).sort()).toEqual(TALLY.members.map(({ points }) => points).sort());
  expect(bare.members.every(({ code, role }) => code === null && role === null)).toBe(true);
});

it('numbers those whom the same initials stand for', () => {
  const two = computeTally([row('Nguyễn Văn An', 'a', 1), row('Ngô Văn An', 'b', 2)], {
    period: { from: '2026-09-01', to: '2026-09-30' },
    now: new Date(0),
  });
  expect(anonymise(two, 'initials').members.map(({ name }) => name)).toEqual(['N.V.A. (1)', 'N.V.A. (2)']);
});
