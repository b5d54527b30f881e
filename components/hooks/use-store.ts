/** How the store of this page is, as the background tells it; null where there is no background (tests, plain pages). */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { StoreInfo } from '@/lib/protocol';

export interface StoreView {
  info: StoreInfo;
  /** Asks the background again. */
  refresh: () => void;
}

export const StoreContext = createContext<StoreView | null>(null);

export function useStore(): StoreView | null {
  return useContext(StoreContext);
}
