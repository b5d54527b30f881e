/** The rules of the tally, one table row per rule, and a model in a few lines against the real one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REFERENCE_NOTE, tallySchema, type RankMethod, type ReadingRow } from '../../../lib/model/tally';
import { parsePeriod } from '../../../lib/model/period';
import { computeTally } from '../../../lib/tally/compute';
import { readingRow } from './reading-row';

const NOW = new Date('2026-11-05T03:00:00Z');
const Q3 = parsePeriod('2026-Q3');

function row(name: string, day: string | null, total: number | null, more: Partial<ReadingRow> = {}): ReadingRow {
  return readingRow({ name, day, total, ...more });
}

const one = (rows: ReadingRow[]) => computeTally(rows, { period: Q3, now: NOW }).members[0];
const readings = (...pairs: [string, number][]) => pairs.map(([day, total]) => row('An', day, total));

describe('one member', () => {
  it.each([
    [
      'opening is the last reading before the first day',
      readings(['2026-05-01', 100], ['2026-06-30', 150], ['2026-09-30', 400]),
      { opening: 150, closing: 400, points: 250, readings: 1, openingInPeriod: false, reset: false },
    ],
    [
      'without one, the first inside, marked',
      readings(['2026-07-10', 100], ['2026-08-10', 180]),
      { opening: 100, closing: 180, points: 80, readings: 2, openingInPeriod: true, reset: false },
    ],
    [
      'a reading on the first day is inside',
      readings(['2026-07-01', 100], ['2026-09-30', 150]),
      { opening: 100, closing: 150, points: 50, openingInPeriod: true },
    ],
    [
      'a reading after the last day counts nowhere',
      readings(['2026-06-30', 100], ['2026-09-30', 150], ['2026-10-01', 900]),
      { opening: 100, closing: 150, points: 50 },
    ],
    [
      'only readings before: opening is closing, 0 points',
      readings(['2026-01-01', 50], ['2026-03-01', 70]),
      { opening: 70, closing: 70, points: 0, readings: 0, openingInPeriod: false, reset: false },
    ],
    [
      'only readings after: none',
      readings(['2026-10-01', 50]),
      { opening: null, closing: null, points: null, rank: null, readings: 0, openingInPeriod: false },
    ],
    [
      'a fall starts a new run and never counts negative',
      readings(['2026-06-30', 100], ['2026-07-15', 160], ['2026-08-15', 20], ['2026-09-15', 50]),
      { opening: 100, closing: 50, points: 90, reset: true },
    ],
    [
      'a fall before the period is not of this period',
      readings(['2026-01-01', 500], ['2026-06-30', 100], ['2026-09-30', 130]),
      { points: 30, reset: false },
    ],
    [
      'a fall after the period is not of this period',
      readings(['2026-06-30', 100], ['2026-09-30', 130], ['2026-10-02', 1]),
      { points: 30, reset: false },
    ],
    [
      'order of the file does not matter between days',
      readings(['2026-09-30', 130], ['2026-06-30', 100], ['2026-08-01', 110]),
      { opening: 100, closing: 130, points: 30 },
    ],
    ['a total of 0 is a reading', readings(['2026-07-01', 0]), { opening: 0, closing: 0, points: 0, rank: 1 }],
    [
      'of two untimed totals of one day the later in the file stands',
      readings(['2026-06-30', 100], ['2026-09-30', 1500], ['2026-09-30', 150]),
      { closing: 150, points: 50, reset: false, readings: 1 },
    ],
    [
      'timed readings of one day are a course',
      [row('An', '2026-07-01', 30, { at: '17:00' }), row('An', '2026-07-01', 10, { at: '2026-07-01T01:00:00Z' })],
      { opening: 10, closing: 30, points: 20 },
    ],
    [
      'a marked new run counts no rise',
      [row('An', '2026-06-30', 100), row('An', '2026-07-02', 900, { newRun: true }), row('An', '2026-07-03', 910)],
      { points: 10, reset: true },
    ],
    [
      'no reading is null, not 0, and says why',
      [row('An', null, null, { reason: 'chưa có tài khoản' })],
      { opening: null, closing: null, points: null, rank: null, reason: 'chưa có tài khoản' },
    ],
  ])('%s', (_, rows, expected) => expect(one(rows)).toMatchObject(expected));

  it('the last thing told within the period wins; later files only fill gaps', () => {
    const rows = [
      row('An', '2026-07-01', 1, { installed: false, eligible: true }),
      row('An', '2026-08-01', 2, { installed: true }),
      row('An', '2026-10-01', 3, { installed: false, role: 'Bí thư' }),
      row('An', null, null, { installed: false }),
    ];
    expect(one(rows)).toMatchObject({ installed: true, eligible: true, role: 'Bí thư' });
  });
});

describe('the cell', () => {
  it('reproduces the figures of the seed', () => {
    const totals = [70_000, 12_000, 9_000, 6_000, 4_000, 3_000, 1_000];
    const tally = computeTally(
      totals.map((total, index) => row(`Đảng viên ${index}`, '2026-09-30', total)),
      { period: Q3, now: NOW, rankBy: 'closing' },
    );
    expect(tally.summary.closing).toEqual({ max: 70_000, min: 1_000, mean: 15_000, median: 6_000, total: 105_000 });
    expect(tally.summary).toMatchObject({ members: 7, withReading: 7, eligible: null });
    expect(tally.members.map((member) => member.rank)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it.each([
    ['competition', [1, 1, 3, 4, null]],
    ['dense', [1, 1, 2, 3, null]],
  ] as [RankMethod, (number | null)[]][])('ranks ties by the %s method', (rankMethod, ranks) => {
    const rows = [
      row('A', '2026-07-01', 9),
      row('B', '2026-07-01', 9),
      row('C', '2026-07-01', 5),
      row('D', '2026-07-01', 0),
      row('E', null, null),
    ];
    expect(
      computeTally(rows, { period: Q3, now: NOW, rankBy: 'closing', rankMethod }).members.map((member) => member.rank),
    ).toEqual(ranks);
  });

  it('gives rates over both denominators, over 100 % allowed, from sums', () => {
    const flags = [
      [true, true],
      [true, false],
      [true, false],
      [false, true],
    ] as const;
    const rows = flags.map(([installed, eligible], index) =>
      row(`N${index}`, '2026-07-01', 1, { installed, eligible }),
    );
    const { summary } = computeTally(rows, { period: Q3, now: NOW });
    expect(summary.eligible).toBe(2);
    expect(summary.installed).toEqual({ count: 3, ofAll: 0.75, ofEligible: 1.5 });
    expect(summary.active).toEqual({ count: 0, ofAll: 0, ofEligible: 0 });
  });

  it('tells nothing where nothing is known', () => {
    const { summary, members } = computeTally([], { period: Q3, now: NOW });
    expect(members).toEqual([]);
    expect(summary.points).toEqual({ max: null, min: null, mean: null, median: null, total: null });
    expect(summary.installed).toEqual({ count: null, ofAll: null, ofEligible: null });
    expect(summary.active).toEqual({ count: 0, ofAll: null, ofEligible: null });
  });

  it('does not round the mean and halves the median exactly', () => {
    const { summary } = computeTally([row('A', '2026-07-01', 1), row('B', '2026-07-01', 2)], { period: Q3, now: NOW });
    expect(summary.closing).toMatchObject({ mean: 1.5, median: 1.5 });
    const thirds = computeTally([row('A', '2026-07-01', 1), row('B', '2026-07-01', 1), row('C', '2026-07-01', 2)], {
      period: Q3,
      now: NOW,
    });
    expect(thirds.summary.closing.mean).toBe(4 / 3);
  });

  it('counts rows and days of each source and keeps the schema', () => {
    const rows = [
      row('A', '2026-07-01', 1),
      row('B', '2026-08-01', 2, { source: 1 }),
      row('C', null, null, { source: 1 }),
    ];
    const sources = [
      { name: 'a.csv', kind: 'file' as const, detail: null },
      { name: 'xếp hạng', kind: 'page' as const, detail: 'vnpt' },
      { name: 'trống', kind: 'paste' as const, detail: null },
    ];
    const tally = computeTally(rows, { period: Q3, unit: 'Chi bộ 1', sources, now: NOW });
    expect(tally.sources).toEqual([
      { ...sources[0], rows: 1, from: '2026-07-01', to: '2026-07-01' },
      { ...sources[1], rows: 2, from: '2026-08-01', to: '2026-08-01' },
      { ...sources[2], rows: 0, from: null, to: null },
    ]);
    expect(tally.note).toBe(REFERENCE_NOTE);
    expect(tallySchema.parse(structuredClone(tally))).toEqual(tally);
  });
});

describe('against a model in a few lines', () => {
  const day = fc
    .integer({ min: 0, max: 300 })
    .map((count) => new Date(Date.UTC(2026, 1, 1 + count)).toISOString().slice(0, 10));
  const history = fc.uniqueArray(fc.record({ day, total: fc.nat(80_000) }), {
    selector: (reading) => reading.day,
    maxLength: 9,
  });
  const cell = fc.array(history, { maxLength: 8 });

  function model(history: { day: string; total: number }[], from: string, to: string) {
    const sorted = [...history].sort((a, b) => (a.day < b.day ? -1 : 1)).filter((reading) => reading.day <= to);
    const before = sorted.filter((reading) => reading.day < from);
    const inside = sorted.filter((reading) => reading.day >= from);
    const course = [...before.slice(-1), ...inside];
    let points = 0;
    let reset = false;
    for (const [index, reading] of course.entries()) {
      const last = course[index - 1]?.total ?? reading.total;
      if (reading.total < last) reset = true;
      else points += reading.total - last;
    }
    return {
      opening: course[0]?.total ?? null,
      closing: course.at(-1)?.total ?? null,
      points: course.length === 0 ? null : points,
      readings: inside.length,
      openingInPeriod: before.length === 0 && inside.length > 0,
      reset,
    };
  }

  it('gives the same members, ranks and summary for every cell', () => {
    fc.assert(
      fc.property(
        cell,
        fc.constantFrom('2026-Q2', '2026-Q3', '2026-06', '2026'),
        fc.constantFrom<RankMethod>('competition', 'dense'),
        (people, text, rankMethod) => {
          const period = parsePeriod(text);
          const nameOf = (index: number) => `N${String.fromCharCode(65 + index)}`;
          const rows = people.flatMap((own, index) => [
            row(nameOf(index), null, null),
            ...own.map((reading) => row(nameOf(index), reading.day, reading.total)),
          ]);
          const tally = computeTally(rows, { period, rankMethod, now: NOW });
          const expected = people.map((own) => model(own, period.from, period.to));
          expect(tally.members).toHaveLength(people.length);
          tally.members.forEach((member, index) => expect(member).toMatchObject(expected[index] ?? {}));
          const points = expected.flatMap((member) => member.points ?? []);
          tally.members.forEach((member) => {
            const above = points.filter((other) => other > (member.points ?? 0));
            const rank = rankMethod === 'dense' ? new Set(above).size + 1 : above.length + 1;
            expect(member.rank).toBe(member.points === null ? null : rank);
          });
          const total = points.reduce((sum, value) => sum + value, 0);
          expect(tally.summary.points.total).toBe(points.length === 0 ? null : total);
          expect(tally.summary.points.mean).toBe(points.length === 0 ? null : total / points.length);
          expect(tally.summary.withReading).toBe(points.length);
        },
      ),
      { numRuns: 500, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true },
    );
  });

  it('does not depend on the order of rows of different days', () => {
    fc.assert(
      fc.property(
        history.chain((own) => fc.tuple(fc.constant(own), fc.shuffledSubarray(own, { minLength: own.length }))),
        ([own, shuffled]) => {
          const tally = (list: typeof own) =>
            computeTally(
              list.map((reading) => row('An', reading.day, reading.total)),
              { period: Q3, now: NOW },
            );
          expect(tally(shuffled)).toEqual(tally(own));
        },
      ),
    );
  });
});
