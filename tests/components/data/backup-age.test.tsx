/** When a copy is due, and which automatic copies are too many. */
import { describe, expect, it } from 'vitest';
import { ageInDays, isDue } from '@/components/data/backup-age';
import { tooMany } from '@/components/data/folder-copy';
import { copyName } from '@/components/data/use-make-backup';

const NOW = new Date('2026-11-20T03:00:00.000Z');
const last = (takenAt: string) => ({ takenAt, verifiedAt: takenAt, place: 'file' as const, seq: 1, counts: {} });

describe('a copy', () => {
  it.each([
    ['2026-11-20T02:00:00.000Z', 0],
    ['2026-11-19T16:59:00.000Z', 1],
    ['2026-11-13T03:00:00.000Z', 7],
    ['2027-11-13T03:00:00.000Z', 0],
  ])('taken %s is %d days old in Vietnam', (takenAt, days) => {
    expect(ageInDays({ takenAt }, NOW)).toBe(days);
  });

  it.each([
    ['week', '2026-11-13T03:00:00.000Z', true],
    ['week', '2026-11-14T03:00:00.000Z', false],
    ['twoWeeks', '2026-11-07T03:00:00.000Z', false],
    ['twoWeeks', '2026-11-06T03:00:00.000Z', true],
    ['month', '2026-10-21T03:00:00.000Z', true],
    ['never', '2020-01-01T00:00:00.000Z', false],
  ] as const)('every %s, last %s: due %s', (every, takenAt, due) => {
    expect(isDue({ last: last(takenAt), every, since: takenAt }, NOW)).toBe(due);
    // Without any copy the first record counts.
    expect(isDue({ last: null, every, since: takenAt }, NOW)).toBe(due);
    expect(isDue({ last: null, every, since: null }, NOW)).toBe(false);
  });

  it('has a name of its own, which automatic ones never take or drop', () => {
    expect(copyName(NOW)).toBe('ban-sao-rieng-2026-11-20.age');
    const days = Array.from({ length: 12 }, (_, index) => `ban-sao-2026-01-${String(index + 1).padStart(2, '0')}.age`);
    const others = [
      copyName(NOW),
      'ban-sao-2026-01-01.age.txt',
      'x.age',
      'ban-sao-2026-01-02-10.age',
      'ban-sao-2026-01-02-9.age',
    ];
    expect(tooMany([...others, ...days.toReversed()])).toEqual([
      'ban-sao-2026-01-01.age',
      'ban-sao-2026-01-02.age',
      'ban-sao-2026-01-02-9.age',
      'ban-sao-2026-01-02-10.age',
    ]);
    expect(tooMany(days.slice(0, 10))).toEqual([]);
  });
});
