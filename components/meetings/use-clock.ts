/** The present moment, asked again as time goes by; nothing runs while the page is hidden. */
import { useEffect, useState } from 'preact/hooks';

export function useClock(now: () => Date, everyMs: number, running = true): Date {
  const [at, setAt] = useState(now);
  useEffect(() => {
    if (!running) return;
    const tick = () => {
      if (!document.hidden) setAt(now());
    };
    tick();
    const timer = setInterval(tick, everyMs);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [everyMs, running]);
  return at;
}
