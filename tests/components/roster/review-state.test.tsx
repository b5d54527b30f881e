/** The review step: questions stay open until answered, and merging two people into one is always told. */
import { describe, expect, it } from 'vitest';
import { countReview, decide, decideOpen, reviewItems } from '@/components/roster/review-state';
import { matchRoster } from '@/lib/tally/match';
import type { ReadingRow } from '@/lib/model/tally';

const row = (name: string, code: string | null = null): ReadingRow => ({
  name,
  code,
  day: '2026-09-30',
  at: null,
  total: 1_000,
  installed: null,
  eligible: null,
  reason: null,
  source: 0,
});
const member = (id: string, name: string, code: string | null = null) => ({ id, name, code, otherNames: [] });

const items = reviewItems(
  matchRoster(
    [row('Nguyễn Văn An'), row('Trần Thị Hoa'), row('Tran Thi Hoà'), row('Lê Mới')],
    [member('a', 'Nguyễn Văn An'), member('h', 'Trần Thị Hòa')],
  ),
);

describe('review', () => {
  it('puts questions first and leaves them open', () => {
    expect(items.map(({ name, kind, decision }) => [name, kind, decision?.to ?? null])).toEqual([
      ['Trần Thị Hoa', 'doubtful', null],
      ['Tran Thi Hoà', 'doubtful', null],
      ['Lê Mới', 'fresh', 'new'],
      ['Nguyễn Văn An', 'exact', 'member'],
    ]);
    expect(countReview(items)).toEqual({ open: 2, toMembers: 1, toNew: 1, skipped: 0, shared: [] });
  });

  it('tells when two people would become one member', () => {
    const both = ['0', '1'].reduce((list, key) => decide(list, key, { to: 'member', memberId: 'h' }), items);
    expect(countReview(both)).toMatchObject({ open: 0, toMembers: 3, shared: ['h'] });
  });

  it('answers only what is still open', () => {
    const one = decide(items, '0', { to: 'member', memberId: 'h' });
    const all = decideOpen(one, 'doubtful', { to: 'skip' });
    expect(all[0]?.decision).toEqual({ to: 'member', memberId: 'h' });
    expect(all[1]?.decision).toEqual({ to: 'skip' });
    expect(all[2]?.decision).toEqual({ to: 'new' });
  });

  it('asks when two lines of one list point at one member', () => {
    const twice = reviewItems(
      matchRoster([row('Nguyễn Văn An', '1'), row('Nguyễn Văn An', '2')], [member('a', 'Nguyễn Văn An')]),
    );
    expect(twice.map(({ kind, decision }) => [kind, decision])).toEqual([
      ['duplicate', null],
      ['duplicate', null],
    ]);
  });
});
