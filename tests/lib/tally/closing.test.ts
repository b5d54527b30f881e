/** Closing a period: the digest stands for the figures alone, and every difference is told once. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadingRow } from '../../../lib/model/tally';
import { type KnownTally, compareTallies, computeTally, digestTally, tallyPeople } from '../../../lib/tally';
import { readingRow } from './reading-row';

const PERIOD = { from: '2026-09-01', to: '2026-09-30' };
const row = (person: string, name: string, total: number | null, day = '2026-09-20') =>
  readingRow({ person, name, day: total === null ? null : day, total });
const known = (rows: ReadingRow[], now = '2026-10-01T00:00:00Z'): KnownTally => ({
  tally: computeTally(rows, { period: PERIOD, now: new Date(now) }),
  members: tallyPeople(rows),
});
const ROWS = [
  row('1', 'Nguyễn Văn An', 100, '2026-08-31'),
  row('1', 'Nguyễn Văn An', 150),
  row('2', 'Trần Thị Hoà', 70),
  row('3', 'Lê Bình', null),
];

describe('digestTally', () => {
  it('is the same whenever the same figures are worked out', () => {
    expect(digestTally(known(ROWS).tally)).toMatch(/^[0-9a-f]{64}$/);
    expect(digestTally(known(ROWS, '2027-01-01T00:00:00Z').tally)).toBe(digestTally(known(ROWS).tally));
    const read = JSON.parse(JSON.stringify(known(ROWS).tally)) as KnownTally['tally'];
    expect(digestTally(read)).toBe(digestTally(known(ROWS).tally));
  });

  it('differs with any figure', () => {
    const digests = [
      ROWS,
      [...ROWS, row('4', 'Mới', 1)],
      ROWS.slice(0, 2),
      [...ROWS, row('2', 'Trần Thị Hoà', 71)],
    ].map((rows) => digestTally(known(rows).tally));
    expect(new Set(digests).size).toBe(digests.length);
  });
});

describe('compareTallies', () => {
  it('tells nothing of the same figures', () => {
    expect(compareTallies(known(ROWS), known(ROWS))).toEqual({ rows: [], figures: [] });
  });

  it('tells who came, who went and which figure is another', () => {
    const now = [ROWS[0]!, row('1', 'Nguyễn Văn An', 160), row('3', 'Lê Bình', null), row('4', 'Phạm Mới', 5)];
    const { rows, figures } = compareTallies(known(ROWS), known(now));
    expect(rows.map(({ name, kind }) => [name, kind])).toEqual([
      ['Nguyễn Văn An', 'changed'],
      ['Phạm Mới', 'added'],
      ['Trần Thị Hoà', 'removed'],
    ]);
    expect(rows[0]?.fields).toEqual([
      { field: 'closing', before: 150, after: 160 },
      { field: 'points', before: 50, after: 60 },
    ]);
    expect(figures).toContainEqual({ path: 'points.total', before: 50, after: 60 });
  });

  it('follows a person through a new spelling, and keeps namesakes apart', () => {
    const twins = [row('1', 'Nguyễn Văn An', 10), row('2', 'Nguyễn Văn An', 20)];
    const renamed = [row('1', 'Nguyễn Văn An', 10), row('2', 'Nguyễn Văn Ân', 20)];
    expect(compareTallies(known(twins), known(renamed)).rows).toEqual([
      {
        name: 'Nguyễn Văn Ân',
        kind: 'changed',
        fields: [{ field: 'name', before: 'Nguyễn Văn An', after: 'Nguyễn Văn Ân' }],
      },
    ]);
  });

  it('is empty exactly when the digest is the same', () => {
    const rows = fc.array(
      fc
        .record({ person: fc.constantFrom('a', 'b', 'c'), total: fc.integer({ min: 0, max: 3 }) })
        .map(({ person, total }) => row(person, `Tên ${person}`, total)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const { rows: changed, figures } = compareTallies(known(a), known(b));
        const silent = changed.length === 0 && figures.length === 0;
        // The number of readings is a figure of its own, told by no field of a report.
        const plain = ({ tally }: KnownTally) => ({
          ...tally,
          members: tally.members.map((one) => ({ ...one, readings: 0 })),
        });
        expect(silent).toBe(digestTally(plain(known(a))) === digestTally(plain(known(b))));
      }),
      { numRuns: 300 },
    );
  });
});
