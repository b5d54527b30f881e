/** Keeps what is being typed: saves after a pause, holds on to what could not be saved, and joins what another window wrote. No DOM. */
import { type Json, mergeEdits } from '@/lib/meetings/merge';
import type { ErrorCode } from '@/lib/protocol';

/** One record as stored; `version` names the state a change is made on, null for a record that is not stored yet. */
export interface Kept<T> {
  value: T;
  version: string | null;
  removed: boolean;
}
type Shelf<T> = Record<string, Kept<T>>;

export interface Change<T> {
  id: string;
  value: T;
  /** To be put aside. */
  removed: boolean;
  version: string | null;
}

export type SaveReply = { ok: true; versions: string[] } | { ok: false; code: ErrorCode };

export interface KeeperPort<T> {
  /** All or none; the versions come back in the same order. */
  save(changes: Change<T>[]): Promise<SaveReply>;
  /** What is stored now, asked after a conflict. */
  load(): Promise<Shelf<T>>;
  /** Calls back later; returns what takes that back. */
  later(run: () => void, ms: number): () => void;
  now(): number;
}

export interface Conflict {
  id: string;
  path: string;
  mine: Json;
  theirs: Json;
}

export interface KeeperState<T> {
  draft: Record<string, T>;
  status: 'saved' | 'waiting' | 'saving' | 'failed';
  code: ErrorCode | null;
  /** Places that this window and another both changed: mine stands, theirs is told here. */
  conflicts: Conflict[];
}

export interface Keeper<T> {
  state(): KeeperState<T>;
  /** Takes one change of the person; it is on screen at once and saved after a pause. */
  change(next: (draft: Record<string, T>) => Record<string, T>): void;
  /** Saves at once what is not saved yet. */
  flush(): Promise<void>;
  /** Hears what is stored now: what this window did not change is taken over. */
  receive(stored: Shelf<T>): void;
  /** Every conflict was looked at. */
  clearConflicts(): void;
  /** True while something is on screen only. */
  unsaved(): boolean;
}

/** Saved after so long without a change, and after so long even when the typing never pauses. */
export const PAUSE_MS = 400;
const LONGEST_MS = 1_500;
const MOST_CONFLICTS = 20;
const TRIES = 3;

export function createKeeper<T extends Json>(
  stored: Shelf<T>,
  port: KeeperPort<T>,
  onChange: (state: KeeperState<T>) => void,
): Keeper<T> {
  let base = stored;
  const alive = Object.entries(stored).filter(([, { removed }]) => !removed);
  let state: KeeperState<T> = {
    draft: Object.fromEntries(alive.map(([id, { value }]) => [id, value])),
    status: 'saved',
    code: null,
    conflicts: [],
  };
  let waitingSince: number | null = null;
  let cancel: (() => void) | null = null;
  let saving: Promise<void> | null = null;
  // What another window wrote while a save was under way.
  let heard: Shelf<T> | null = null;

  const set = (change: Partial<KeeperState<T>>) => {
    state = { ...state, ...change };
    onChange(state);
  };
  const schedule = (ms: number) => {
    cancel?.();
    cancel = port.later(() => {
      cancel = null;
      void flush();
    }, ms);
  };

  async function flush(): Promise<void> {
    cancel?.();
    cancel = null;
    if (saving !== null) await saving;
    saving ??= save(TRIES).finally(() => {
      saving = null;
    });
    await saving;
  }

  async function save(tries: number): Promise<void> {
    const changes = changesOf(state.draft, base);
    waitingSince = null;
    if (changes.length === 0) return set({ status: 'saved', code: null });
    if (state.status !== 'failed') set({ status: 'saving' });
    const reply = await port.save(changes);
    if (!reply.ok) {
      if (tries === 0 || (reply.code !== 'conflict' && reply.code !== 'notFound')) {
        return set({ status: 'failed', code: reply.code });
      }
      join(await port.load());
      return save(tries - 1);
    }
    base = { ...base };
    changes.forEach(({ id, value, removed }, index) => {
      base[id] = { value, removed, version: reply.versions[index] ?? null };
    });
    const news = heard;
    heard = null;
    if (news !== null) join(news);
    const left = changesOf(state.draft, base).length > 0;
    set({ status: left ? 'waiting' : 'saved', code: null });
    if (left && cancel === null) schedule(PAUSE_MS);
  }

  function join(news: Shelf<T>): void {
    const joined = joinShelves(state.draft, base, news);
    base = joined.base;
    if (joined.draft === state.draft && joined.conflicts.length === 0) return;
    set({ draft: joined.draft, conflicts: [...state.conflicts, ...joined.conflicts].slice(-MOST_CONFLICTS) });
  }

  return {
    state: () => state,
    change: (next) => {
      const draft = next(state.draft);
      if (draft === state.draft) return;
      // A failed save keeps saying so until one succeeds.
      set({ draft, status: state.status === 'failed' ? 'failed' : 'waiting' });
      waitingSince ??= port.now();
      schedule(Math.min(PAUSE_MS, Math.max(0, LONGEST_MS - (port.now() - waitingSince))));
    },
    flush,
    receive: (news) => {
      if (saving !== null) heard = news;
      else join(news);
    },
    clearConflicts: () => set({ conflicts: [] }),
    unsaved: () => saving !== null || changesOf(state.draft, base).length > 0,
  };
}

function changesOf<T>(draft: Record<string, T>, base: Shelf<T>): Change<T>[] {
  const found: Change<T>[] = [];
  for (const [id, value] of Object.entries(draft)) {
    const before = base[id];
    if (before === undefined || before.removed || before.value !== value) {
      found.push({ id, value, removed: false, version: before?.version ?? null });
    }
  }
  for (const [id, { value, version, removed }] of Object.entries(base)) {
    if (draft[id] === undefined && !removed) found.push({ id, value, removed: true, version });
  }
  return found;
}

function joinShelves<T extends Json>(mineAll: Record<string, T>, before: Shelf<T>, news: Shelf<T>) {
  let draft = mineAll;
  const base = { ...before };
  const conflicts: Conflict[] = [];
  const put = (id: string, value: T | null) => {
    draft = { ...draft };
    if (value === null) delete draft[id];
    else draft[id] = value;
  };
  for (const [id, theirs] of Object.entries(news)) {
    const known = base[id];
    // The news may be older than what this window saved itself.
    if (known !== undefined && (known.version ?? '') >= (theirs.version ?? '')) continue;
    base[id] = theirs;
    const mine = draft[id];
    if (theirs.removed) {
      // Put aside elsewhere: it goes here too, unless it was changed here meanwhile.
      if (mine !== undefined && mine === known?.value) put(id, null);
    } else if (mine === undefined) put(id, theirs.value);
    else {
      const merged = mergeEdits(known?.value ?? theirs.value, mine, theirs.value);
      put(id, merged.value);
      conflicts.push(...merged.conflicts.map((conflict) => ({ id, ...conflict })));
    }
  }
  return { draft, base, conflicts };
}
