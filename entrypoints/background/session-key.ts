/** The key of the rows while the store is unlocked: in memory only, gone when the browser closes. */
import { browser } from 'wxt/browser';
import { fromBase64, toBase64 } from '@/lib/lock';
import { SESSION_KEY } from '@/lib/protocol';

export const sessionKey = {
  async get(): Promise<Uint8Array | null> {
    const kept: unknown = (await browser.storage.session.get(SESSION_KEY))[SESSION_KEY];
    return typeof kept === 'string' ? fromBase64(kept) : null;
  },
  set: (key: Uint8Array | null): Promise<void> =>
    key === null
      ? browser.storage.session.remove(SESSION_KEY)
      : browser.storage.session.set({ [SESSION_KEY]: toBase64(key) }),
};
