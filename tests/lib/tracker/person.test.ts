/** Which captured rows are a person's. */
import { describe, expect, it } from 'vitest';
import type { RowRead } from '../../../lib/model/observation';
import { namesPerson } from '../../../lib/tracker/person';
import { memberFrom } from '../../../lib/tracker/write-roster';
import { memberDraftSchema } from '../../../lib/model/actions';
import { nameKey } from '../../../lib/vi/names';

const row = (cells: Record<string, string | number>): RowRead => ({
  key: 'k',
  cells: Object.fromEntries(
    Object.entries(cells).map(([field, value]) => [field, { value, raw: String(value), where: 'row' }]),
  ),
});
const keys = new Set([nameKey('Lê Hòa')]);
const member = (code: string | null) =>
  memberFrom(memberDraftSchema.parse({ name: 'Lê Hòa', code }), 'm1', new Date('2026-11-20T05:00:00Z'));

describe('namesPerson', () => {
  it.each([
    ['the name', { name: 'LÊ HOÀ' }, null, true],
    ['the name in another column', { secretary: 'Lê Hòa', name: 'Chi bộ 1' }, null, true],
    ['another name', { name: 'Lê Hoa' }, null, false],
    ['a longer name', { name: 'Lê Hòa Bình' }, null, false],
    ['the same code', { name: 'Lê Hòa', code: 'h1' }, 'H1', true],
    ['another code', { name: 'Lê Hòa', code: 'H2' }, 'H1', false],
    ['a code where none is known', { name: 'Lê Hòa', code: 'H2' }, null, true],
  ] as const)('%s', (_, cells, code, is) => {
    expect(namesPerson(row(cells), keys, member(code))).toBe(is);
  });
});
