/** Two records of one person are found in every spelling; two people of one name stay two once somebody said so. */
import { describe, expect, it } from 'vitest';
import type { Member } from '../../../lib/model/member';
import { findTwins } from '../../../lib/tally';
import { sampleMember } from '../model/sample-member';

const member = (id: string, name: string, more: Partial<Member> = {}) =>
  sampleMember({ id, name, createdAt: `2026-01-0${id}T00:00:00.000Z`, ...more });

describe('findTwins', () => {
  it.each([
    ['Trần Thị Hoà', 'Trần Thị Hòa', 'sameName'],
    ['Trần Thị Hoà'.normalize('NFD'), 'TRẦN THỊ HOÀ', 'sameName'],
    ['Nguyễn Văn Đông', 'Nguyen Van Dong', 'marksMissing'],
    ['Nguyễn Văn Đông', 'Nguyễn Văn Dông', 'marksMissing'],
    ['Nguyễn Văn Cường', 'Nguyễn Vân Cườg', 'typo'],
  ])('%s and %s: %s', (a, b, why) => {
    expect(findTwins([member('2', b), member('1', a)])).toMatchObject([
      { first: { id: '1' }, second: { id: '2' }, why },
    ]);
  });

  it('asks nothing about different names, different codes, or what was settled', () => {
    expect(findTwins([member('1', 'Lê An'), member('2', 'Lê Bình')])).toEqual([]);
    expect(findTwins([member('1', 'Lê An', { code: 'A' }), member('2', 'Lê An', { code: 'B' })])).toEqual([]);
    expect(findTwins([member('1', 'Lê An', { notSameAs: ['2'] }), member('2', 'Lê An')])).toEqual([]);
    expect(findTwins([member('1', 'Lê An'), member('2', 'Lê An', { sameAs: '1' })])).toEqual([]);
    expect(findTwins([member('1', 'Lê An'), member('2', 'Lê An', { removedAt: '2026-02-01T00:00:00.000Z' })])).toEqual(
      [],
    );
  });

  it('knows other spellings, and puts the surest pairs first', () => {
    const list = [
      member('1', 'Phạm Thu Dung'),
      member('2', 'Pham Thu Dung'),
      member('3', 'Phạm Dung', { otherNames: ['Phạm Thu Dung'] }),
    ];
    expect(findTwins(list).map(({ first, second, why }) => [first.id, second.id, why])).toEqual([
      ['1', '3', 'sameName'],
      ['1', '2', 'marksMissing'],
    ]);
  });

  it('looks through ten thousand members by their names alone', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => member('1', `Người ${index}`, { id: `m${index}` }));
    const twin = member('2', 'nguoi 77', { id: 'twin' });
    expect(findTwins([...many, twin])).toMatchObject([
      { first: { id: 'm77' }, second: { id: 'twin' }, why: 'marksMissing' },
    ]);
  });
});
