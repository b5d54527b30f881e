/** Where the panel's box stands: pure geometry, docked to an edge, never wider or higher than the window. */
import type { PanelPlacement } from '@/lib/protocol';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** True when the boxes share some area. */
export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

/** A size the frame wishes for; one that yields never stands over the site's own controls while there is another place. */
export interface Wish {
  width: number;
  height: number;
  yields: boolean;
}

/** Below this window width the panel starts as a small tab, and rather vanishes than covers a control. */
export const NARROW = 600;
const TAB = { width: 48, height: 48 };

/** The box for a wish: at the remembered place, else the nearest free one at either edge, else as a tab. */
export function boxFor(
  placement: PanelPlacement,
  wish: Wish,
  view: { width: number; height: number },
  isTaken: (box: Box) => boolean,
): Box {
  const width = Math.max(0, Math.min(wish.width, view.width));
  const height = Math.max(0, Math.min(wish.height, view.height));
  const lowest = view.height - height;
  const wanted = Math.min(Math.max(0, Math.round(placement.top * view.height)), lowest);
  const at = (side: string, top: number): Box => ({
    left: side === 'left' ? 0 : view.width - width,
    top,
    width,
    height,
  });
  const first = at(placement.side, wanted);
  if (!wish.yields || !isTaken(first)) return first;
  const stride = height > 2 * TAB.height ? 24 : 12;
  for (const side of [placement.side, placement.side === 'left' ? 'right' : 'left']) {
    // Nearest free place first, downward before upward.
    for (let step = 0; step <= view.height; step += stride) {
      for (const top of [wanted + step, wanted - step]) {
        if (top < 0 || top > lowest) continue;
        const box = at(side, top);
        if (!isTaken(box)) return box;
      }
    }
  }
  if (width > TAB.width) return boxFor(placement, { ...TAB, yields: true }, view, isTaken);
  return view.width > NARROW ? first : { ...first, width: 0, height: 0 };
}
