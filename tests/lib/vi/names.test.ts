/** One key per name whatever its spelling, and the order of Vietnamese name lists. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, initialsOf, looseNameKey, nameKey, sortByName, splitName } from '../../../lib/vi/names';

const SYLLABLES = [
  'Nguyễn',
  'Văn',
  'Hoà',
  'Hòa',
  'Thuý',
  'Thúy',
  'Đặng',
  'Ân',
  'An',
  'Ánh',
  'Quý',
  'Tùng',
  'Tung',
  'Lê',
  'Ơn',
];
const names = fc.array(fc.constantFrom(...SYLLABLES), { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

describe('nameKey', () => {
  it.each([
    ['Hoà', 'Hòa'],
    ['Thuý', 'Thúy'],
    ['Nguyễn Văn An', 'nguyễn  văn\u00a0AN'],
    ['Đặng', 'Ðặng'],
    ['Trần Thị Thủy', 'Trần Thị Thuỷ'],
    ['Khoẻ', 'Khỏe'],
  ])('%s = %s', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));

  it.each([
    ['Hoa', 'Hòa'],
    ['Ân', 'An'],
    ['Tùng', 'Tung'],
    ['Đông', 'Dông'],
    ['Nguyễn An', 'Nguyễn Văn An'],
  ])('%s ≠ %s', (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)));

  it('does not depend on the normal form', () => {
    fc.assert(fc.property(names, (name) => void expect(nameKey(name.normalize('NFD'))).toBe(nameKey(name))));
  });

  it('looseNameKey meets names without marks', () =>
    expect(looseNameKey('Đặng Thị Hòa')).toBe(looseNameKey('dang thi hoa')));
});

describe('order', () => {
  it('goes by given name, then middle names, then family name', () => {
    const list = ['Vũ Thị Xuân', 'Lê Văn An', 'Đỗ Thị Ân', 'Nguyễn Văn An', 'Bùi Anh', 'Trần Văn Ánh', 'Hoàng Thị An'];
    const sorted = [
      'Hoàng Thị An',
      'Lê Văn An',
      'Nguyễn Văn An',
      'Bùi Anh',
      'Trần Văn Ánh',
      'Đỗ Thị Ân',
      'Vũ Thị Xuân',
    ];
    expect([...list].sort(compareNames)).toEqual(sorted);
    expect(sortByName(list, (name) => name)).toEqual(sorted);
  });

  it('knows the letters and the tones', () => {
    const letters = ['A', 'Ă', 'Â', 'B', 'C', 'D', 'Đ', 'E', 'Ê', 'G', 'O', 'Ô', 'Ơ', 'U', 'Ư', 'V', 'Y'];
    expect([...letters].reverse().sort(compareNames)).toEqual(letters);
    const tones = ['Tung', 'Tùng', 'Tủng', 'Tũng', 'Túng', 'Tụng'];
    expect([...tones].reverse().sort(compareNames)).toEqual(tones);
  });

  it('takes both tone placements for one word and keeps the order of equals', () => {
    expect(compareNames('Lê Hoà', 'Lê Hòa')).toBe(0);
    expect(sortByName(['Lê Hòa', 'Lê Hoà'], (name) => name)).toEqual(['Lê Hòa', 'Lê Hoà']);
  });

  it('sortByName and compareNames agree, and the order is total', () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 12 }), (list) => {
        expect(sortByName(list, (name) => name)).toEqual([...list].sort(compareNames));
      }),
    );
    fc.assert(
      fc.property(names, names, names, (a, b, c) => {
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) || 0);
        if (compareNames(a, b) <= 0 && compareNames(b, c) <= 0) expect(compareNames(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

it.each([
  ['Nguyễn Thị Minh Khai', { family: 'Nguyễn', middle: 'Thị Minh', given: 'Khai' }],
  ['An', { family: '', middle: '', given: 'An' }],
  ['', { family: '', middle: '', given: '' }],
])('splitName(%j)', (name, parts) => expect(splitName(name)).toEqual(parts));

describe('initialsOf', () => {
  it.each([
    ['Nguyễn Văn An', 'N.V.A.'],
    ['  Đỗ   Ánh ', 'Đ.Á.'],
    ['Hòa', 'H.'],
    ['Ái'.normalize('NFD'), 'Á.'],
  ])('%s → %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
