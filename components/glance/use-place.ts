/** Where the overlay stands: shown at once as the person moves it, told to the background, which remembers it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PanelPlacement } from '@/lib/protocol';

/** One press of up or down moves by this fraction of the window's height. */
export const STEP = 0.08;
const LOWEST = 0.9;
/** While dragging the place is told no more often than this: each one is a message to the background and a write. */
const TELL_EVERY_MS = 120;
/** A press that moved less than this many px is a click, not a drag. */
const DRAG_STARTS_PX = 6;

export interface Place {
  placement: PanelPlacement;
  move: (patch: Partial<PanelPlacement>) => void;
  /** Handlers of the grip. */
  drag: { onPointerDown: (event: PointerEvent) => void; onKeyDown: (event: KeyboardEvent) => void };
}

export function usePlace(kept: PanelPlacement, send: (placement: PanelPlacement) => void): Place {
  const [placement, setPlacement] = useState(kept);
  const { side, top, collapsed } = kept;
  useEffect(() => setPlacement({ side, top, collapsed }), [side, top, collapsed]);
  const now = useRef(placement);
  now.current = placement;

  const move = (patch: Partial<PanelPlacement>) => {
    const next = { ...now.current, ...patch };
    next.top = Math.min(LOWEST, Math.max(0, next.top));
    if (next.side === now.current.side && next.top === now.current.top && next.collapsed === now.current.collapsed)
      return;
    now.current = next;
    setPlacement(next);
    send(next);
  };

  const onPointerDown = (event: PointerEvent) => {
    // currentTarget is the grip itself; only the main button and real presses drag.
    const grip = event.currentTarget;
    if (!(grip instanceof HTMLElement) || event.button !== 0 || !event.isTrusted) return;
    const start = { x: event.screenX, y: event.screenY, top: topOf(event, now.current.top) };
    let moved = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = event;
    grip.setPointerCapture(event.pointerId);
    const follow = () => {
      clearTimeout(timer);
      timer = undefined;
      const middle = window.screenX + window.outerWidth / 2;
      // The frame moves under the pointer, so only screen coordinates tell how far it went.
      move({
        top: start.top + (last.screenY - start.y) / pageHeight(),
        side: last.screenX < middle ? 'left' : 'right',
      });
    };
    const onMove = (next: PointerEvent) => {
      // Let go outside the frame without a word to us.
      if (next.buttons === 0) return onEnd();
      last = next;
      moved ||= Math.hypot(next.screenX - start.x, next.screenY - start.y) >= DRAG_STARTS_PX;
      if (moved) timer ??= setTimeout(follow, TELL_EVERY_MS);
    };
    const onEnd = () => {
      grip.removeEventListener('pointermove', onMove);
      grip.removeEventListener('pointerup', onEnd);
      grip.removeEventListener('pointercancel', onEnd);
      if (!moved) return;
      follow();
      // The click that ends a drag must not press the button as well.
      grip.addEventListener('click', (click) => click.stopImmediatePropagation(), { once: true, capture: true });
    };
    grip.addEventListener('pointermove', onMove);
    grip.addEventListener('pointerup', onEnd);
    grip.addEventListener('pointercancel', onEnd);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const patches: Record<string, Partial<PanelPlacement>> = {
      ArrowUp: { top: now.current.top - STEP },
      ArrowDown: { top: now.current.top + STEP },
      ArrowLeft: { side: 'left' },
      ArrowRight: { side: 'right' },
    };
    const patch = patches[event.key];
    if (!patch || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move(patch);
  };

  return { placement, move, drag: { onPointerDown, onKeyDown } };
}

/** About what tabs and address bar take of a browser window, in px: a frame of another origin cannot ask. */
const BROWSER_HEAD_PX = 87;

function pageHeight(): number {
  return Math.max(200, window.outerHeight - BROWSER_HEAD_PX);
}

/** Where the frame really stands: a tall panel is pushed up by the window's foot, and a drag must start from there. */
function topOf(event: PointerEvent, kept: number): number {
  const seen = (event.screenY - event.clientY - window.screenY - BROWSER_HEAD_PX) / pageHeight();
  return Math.abs(seen - kept) < 0.03 ? kept : Math.min(LOWEST, Math.max(0, seen));
}
