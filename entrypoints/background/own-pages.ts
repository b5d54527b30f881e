/** What the background tells all our own pages, and the update that waits for a quiet moment. */
import { browser } from 'wxt/browser';
import type { BackgroundToOwnPages } from '@/lib/protocol';

/** Nobody listening is no error. */
export function tellOwnPages(message: BackgroundToOwnPages): void {
  browser.runtime.sendMessage(message).catch(() => {});
}

let waits = false;

/** While a listener is there the browser does not install an update under open pages: what is typed in them is not lost. */
export const updates = {
  listen() {
    browser.runtime.onUpdateAvailable.addListener(() => {
      waits = true;
      tellOwnPages({ type: 'updateWaits' });
    });
  },
  /** Asked by pages opened later; after the worker slept the browser tells it anew. */
  waiting: () => waits,
};
