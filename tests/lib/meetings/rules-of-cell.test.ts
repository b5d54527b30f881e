/** What holds for one cell. */
import { expect, it } from 'vitest';
import { minimumOf } from '../../../lib/meetings/clock';
import { hasCommittee, rulesOfCell } from '../../../lib/meetings/rules-of-cell';

it('takes the lengths the committee fixed, a meeting’s own length before them', () => {
  const rules = rulesOfCell({ leastMinutes: { regular: 60, combined: 90 } });
  expect(minimumOf({ kind: 'THUONG_KY', minimumMinutes: null }, rules)).toBe(60);
  expect(minimumOf({ kind: 'KET_HOP', minimumMinutes: null }, rules)).toBe(90);
  expect(minimumOf({ kind: 'KET_HOP', minimumMinutes: 45 }, rules)).toBe(45);
  expect(minimumOf({ kind: 'CHUYEN_DE', minimumMinutes: null }, rules)).toBeNull();
  expect(minimumOf({ kind: 'KET_HOP', minimumMinutes: null }, rulesOfCell({ leastMinutes: null }))).toBe(120);
});

it.each([
  [[], true],
  [[null, 'Đảng viên'], true],
  [['Bí thư', 'Đảng viên'], false],
  [['Bí thư', 'Phó Bí thư'], true],
  [['Bí thư chi bộ', 'Chi ủy viên'], true],
])('a committee with roles %j: %s', (roles, expected) => expect(hasCommittee(roles)).toBe(expected));
