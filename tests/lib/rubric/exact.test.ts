/** Fractions: against whole numbers of ten-thousandths, and how they are shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, exact, figureOf, fraction, minus, over, plus, shown, sum, times } from '../../../lib/rubric/exact';

const figure = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((steps) => steps / 10_000);

describe('exact', () => {
  it('orders and adds as whole numbers do', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        const [x, y] = [Math.round(a * 10_000), Math.round(b * 10_000)];
        expect(compare(exact(a), exact(b))).toBe(Math.sign(x - y));
        expect(figureOf(plus(exact(a), exact(b)))).toBe((x + y) / 10_000);
        expect(figureOf(minus(exact(a), exact(b)))).toBe((x - y) / 10_000);
        if (y !== 0) expect(compare(times(over(exact(a), exact(b)), exact(b)), exact(a))).toBe(0);
      }),
    );
  });

  it('rounds what is shown half up to two decimals', () => {
    expect(shown(fraction(200, 3))).toBe(66.67);
    expect(shown(fraction(3_100, 34))).toBe(91.18);
    expect(shown(fraction(62_225, 1_000))).toBe(62.23);
    expect(shown(fraction(622_249, 10_000))).toBe(62.22);
    expect(shown(fraction(-1, 3))).toBe(-0.33);
    expect(shown(fraction(-1, 8))).toBe(-0.12);
    expect(shown(fraction(100, 1))).toBe(100);
    expect(shown(sum([exact(0.1), exact(0.2)]))).toBe(0.3);
  });

  it('never rounds onto or over a border', () => {
    const border = [exact(90)];
    expect(shown(fraction(8_994, 100), border)).toBe(89.94);
    expect(shown(fraction(8_996, 100), border)).toBe(89.96);
    expect(shown(fraction(89_996, 1_000), border)).toBe(89.996);
    expect(shown(fraction(8_999_999, 100_000), border)).toBe(89.9999);
    expect(shown(fraction(90, 1), border)).toBe(90);
    // Above 50 % is another band than exactly 50 %.
    expect(shown(fraction(5_003, 100), [exact(50)])).toBe(50.03);
    const counts = fc.integer({ min: 1, max: 2_000 }).chain((whole) => fc.tuple(fc.nat(whole), fc.constant(whole)));
    const borders = fc.array(fc.integer({ min: 0, max: 100 }).map(exact), { maxLength: 5 });
    fc.assert(
      fc.property(counts, borders, ([part, whole], all) => {
        const value = fraction(part * 100, whole);
        for (const one of all) expect(compare(exact(shown(value, all)), one)).toBe(compare(value, one));
      }),
    );
  });
});
