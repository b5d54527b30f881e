/** The lock: switched on and off, opened, closed by hand or when the person has gone. */
import { fromBase64, isKeyOf } from '@/lib/lock';
import type { LockRecord } from '@/lib/model/lock';
import type { OwnPageToBackground, Reply } from '@/lib/protocol';
import { getSettings } from '@/lib/tracker';
import { sealDump, unsealDump } from '@/lib/tracker/seal-dump';
import { rewrapLock } from '@/lib/tracker/write-lock';
import { idle } from './idle';
import { keepLook } from './look';
import { sessionKey } from './session-key';
import type { Store } from './store';

export type LockMessage = Extract<
  OwnPageToBackground,
  { type: 'getLock' | 'unlock' | 'lockNow' | 'switchLock' | 'rewrapLock' | 'stillHere' }
>;

export interface Lock {
  onMessage(message: LockMessage): Promise<Reply<LockRecord | null>>;
  /** True while the store is locked; locks it first when the person has been away too long. */
  isLocked(): Promise<boolean>;
  /** Locks now; a store without a lock is left alone. */
  close(): Promise<void>;
  /** After settings changed, and when the worker starts: how long to wait, and how to look meanwhile. */
  follow(): Promise<void>;
}

export interface LockEvents {
  /** About to lock: our own pages let go of what they show. */
  closing: () => void;
  closed: () => Promise<void>;
  opened: () => Promise<void>;
}

export function createLock(store: Store, { closing, closed, opened }: LockEvents): Lock {
  const done = { ok: true, value: null } as const;
  const wrong = { ok: false, code: 'invalid', detail: 'not the key of this store' } as const;

  const close = async () => {
    const { state } = await store.lock();
    if (state !== 'unlocked') return;
    await sessionKey.set(null);
    closing();
    await idle.expect(null);
    // Closed and opened anew: what was open had the key.
    await store.change(() => Promise.resolve());
    // Not awaited: a tab whose message led here is told only when its turn is over.
    void closed();
  };
  const follow = async () => {
    const { state } = await store.lock();
    if (state === 'locked') return idle.expect(null);
    const settings = await getSettings(await store.db());
    await keepLook(settings);
    await idle.expect(state === 'unlocked' ? settings.lockAfterMinutes : null);
  };
  const unlock = async (key: Uint8Array): Promise<Reply> => {
    const { record } = await store.lock();
    if (record === null || !isKeyOf(record, key)) return wrong;
    await sessionKey.set(key);
    await store.change(() => Promise.resolve());
    await follow();
    await opened();
    return done;
  };
  /** Everything is sealed (opened) into a new database; nothing older stays. Cut short, the old or the new state stands whole. */
  const change = async (to: { record: LockRecord; key: Uint8Array } | null): Promise<Reply> => {
    const { state } = await store.lock();
    if (state === 'locked') return { ok: false, code: 'locked', detail: 'unlock first' };
    if (to !== null && !isKeyOf(to.record, to.key)) return wrong;
    const before = await sessionKey.get();
    if (state === 'off' && to === null) return done;
    if (state === 'unlocked' && before === null) return { ok: false, code: 'locked', detail: 'unlock first' };
    await store.change(async (guard, stores, database) => {
      const dump = await stores.dump(database);
      const open = state === 'unlocked' && before !== null ? unsealDump(dump, before) : dump;
      await guard.replace(to === null ? open : sealDump(open, to.key, to.record), { forget: true });
      await sessionKey.set(to?.key ?? null);
    });
    await follow();
    return done;
  };
  return {
    close,
    follow,
    async isLocked() {
      const { state } = await store.lock();
      if (state !== 'unlocked') return state === 'locked';
      if (!(await idle.isOver())) return false;
      await close();
      return true;
    },
    async onMessage(message) {
      switch (message.type) {
        case 'getLock':
          return { ok: true, value: (await store.lock()).record };
        case 'unlock':
          return unlock(fromBase64(message.key));
        case 'lockNow':
          await close();
          return done;
        case 'switchLock':
          return change(message.to && { record: message.to.record, key: fromBase64(message.to.key) });
        case 'rewrapLock': {
          const reply = await rewrapLock(await store.db(), message.record, new Date());
          // The record is read again.
          if (reply.ok) await store.change(() => Promise.resolve());
          return reply;
        }
        case 'stillHere':
          await idle.stillHere();
          return done;
      }
    },
  };
}
