/** Bands of points: every value in exactly one band, whatever the spread. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf } from '@/components/tally/distribution';

describe('bands', () => {
  it('sorts the seven of the example cell into round bands', () => {
    const bands = bandsOf([70_000, 12_000, 9_000, 6_000, 4_000, 3_000, 1_000]);
    expect(bands[0]).toEqual({ from: 0, to: 10_000, count: 5 });
    expect(bands.at(-1)).toEqual({ from: 70_000, to: 80_000, count: 1 });
  });

  it('has none for nobody and one for equal points', () => {
    expect(bandsOf([])).toEqual([]);
    expect(bandsOf([5, 5])).toEqual([{ from: 5, to: 5, count: 2 }]);
  });

  it('counts every value once and keeps the bands few', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 300 }), (values) => {
        const bands = bandsOf(values);
        expect(bands.length).toBeLessThanOrEqual(12);
        expect(bands.reduce((sum, band) => sum + band.count, 0)).toBe(values.length);
        for (const band of bands) {
          const inside = values.filter((value) =>
            bands.length === 1 ? value >= band.from && value <= band.to : value >= band.from && value < band.to,
          );
          expect(band.count).toBe(inside.length);
        }
      }),
    );
  });
});
