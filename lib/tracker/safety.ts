/** The net under a dangerous write: a snapshot before it, and the way back. Recovery provides it; writing only asks for it. */
import type { Reply } from '../protocol';

export type RiskyStep = 'beforeRestore' | 'beforeImport';

export interface Safety {
  /** Takes a snapshot of everything; its name, or null where none can be taken on this machine. @throws when taking it failed */
  snapshot(reason: RiskyStep): Promise<string | null>;
  /** Number of the last change. */
  at(): Promise<number>;
  /** Puts a snapshot back, only while the last change is still number `onlyIfSeq`; else `conflict`. */
  restore(name: string, onlyIfSeq: number): Promise<Reply>;
}

/** Where there is no recovery: nothing to go back to, and it says so. */
export const NO_SAFETY: Safety = {
  snapshot: () => Promise.resolve(null),
  at: () => Promise.resolve(0),
  restore: () => Promise.resolve({ ok: false, code: 'notFound', detail: 'no snapshots are kept here' }),
};
