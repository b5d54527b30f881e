/** What stands further down a long page: drawn right after the first picture of it, so that nobody waits for it above. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** `now` draws it at once, for paper. */
export function Below({ now = false, children }: { now?: boolean; children: ComponentChildren }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => setDue(true))));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return due || now ? <>{children}</> : null;
}
