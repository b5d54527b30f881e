/** The part of the window the bar leaves free. */
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export type Side = 'top' | 'bottom';

/** In px from the window's top. */
export interface Room {
  top: number;
  bottom: number;
}

export function useRoom(bar: RefObject<HTMLElement | null>, side: Side): Room {
  const [size, setSize] = useState({ bar: 0, window: innerHeight });
  useEffect(() => {
    const measure = () => setSize({ bar: bar.current?.getBoundingClientRect().height ?? 0, window: innerHeight });
    const observer = new ResizeObserver(measure);
    if (bar.current !== null) observer.observe(bar.current);
    addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      removeEventListener('resize', measure);
    };
  }, [bar]);
  return side === 'top' ? { top: size.bar, bottom: size.window } : { top: 0, bottom: size.window - size.bar };
}
