/** Fractions: against whole numbers of ten-thousandths, and how they are shown. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compare,
  exact,
  figureOf,
  fraction,
  minus,
  over,
  plus,
  shown,
  shownMeasure,
  sum,
  times,
} from '../../../lib/rubric/exact';

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

  it('cuts what is shown, never up to a bound that was not reached', () => {
    expect(shown(fraction(89_999, 1_000))).toBe(89.99);
    expect(shown(fraction(3_100, 34))).toBe(91.17);
    expect(shown(fraction(-1, 3))).toBe(-0.34);
    expect(shown(sum([exact(0.1), exact(0.2)]))).toBe(0.3);
  });

  it('rounds a figure of a meeting as every other screen does, but never up to a bound that was not reached', () => {
    expect(shownMeasure(fraction(3_100, 34))).toBe(91.18);
    expect(shownMeasure(fraction(1_400, 30))).toBe(46.67);
    expect(shownMeasure(fraction(49_996, 1_000))).toBe(49.99);
    expect(shownMeasure(fraction(60_496, 1_000))).toBe(60.49);
    expect(shownMeasure(exact(50))).toBe(50);
    expect(shownMeasure(exact(-0.5))).toBe(-0.5);
  });
});
