/** Whether something was really painted, whole, for a while, and whether a press on it was the person's own. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** `hidden`: out of sight so long that the person is told why nothing can be pressed. */
export type Sight = 'seen' | 'waiting' | 'hidden';

/** Part of the platform not yet in TypeScript: whether the element is really painted, not covered, faded or distorted. */
type SeenEntry = IntersectionObserverEntry & { isVisible?: boolean };
const REALLY_SEEN: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
  // A part of a pixel may be lost to rounding.
  threshold: [0, 0.95],
  trackVisibility: true,
  delay: 100,
};
const EXPLAIN_AFTER_MS = 1_500;

/**
 * `seen` once all targets were in view, uncovered and in a visible document for `ms` without a break; `hidden` when they have
 * not been for a while. A page can lay things over our frame or fade it, and so lend a number or a button a false meaning.
 */
export function useReallySeen(targets: readonly RefObject<HTMLElement | null>[], ms: number, anew: string): Sight {
  const [sight, setSight] = useState<Sight>('waiting');
  useEffect(() => {
    setSight('waiting');
    const elements = targets.flatMap(({ current }) => (current === null ? [] : [current]));
    const inView = new Set<Element>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () => {
      clearTimeout(timer);
      if (elements.length > 0 && inView.size === elements.length && document.visibilityState === 'visible') {
        timer = setTimeout(() => setSight('seen'), ms);
      } else {
        setSight((before) => (before === 'hidden' ? before : 'waiting'));
        timer = setTimeout(() => setSight('hidden'), EXPLAIN_AFTER_MS);
      }
    };
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        // A browser without this check leaves it undefined; there the view alone has to do.
        const seen = (entry as SeenEntry).isVisible !== false && entry.intersectionRatio >= 0.95;
        if (seen) inView.add(entry.target);
        else inView.delete(entry.target);
      }
      check();
    }, REALLY_SEEN);
    for (const element of elements) observer.observe(element);
    document.addEventListener('visibilitychange', check);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', check);
    };
    // The targets are the same elements as long as the same question stands.
  }, [ms, anew]);
  return sight;
}

/** Where the frame stands on the screen, as pointer events tell: their place on the screen less their place in the frame. */
interface Stand {
  x: number;
  y: number;
  since: number;
  last: number;
}
/** Coordinates are rounded on zoomed screens. */
const SAME_PX = 4;
/** A frame taken from under the pointer hears nothing of it: after so long a silence nobody knows where the pointer was. */
const SILENCE_MS = 3_000;

/**
 * Says of a press whether the pointer was over the frame, and the frame in its place, for `ms` before it: a page can slide
 * the frame under a pointer that is just about to click on something else. The keyboard, which a page cannot steer, needs no
 * such proof; a finger comes from nowhere and can give none.
 */
export function useSteadyFrame(ms: number): (press: MouseEvent) => boolean {
  const [steady] = useState(createSteadiness);
  useEffect(() => {
    const { look } = steady;
    document.addEventListener('pointermove', look, true);
    return () => document.removeEventListener('pointermove', look, true);
  }, [steady]);
  return (press) => {
    // A page of our own: nobody can move it.
    if (window.parent === window) return true;
    // A click without a pointer comes from the keyboard or an aid such as a screen reader.
    if (press.detail === 0) return true;
    // Click is a pointer event in Chromium; elsewhere it says nothing of what pressed.
    if ('pointerType' in press && press.pointerType === 'touch') return true;
    return steady.look(press) >= ms;
  };
}

function createSteadiness(): { look: (event: MouseEvent) => number } {
  let stand: Stand | null = null;
  return {
    /** For how long, in ms, the frame has stood where it stands now. */
    look({ screenX, screenY, clientX, clientY, timeStamp: now }) {
      const x = screenX - clientX;
      const y = screenY - clientY;
      const same =
        stand !== null &&
        Math.abs(stand.x - x) <= SAME_PX &&
        Math.abs(stand.y - y) <= SAME_PX &&
        now - stand.last <= SILENCE_MS;
      const since: number = same && stand !== null ? stand.since : now;
      stand = { x, y, since, last: now };
      return now - since;
    },
  };
}
