/** What age takes: the day of the cut, and that no figure of a later period changes whatever goes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointReading } from '../../../lib/model/point-reading';
import { cutDay, partByAge } from '../../../lib/tracker/retention-rules';
import { markRuns, orderKey, runReason } from '../../../lib/tracker/run-rules';
import { sighting } from './readings';

describe('cutDay', () => {
  it.each([
    [12, '2026-11-20', '2025-11-20'],
    [1, '2026-03-31', '2026-02-28'],
    [3, '2026-01-15', '2025-10-15'],
    [60, '2028-02-29', '2023-02-28'],
    [24, '2026-12-31', '2024-12-31'],
  ])('%i months before %s is %s', (months, today, cut) => {
    expect(cutDay(months, today)).toBe(cut);
  });
});

const at = (offset: number) => new Date(Date.UTC(2026, 0, 1, 3) + offset * 86_400_000).toISOString();

function history(...list: PointReading[]): PointReading[] {
  markRuns(list);
  return list;
}

describe('partByAge', () => {
  it('keeps the last reading before the cut as the opening, and lets the older go', () => {
    const list = history(sighting(at(0), 100), sighting(at(5), 150), sighting(at(9), 190), sighting(at(20), 250));
    const { kept, gone } = partByAge(list, '2026-01-15');
    expect(kept.map(({ total }) => total)).toEqual([190, 250]);
    expect(gone.map(({ total }) => total)).toEqual([100, 150]);
  });

  it('keeps a total first seen before the cut and seen again after it', () => {
    const seen = { alsoSeenAt: [at(0), at(30)], lastSeenAt: at(30) };
    const { kept } = partByAge(history(sighting(at(0), 100, seen), sighting(at(40), 120)), '2026-01-20');
    expect(kept.map(({ total }) => total)).toEqual([100, 120]);
  });

  it('keeps as opening what was last seen before the cut, even if a correction moved another day in between', () => {
    const seen = { alsoSeenAt: [at(0), at(9)], lastSeenAt: at(9), source: 'page' as const };
    const list = history(sighting(at(0), 100, seen), sighting(at(5), 70), sighting(at(20), 120));
    expect(partByAge(list, '2026-01-15').kept.map(({ total }) => total)).toEqual([100, 70, 120]);
  });

  it('keeps who last told the role, so that a later change of role still starts a new run', () => {
    const plain = { role: null, unit: null, site: null, host: null, name: null, source: 'file' as const };
    const list = history(
      sighting(at(0), 100, { role: 'Bí thư' }),
      sighting(at(5), 150, plain),
      sighting(at(30), 400, { role: 'Đảng viên' }),
    );
    expect(list[2]?.newRun).toBe('role');
    const { kept } = partByAge(list, '2026-01-20');
    expect(kept).toHaveLength(3);
    markRuns(kept);
    expect(kept[2]?.newRun).toBe('role');
  });

  it('lets withdrawn readings go by age, and never uses one as opening', () => {
    const withdrawn = { withdrawn: { at: at(50), reason: 'sai' } };
    const list = history(sighting(at(0), 100), sighting(at(5), 900, withdrawn), sighting(at(30), 130));
    expect(partByAge(list, '2026-01-20').kept.map(({ total }) => total)).toEqual([100, 130]);
  });

  it('leaves the same known context and the same mark on every later reading', () => {
    const text = (words: string[]) => fc.constantFrom(null, ...words);
    const one = fc.record({
      day: fc.integer({ min: 0, max: 60 }),
      total: fc.integer({ min: 0, max: 50 }),
      role: text(['Bí thư', 'Đảng viên']),
      unit: text(['Chi bộ 1', 'Chi bộ 2']),
      site: text(['vnpt', 'ptit']),
      host: text(['a.example.vn', 'b.example.vn']),
      out: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 20 }), fc.integer({ min: 0, max: 61 }), (rows, cutAt) => {
        const cut = at(cutAt).slice(0, 10);
        const list = rows
          .map(({ day, total, role, unit, site, host, out }, index) =>
            sighting(new Date(Date.parse(at(day)) + index * 60_000).toISOString(), total, {
              role,
              unit,
              site,
              host,
              withdrawn: out ? { at: at(61), reason: 'x' } : null,
            }),
          )
          .sort((a, b) => (orderKey(a) < orderKey(b) ? -1 : 1));
        const before = markRuns(list);
        const kept = partByAge(list, cut).kept.map((reading) => ({ ...reading }));
        const after = markRuns(kept);
        expect(after.known).toEqual(before.known);
        const late = (readings: PointReading[]) => readings.filter(({ day }) => day >= cut);
        expect(late(kept)).toEqual(late(list));
        const next = sighting(at(70), 25, { role: 'Bí thư', unit: 'Chi bộ 2', site: 'ptit', host: 'a.example.vn' });
        expect(runReason(next, after.previous, after.known)).toBe(runReason(next, before.previous, before.known));
      }),
      { numRuns: 400 },
    );
  });
});
