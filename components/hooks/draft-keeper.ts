/** Keeps what is typed into forms that are not saved yet: in memory at once, in the store after a pause. No DOM. */
import { type DraftEntry, MOST_IN_DRAFT } from '@/lib/model/draft';
import type { ErrorCode, Reply } from '@/lib/protocol';

/** What waits to be written; a null text throws the draft away. */
export interface Waiting {
  memberId: string | null;
  text: string | null;
  /** ISO instant of the last keystroke. */
  at: string;
  /** Why it could not be written. */
  failed: ErrorCode | null;
}

export interface DraftPort {
  save(draft: DraftEntry): Promise<Reply>;
  drop(key: string): Promise<Reply>;
  /** Calls back later; returns what takes that back. */
  later(run: () => void, ms: number): () => void;
  now(): Date;
}

export interface DraftKeeper {
  /** What is not written yet: it goes before what the store holds. */
  waiting(key: string): Waiting | undefined;
  /** The last text of a form, or null when there is nothing to keep any more. */
  put(key: string, memberId: string | null, text: string | null): void;
  flush(): Promise<void>;
  /** True while something is in memory only; `failed` of them could not be written. */
  unsaved(): { any: boolean; failed: boolean };
  /** Hears whenever something was put, written or refused; returns what ends it. */
  listen(hear: () => void): () => void;
}

const PAUSE_MS = 400;
/** Written after so long even when the typing never pauses. */
const LONGEST_MS = 1_500;

export function createDraftKeeper(port: DraftPort): DraftKeeper {
  const waiting = new Map<string, Waiting>();
  const ears = new Set<() => void>();
  let since: number | null = null;
  let cancel: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();
  const tell = () => ears.forEach((hear) => hear());

  const write = async (key: string, entry: Waiting): Promise<void> => {
    const { memberId, text } = entry;
    const tooLarge = text !== null && text.length > MOST_IN_DRAFT;
    const reply: Reply = tooLarge
      ? { ok: false, code: 'tooLarge', detail: 'the draft is too long to be kept' }
      : await (text === null ? port.drop(key) : port.save({ key, memberId, text }));
    // What was typed meanwhile is written next.
    if (waiting.get(key) !== entry) return;
    if (reply.ok) waiting.delete(key);
    else waiting.set(key, { ...entry, failed: reply.code });
  };
  const flush = (): Promise<void> => {
    cancel?.();
    cancel = null;
    since = null;
    // One after the other: an older text must never come to lie over a newer one.
    writing = writing.then(async () => {
      for (const [key, entry] of [...waiting]) await write(key, entry);
      tell();
    });
    return writing;
  };

  return {
    waiting: (key) => waiting.get(key),
    put: (key, memberId, text) => {
      const failed = waiting.get(key)?.failed ?? null;
      const at = port.now();
      waiting.set(key, { memberId, text, at: at.toISOString(), failed });
      since ??= at.getTime();
      cancel?.();
      const wait = Math.min(PAUSE_MS, Math.max(0, LONGEST_MS - (at.getTime() - since)));
      cancel = port.later(() => void flush(), wait);
      tell();
    },
    flush,
    unsaved: () => ({
      any: waiting.size > 0,
      failed: [...waiting.values()].some(({ failed, text }) => failed !== null && text !== null),
    }),
    listen: (hear) => {
      ears.add(hear);
      return () => void ears.delete(hear);
    },
  };
}
