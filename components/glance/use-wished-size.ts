/** Tells the page's side how large the overlay frame wishes to be: by shape and text size only; the window there caps it and the rest scrolls. */
import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * Fixed, whatever is shown: a page can feel out where our frame ends, and a height that followed the content would tell it
 * whether the total it shows is asked about, and so, by trying, the total kept.
 */
const SIZES = {
  tab: { width: 48, height: 48 },
  card: { width: 260, height: 400 },
  panel: { width: 340, height: 760 },
} as const;
const LARGE = 1.2;
/** A frame narrower than this was given no more room than the tab takes. */
const CRAMPED = 120;

/** Tab, card at rest, or everything. */
export type Shape = keyof typeof SIZES;
export interface WishedSize {
  width: number;
  height: number;
  /** Only what the person opened on purpose may stand over the site's controls. */
  yields: boolean;
}

export function useWishedSize(shape: Shape, large: boolean, onSize: (size: WishedSize) => void): void {
  const told = useRef('');
  const tell = useRef(onSize);
  tell.current = onSize;
  useEffect(() => {
    const scale = large ? LARGE : 1;
    const { width, height } = SIZES[shape];
    const size = { width: Math.round(width * scale), height: Math.round(height * scale), yields: shape !== 'panel' };
    const name = JSON.stringify(size);
    if (name === told.current) return;
    told.current = name;
    tell.current(size);
  }, [shape, large]);
}

/** True while the page's side gave this frame no more room than the tab takes. */
export function useCramped(): boolean {
  const [cramped, setCramped] = useState(false);
  useEffect(() => {
    const look = () => setCramped(window.innerWidth < CRAMPED);
    look();
    window.addEventListener('resize', look);
    return () => window.removeEventListener('resize', look);
  }, []);
  return cramped;
}
