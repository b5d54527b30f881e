/** Where the panel's box stands: pure geometry, docked to an edge, never wider or higher than the window. */
import type { PanelPlacement } from '@/lib/protocol';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Below this window width the panel starts as a small tab. */
export const NARROW = 600;

/** The box for a wished size; `isTaken` tells whether the site's own controls lie there, and only a folded panel gives way. */
export function boxFor(
  placement: PanelPlacement,
  wish: { width: number; height: number },
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
  if (!placement.collapsed || !isTaken(first)) return first;
  for (const side of [placement.side, placement.side === 'left' ? 'right' : 'left']) {
    // Nearest free place first, downward before upward.
    for (let step = 0; step <= view.height; step += 12) {
      for (const top of [wanted + step, wanted - step]) {
        if (top < 0 || top > lowest) continue;
        const box = at(side, top);
        if (!isTaken(box)) return box;
      }
    }
  }
  return { ...first, width: 0, height: 0 };
}
