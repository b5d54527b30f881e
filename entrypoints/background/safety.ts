/** The way back from a dangerous write: a snapshot before it, and going over to that snapshot while nothing came after. */
import type { Safety } from '@/lib/tracker/safety';
import type { Store } from './store';

export function createSafety(store: Pick<Store, 'guard' | 'change'>): Safety {
  return {
    snapshot: (reason) => store.guard.snapshot(reason),
    at: async () => (await store.guard.status()).seq,
    async restore(name, onlyIfSeq) {
      const { seq } = await store.guard.status();
      if (seq !== onlyIfSeq) return { ok: false, code: 'conflict', detail: `the store is at ${seq} meanwhile` };
      try {
        await store.change((guard) => guard.restore(name));
        return { ok: true, value: null };
      } catch (error) {
        return { ok: false, code: 'storage', detail: error instanceof Error ? error.message : 'unknown' };
      }
    },
  };
}
