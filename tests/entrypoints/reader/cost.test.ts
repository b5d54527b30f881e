/** The reader's budget: a small share of the time in the long run, and an end to slow passes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BURST_MS, SHARE, SLOW_PASSES, createMeter } from '../../../entrypoints/reader/cost';

describe('createMeter', () => {
  it('keeps any run of passes within its share of the time', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 49, noNaN: true }), { maxLength: 200 }), (passes) => {
        const meter = createMeter(0);
        let now = 0;
        let spent = 0;
        for (const pass of passes) {
          now += meter.waitMs(now) + pass;
          expect(meter.spent(pass, now)).toBe(false);
          spent += pass;
        }
        expect(spent).toBeLessThanOrEqual(BURST_MS + now * SHARE + 50);
        expect(meter.cost(spent + 7)).toEqual({
          lastMs: passes.at(-1) ?? 0,
          totalMs: spent + 7,
          passes: passes.length,
          steppedDown: false,
        });
      }),
    );
  });

  it('ends after slow passes in a row, not after single ones', () => {
    const meter = createMeter(0);
    for (let pass = 0; pass < 20; pass++) expect(meter.spent(pass % 3 === 0 ? 5 : 150, pass * 10_000)).toBe(false);
    const ends = Array.from({ length: SLOW_PASSES }, (_, pass) => meter.spent(101, 1e6 + pass * 10_000));
    expect(ends.slice(0, -2).every((end) => !end)).toBe(true);
    expect(ends.at(-1)).toBe(true);
    meter.reset();
    expect(meter.cost(0).steppedDown).toBe(false);
  });
});
