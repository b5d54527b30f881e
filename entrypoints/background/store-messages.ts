/** What our own pages ask of the store itself: how it is, and which copy it is to go back to. */
import { browser } from 'wxt/browser';
import type { Reply } from '@/lib/protocol';
import type { OwnPageMessage } from './messages';
import { updates } from './own-pages';
import type { Store } from './store';

export type StoreMessage = Extract<
  OwnPageMessage,
  { type: 'getStore' | 'acknowledgeRecovery' | 'takeSnapshot' | 'restoreSnapshot' | 'startEmpty' | 'updateNow' }
>;

/** Never throws: what fails is told as `storage`. */
export async function answerStore(store: Store, message: StoreMessage): Promise<Reply<unknown>> {
  try {
    switch (message.type) {
      case 'getStore':
        return { ok: true, value: { ...(await store.info()), updateWaits: updates.waiting() } };
      case 'acknowledgeRecovery':
        await store.guard.acknowledge();
        return { ok: true, value: null };
      case 'takeSnapshot':
        await store.protect();
        return { ok: true, value: null };
      case 'restoreSnapshot':
        await store.change((guard) => guard.restore(message.name));
        return { ok: true, value: null };
      case 'startEmpty':
        await store.change((guard) => guard.startEmpty());
        return { ok: true, value: null };
      case 'updateNow':
        browser.runtime.reload();
        return { ok: true, value: null };
    }
  } catch (error) {
    return { ok: false, code: 'storage', detail: error instanceof Error ? error.message : 'unknown' };
  }
}
