/** The rules of runs, checked against a model that only knows sightings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointReading } from '../../../lib/model/point-reading';
import { markRuns, openHistory, orderKey, placeReading, sumMonths } from '../../../lib/tracker/run-rules';
import { sighting } from './readings';

const at = (day: number, hour = 3) => new Date(Date.UTC(2026, 9, day, hour)).toISOString();
let ids = 0;
const newId = () => `split${++ids}`;

function play(sightings: PointReading[]): PointReading[] {
  const history = openHistory([]);
  for (const one of sightings) placeReading(history, one, newId);
  markRuns(history.readings);
  return history.readings;
}

describe('placeReading', () => {
  it('extends the last reading by an equal one, and remembers each day', () => {
    const readings = play([sighting(at(1), 100), sighting(at(1, 5), 100), sighting(at(2), 100), sighting(at(4), 100)]);
    expect(readings).toHaveLength(1);
    expect(readings[0]).toMatchObject({
      total: 100,
      takenAt: at(1),
      lastSeenAt: at(4),
      alsoSeenAt: [at(1, 5), at(2), at(4)],
    });
  });

  it.each([
    ['a fall', { total: 90 }, 'fall'],
    ['another role', { role: 'Đảng viên' }, 'role'],
    ['another unit', { unit: 'Chi bộ 2' }, 'unit'],
    ['another site', { site: 'ptit' }, 'site'],
    ['another host', { host: 'khac.example.vn' }, 'site'],
    ['another name', { name: 'Trần Thị Bình' }, 'name'],
    ['the same name typed otherwise', { name: 'NGUYỄN VĂN AN'.normalize('NFD') }, null],
    ['nothing told of the role', { role: null }, null],
  ])('%s: newRun is %s', (_what, change, newRun) => {
    const readings = play([sighting(at(1), 100), sighting(at(2), 110, change)]);
    expect(readings.map((one) => one.newRun)).toEqual(['first', newRun]);
  });

  it('sees a role change across a reading that does not tell the role', () => {
    const typed = sighting(at(2), 105, {
      source: 'manual',
      role: null,
      site: null,
      host: null,
      name: null,
      unit: null,
    });
    const readings = play([sighting(at(1), 100), typed, sighting(at(3), 110, { role: 'Đảng viên' })]);
    expect(readings.map((one) => one.newRun)).toEqual(['first', null, 'role']);
  });

  it('takes the same sighting or the same row of a file once', () => {
    const row = sighting(at(2), 50, { source: 'file', origin: 'a.csv', day: '2026-09-01' });
    expect(play([row, { ...row, id: 'again', takenAt: at(9) }])).toHaveLength(1);
    expect(play([sighting(at(1), 100), sighting(at(1), 100)])).toHaveLength(1);
  });

  it('keeps a corrected row of a file corrected when the file is read again', () => {
    const row = sighting(at(2), 55, {
      source: 'file',
      origin: 'a.csv',
      day: '2026-09-01',
      corrections: [{ total: 50, day: '2026-09-01', at: at(3), reason: 'sai' }],
    });
    const again = sighting(at(9), 50, { source: 'file', origin: 'a.csv', day: '2026-09-01' });
    expect(play([row, again]).map((one) => one.total)).toEqual([55]);
  });

  it('splits a span when another total turns up inside it', () => {
    const readings = play([sighting(at(1), 100), sighting(at(5), 100), sighting(at(3), 70)]);
    expect(readings.map(({ total, day }) => [total, day])).toEqual([
      [100, '2026-10-01'],
      [70, '2026-10-03'],
      [100, '2026-10-05'],
    ]);
  });

  it('splits between two sightings of the first day of a longer span', () => {
    const seen = [sighting(at(5, 0), 1), sighting(at(5, 2), 1), sighting(at(6, 0), 1), sighting(at(5, 1), 0)];
    expect(play(seen).map(({ total, takenAt }) => [total, takenAt])).toEqual([
      [1, at(5, 0)],
      [0, at(5, 1)],
      [1, at(5, 2)],
    ]);
  });

  it('splits between two sightings of a later day', () => {
    const ones = [at(1, 0), at(7, 0), at(7, 2)].map((instant) => sighting(instant, 1));
    const readings = play([...ones, sighting(at(1, 1), 0), sighting(at(7, 1), 0)]);
    expect(readings.map(({ total, takenAt }) => [total, takenAt])).toEqual([
      [1, at(1, 0)],
      [0, at(1, 1)],
      [1, at(7, 0)],
      [0, at(7, 1)],
      [1, at(7, 2)],
    ]);
  });

  it('agrees with the model: sightings in any order give the rises and closings of the sorted list', () => {
    const arbitrary = fc.array(
      fc.record({
        day: fc.integer({ min: 1, max: 9 }),
        hour: fc.integer({ min: 0, max: 9 }),
        total: fc.integer({ min: 0, max: 4 }),
        role: fc.constantFrom('A', 'B', null),
      }),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(arbitrary, (plain) => {
        const unique = [...new Map(plain.map((one) => [`${one.day} ${one.hour}`, one])).values()];
        const readings = play(unique.map((one) => sighting(at(one.day, one.hour), one.total, { role: one.role })));
        // The model: every sighting by itself, in order.
        const sorted = [...unique].sort((a, b) => a.day - b.day || a.hour - b.hour);
        let known: string | null = null;
        let rises = 0;
        sorted.forEach((one, index) => {
          const before = sorted[index - 1];
          const changed = known !== null && one.role !== null && one.role !== known;
          if (before && !changed && one.total > before.total) rises += one.total - before.total;
          known = one.role ?? known;
        });
        expect(sumMonths(readings).reduce((sum, month) => sum + month.points, 0)).toBe(rises);
        for (let day = 1; day <= 9; day++) {
          const closing = sorted.filter((one) => one.day <= day).at(-1)?.total ?? null;
          const shown = readings
            .flatMap((one) => [one.takenAt, ...(one.alsoSeenAt ?? [])].map((seen) => ({ seen, total: one.total })))
            .sort((a, b) => (a.seen < b.seen ? -1 : 1))
            .filter(({ seen }) => seen < at(day + 1, 0));
          expect(shown.at(-1)?.total ?? null).toBe(closing);
        }
        expect(readings.map(orderKey)).toEqual(readings.map(orderKey).sort());
      }),
      { numRuns: 1_000 },
    );
  });
});
