/** Tells the page's side how large the overlay frame wishes to be; the window there caps it and the rest scrolls. */
import { type RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const WIDTHS = { tab: 48, card: 260, panel: 340 } as const;
const LARGE = 1.2;
/** A frame narrower than this was given no more room than the tab takes. */
const CRAMPED = 120;

/** Tab, card at rest, or everything. */
export type Shape = keyof typeof WIDTHS;
export interface WishedSize {
  width: number;
  height: number;
  /** Only what the person opened on purpose may stand over the site's controls. */
  yields: boolean;
}

export function useWishedSize(
  content: RefObject<HTMLElement | null>,
  shape: Shape,
  large: boolean,
  onSize: (size: WishedSize) => void,
): void {
  const told = useRef('');
  const tell = useRef(onSize);
  tell.current = onSize;
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    const measure = () => {
      // What is shown instead in a cramped frame tells nothing about the size wished for.
      if (shape === 'card' && window.innerWidth < CRAMPED) return;
      const width = Math.round(WIDTHS[shape] * (large ? LARGE : 1));
      const height = shape === 'tab' ? width : Math.ceil(element.getBoundingClientRect().height);
      const size = `${shape} ${width} ${height}`;
      if (size === told.current || height === 0) return;
      told.current = size;
      tell.current({ width, height, yields: shape !== 'panel' });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
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
