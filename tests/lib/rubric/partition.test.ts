/** Gaps and overlaps against a scan of the whole line, on random bands. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range } from '../../../lib/model/rubric';
import { exact, fraction } from '../../../lib/rubric/exact';
import { findUneven, holds, needsRequired, spanOf } from '../../../lib/rubric/partition';

const range: fc.Arbitrary<Range> = fc.record({
  from: fc.option(fc.integer({ min: -3, max: 13 }), { nil: null }),
  fromOpen: fc.boolean(),
  to: fc.option(fc.integer({ min: -3, max: 13 }), { nil: null }),
  toOpen: fc.boolean(),
});
const span = (one: Range) => {
  const made = spanOf(one, null);
  if (made === null) throw new Error('depends on the minutes required');
  return made;
};
/** Plain arithmetic of a test: does the range hold a multiple of one half? */
const has = ({ from, fromOpen, to, toOpen }: Range, x: number) =>
  (typeof from !== 'number' || (fromOpen ? x > from : x >= from)) &&
  (typeof to !== 'number' || (toOpen ? x < to : x <= to));

describe('findUneven', () => {
  it('finds exactly what a scan of every half step finds', () => {
    fc.assert(
      fc.property(range, fc.array(range, { maxLength: 6 }), (domain, bands) => {
        const found = findUneven(
          span(domain),
          bands.map((one, index) => ({ id: String(index), span: span(one) })),
        );
        for (let half = -10; half <= 32; half++) {
          const x = half / 2;
          const covering = bands.flatMap((one, index) => (has(one, x) ? [String(index)] : []));
          const here = found.filter((stretch) => holds(stretch.span, fraction(half, 2)));
          const uneven = has(domain, x) && covering.length !== 1;
          expect(here.map((stretch) => stretch.bands)).toEqual(uneven ? [covering] : []);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('joins neighbours, so that no two stretches in a row are the same', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), (bands) => {
        const whole = { from: null, fromOpen: true, to: null, toOpen: true };
        const found = findUneven(
          span(whole),
          bands.map((one, index) => ({ id: String(index), span: span(one) })),
        );
        found.slice(1).forEach((stretch, index) => {
          const before = found[index];
          const touching =
            before?.span.to != null &&
            stretch.span.from !== null &&
            before.span.to.num * stretch.span.from.den === stretch.span.from.num * before.span.to.den &&
            before.span.toOpen !== stretch.span.fromOpen;
          if (touching) expect(before.bands).not.toEqual(stretch.bands);
        });
      }),
    );
  });

  it('tells a third from 33.3333', () => {
    const third = { from: 33.3333, fromOpen: false, to: 33.3333, toOpen: false };
    expect(holds(span(third), fraction(100, 3))).toBe(false);
    expect(holds(span(third), exact(33.3333))).toBe(true);
  });
});

describe('spanOf', () => {
  const share: Range = { from: { ofRequired: 0.5 }, fromOpen: false, to: null, toOpen: true };
  it('takes a share of the minutes required', () => {
    expect(needsRequired(share)).toBe(true);
    expect(spanOf(share, null)).toBeNull();
    const made = spanOf(share, 90);
    expect(made && [holds(made, exact(45)), holds(made, exact(44.9999))]).toEqual([true, false]);
  });
});
