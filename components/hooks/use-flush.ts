/** Writes what is typed when the page is hidden, left or loses the focus, and holds a person back from losing what could not be written. */
import { useEffect, useRef } from 'preact/hooks';

export interface Flushing {
  /** True while something is on screen only. */
  unsaved: () => boolean;
  /** True when the last try to write failed. */
  failed: () => boolean;
  flush: () => void;
}

export function useFlush(of: Flushing): void {
  const latest = useRef(of);
  latest.current = of;
  useEffect(() => {
    const flush = () => {
      if (latest.current.unsaved()) latest.current.flush();
    };
    const hidden = () => {
      if (document.hidden) flush();
    };
    const leaving = (event: BeforeUnloadEvent) => {
      // Only what could not be saved holds a person back; anything else is on its way.
      if (latest.current.failed()) event.preventDefault();
      flush();
    };
    addEventListener('pagehide', flush);
    addEventListener('focusout', flush);
    addEventListener('beforeunload', leaving);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      removeEventListener('pagehide', flush);
      removeEventListener('focusout', flush);
      removeEventListener('beforeunload', leaving);
      document.removeEventListener('visibilitychange', hidden);
      flush();
    };
  }, []);
}
