/** Which snapshots stay, over months of use. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Generation, SNAPSHOT_REASONS, expired } from '../../../lib/recovery/generations';

const HOUR = 3_600_000;

function use(hours: number[], reason: Generation['reason'] = 'burst'): Generation[] {
  let kept: Generation[] = [];
  hours.forEach((hour, index) => {
    const at = new Date(Date.UTC(2026, 0, 1) + hour * HOUR).toISOString();
    kept.push({ name: `g${index}`, seq: index + 1, at, reason });
    const gone = new Set(expired(kept));
    kept = kept.filter(({ name }) => !gone.has(name));
  });
  return kept;
}

describe('generations', () => {
  it('after months of daily use are five new ones, a week of days and eight weeks', () => {
    const kept = use(Array.from({ length: 24 * 90 }, (_, hour) => hour));
    const days = new Set(kept.map(({ at }) => at.slice(0, 10)));
    expect(kept.length).toBeGreaterThanOrEqual(17);
    expect(kept.length).toBeLessThanOrEqual(20);
    expect(days.size).toBeGreaterThanOrEqual(12);
    const oldest = Math.min(...kept.map(({ at }) => Date.parse(at)));
    expect(Date.UTC(2026, 0, 1) + 24 * 90 * HOUR - oldest).toBeGreaterThan(42 * 24 * HOUR);
  });

  it('are at least ten when there were ten days of use', () => {
    expect(use(Array.from({ length: 40 }, (_, index) => index * 6)).length).toBeGreaterThanOrEqual(10);
  });

  it('before risky steps stay beside the ordinary ones, five of each kind', () => {
    const kept = [...use([0, 1, 2, 3, 4, 5, 6, 7], 'beforeImport')];
    expect(kept).toHaveLength(5);
  });

  it('never go all, and the newest always stays', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 5_000 }), fc.constantFrom(...SNAPSHOT_REASONS)), { minLength: 1 }),
        (list) => {
          const all = list.map(([hour, reason], index): Generation => {
            return { name: `g${index}`, seq: index, at: new Date(hour * HOUR).toISOString(), reason };
          });
          const gone = new Set(expired(all));
          // By its number: a clock that was set back must not make the newest look old.
          const newest = all.filter(({ reason }) => reason !== 'found').at(-1);
          if (newest !== undefined) expect(gone.has(newest.name)).toBe(false);
          expect(gone.size).toBeLessThan(all.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
