/** Tells the page's side how large the overlay frame wishes to be; the window there caps it and the rest scrolls. */
import { type RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

const PANEL_WIDTH = 340;
const PANEL_WIDTH_LARGE = 400;
const TAB = 48;
const TAB_LARGE = 58;

export function useWishedSize(
  content: RefObject<HTMLElement | null>,
  shape: 'tab' | 'panel',
  large: boolean,
  onSize: (size: { width: number; height: number }) => void,
): void {
  const told = useRef('');
  const tell = useRef(onSize);
  tell.current = onSize;
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    const measure = () => {
      const tab = large ? TAB_LARGE : TAB;
      const width = shape === 'tab' ? tab : large ? PANEL_WIDTH_LARGE : PANEL_WIDTH;
      const height = shape === 'tab' ? tab : Math.ceil(element.getBoundingClientRect().height);
      const size = `${width} ${height}`;
      if (size === told.current || height === 0) return;
      told.current = size;
      tell.current({ width, height });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [shape, large]);
}
