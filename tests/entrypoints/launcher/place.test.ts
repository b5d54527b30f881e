/** The panel's box: inside the window, at its edge, and out of the way of the site's controls while folded. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxFor, overlaps } from '../../../entrypoints/launcher/place';

const folded = { side: 'right', top: 0.3, collapsed: true } as const;
const tab = { width: 48, height: 48, yields: true };
const card = { width: 260, height: 180, yields: true };

describe('boxFor', () => {
  it('stays inside the window, touching its edge', () => {
    fc.assert(
      fc.property(
        fc.record({
          side: fc.constantFrom('left' as const, 'right' as const),
          top: fc.double({ min: 0, max: 1, noNaN: true }),
          collapsed: fc.boolean(),
        }),
        fc.record({ width: fc.nat(900), height: fc.nat(1_200), yields: fc.boolean() }),
        fc.record({ width: fc.integer({ min: 200, max: 2_000 }), height: fc.integer({ min: 200, max: 1_500 }) }),
        (placement, wish, view) => {
          const box = boxFor(placement, wish, view, () => false);
          expect(box.left).toBe(placement.side === 'left' ? 0 : view.width - box.width);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.top + box.height).toBeLessThanOrEqual(view.height);
          expect(box.width).toBe(Math.min(wish.width, view.width));
        },
      ),
    );
  });

  it('gives way to controls while folded, to the nearest free place', () => {
    const view = { width: 360, height: 640 };
    const control: Box = { left: 300, top: 150, width: 60, height: 120 };
    const box = boxFor(folded, tab, view, (one) => overlaps(one, control));
    expect(overlaps(box, control)).toBe(false);
    expect(box).toMatchObject({ left: 312, width: 48 });
    expect(Math.abs(box.top - 192)).toBeLessThanOrEqual(96);
  });

  it('crosses to the other edge when one is full, and vanishes when both are', () => {
    const view = { width: 360, height: 640 };
    expect(boxFor(folded, tab, view, (one) => one.left > 0).left).toBe(0);
    expect(boxFor(folded, tab, view, () => true)).toMatchObject({ width: 0, height: 0 });
    expect(boxFor(folded, { ...tab, yields: false }, view, () => true).width).toBe(48);
  });

  it('shows a card that finds no room as the tab, and on a wide window never vanishes', () => {
    const view = { width: 1280, height: 800 };
    const wide = (one: Box) => one.width > 48;
    expect(boxFor(folded, card, view, wide)).toMatchObject({ left: 1232, width: 48, height: 48 });
    expect(boxFor(folded, card, view, () => false)).toMatchObject({ width: 260, height: 180 });
    expect(boxFor(folded, card, view, () => true)).toMatchObject({ width: 48, height: 48 });
  });
});
