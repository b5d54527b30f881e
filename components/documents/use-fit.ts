/** Makes a sheet as wide as the frame it lies in has room for, never larger than life and never too small to make out. */
import { useLayoutEffect, useRef } from 'preact/hooks';

const SMALLEST = 0.55;

/** Ref of the frame; sets `--fit` on it, which `.sheet` is scaled by on screen. */
export function useFit(widthMm: number) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const frame = ref.current;
    if (frame === null) return;
    const fit = () => {
      const style = getComputedStyle(frame);
      const room = frame.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      const width = (widthMm * 96) / 25.4;
      frame.style.setProperty('--fit', String(Math.max(SMALLEST, Math.min(1, room / width))));
    };
    let waiting = 0;
    // A frame later: scaling at once would change what is being observed.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(fit);
    });
    observer.observe(frame);
    fit();
    return () => {
      cancelAnimationFrame(waiting);
      observer.disconnect();
    };
  }, [widthMm]);
  return ref;
}
