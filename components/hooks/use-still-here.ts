/** Tells the background now and then that the person does something here, so that the lock does not close under their hands. */
import { useEffect } from 'preact/hooks';
import { askBackground } from './ask-background';

const EVERY_MS = 20_000;

export function useStillHere(enabled: boolean): void {
  useEffect(() => {
    if (!enabled) return;
    let told = -Infinity;
    let moved = false;
    const note = () => {
      moved = true;
      tell();
    };
    const tell = () => {
      if (!moved || performance.now() - told < EVERY_MS) return;
      told = performance.now();
      moved = false;
      void askBackground({ type: 'stillHere' });
    };
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const kind of kinds) document.addEventListener(kind, note, { passive: true });
    // Asking for the store makes the background look whether the time is over.
    const timer = setInterval(() => {
      if (moved) tell();
      else void askBackground({ type: 'getView', tabId: null });
    }, EVERY_MS);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, note);
      clearInterval(timer);
    };
  }, [enabled]);
}
