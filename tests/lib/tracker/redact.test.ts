/** Names leave texts in every spelling; other people's names stay. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutName } from '../../../lib/tracker/redact';

describe('withoutName', () => {
  const take = (text: string, ...names: string[]) => withoutName(text, names, 'N.H.');
  it.each([
    ['Tổng hợp điểm của Nguyễn Hòa, chi bộ 1.', 'Tổng hợp điểm của N.H., chi bộ 1.'],
    ['NGUYỄN  HOÀ đồng ý', 'N.H. đồng ý'],
    ['Nguyễn Hòa'.normalize('NFD'), 'N.H.'],
    ['(Nguyễn Hòa) và Nguyễn Hòa', '(N.H.) và N.H.'],
    ['Nguyễn Hòa Bình và Nguyễn Hoa', 'N.H. Bình và Nguyễn Hoa'],
    ['Hòa', 'Hòa'],
    ['', ''],
  ])('%j → %j', (text, left) => {
    expect(take(text, 'Nguyễn Hòa')).toBe(left);
  });

  it('leaves no trace of the name among other words, and every other word in place', () => {
    const word = fc.constantFrom('chi', 'bộ', 'An', 'Hoa', 'Trần', '–', '1.', 'điểm');
    const name = fc.constantFrom('Nguyễn Hòa', 'nguyễn hoà', 'NGUYỄN HÒA', 'Nguyễn Hòa'.normalize('NFD'));
    fc.assert(
      fc.property(fc.array(fc.oneof(word, name), { maxLength: 8 }), (parts) => {
        const left = take(parts.join(' '), 'Nguyễn Hòa');
        const expected = parts.map((part) => (/^n/i.test(part) ? 'N.H.' : part)).join(' ');
        expect(left).toBe(expected);
      }),
    );
  });

  it('takes every spelling, the longest first', () => {
    expect(take('Nguyễn Thị Hòa (Thị Hòa)', 'Thị Hòa', 'Nguyễn Thị Hòa')).toBe('N.H. (N.H.)');
  });
});
