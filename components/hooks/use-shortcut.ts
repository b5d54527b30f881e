/** A key of this page while the component is there; typing in a field is left alone, except for Escape. */
import { useEffect, useRef } from 'preact/hooks';

/** `key` as in `KeyboardEvent.key`, without Ctrl, Alt or Meta. Return false from `run` to let the key pass. */
export function useShortcut(key: string, run: (event: KeyboardEvent) => boolean | void, enabled = true): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!enabled) return;
    const onKey = (event: KeyboardEvent) => {
      // A letter is the same key with capitals locked.
      const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if (pressed !== key || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.isComposing || (key !== 'Escape' && isTyping(event.target))) return;
      if (latest.current(event) !== false) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [key, enabled]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null;
}
