/** The panel makes room while a person points, and comes back as large as it last wished to be. */
import { tell } from './tabs';

interface Wish {
  width: number;
  height: number;
  yields: boolean;
}

/** A panel that has not told its size since the worker slept: as it stands at first. */
const CARD: Wish = { width: 260, height: 400, yields: true };
const AWAY: Wish = { width: 0, height: 0, yields: false };

export function createPanelAside() {
  const wishes = new Map<number, Wish>();
  const away = new Set<number>();
  return {
    async wish(tabId: number, wish: Wish): Promise<void> {
      wishes.set(tabId, wish);
      if (!away.has(tabId)) await tell(tabId, { type: 'resizePanel', ...wish });
    },
    set(tabId: number, aside: boolean): void {
      if (aside) away.add(tabId);
      else away.delete(tabId);
      void tell(tabId, { type: 'resizePanel', ...(aside ? AWAY : (wishes.get(tabId) ?? CARD)) });
    },
    forget(tabId: number): void {
      wishes.delete(tabId);
      away.delete(tabId);
    },
  };
}
