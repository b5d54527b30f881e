/** A keeper for one screen: opened when the stored records are there, told of every change, flushed when the page goes. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useFlush } from '@/components/hooks/use-flush';
import { type Json, mergeEdits } from '@/lib/meetings/merge';
import { type Change, createKeeper, type Kept, type Keeper, type KeeperState, type SaveReply } from './keeper';

type Records<T> = Record<string, T>;

interface Options<T> {
  /** Undefined while it is read for the first time. */
  stored: Record<string, Kept<T>> | undefined;
  save: (changes: Change<T>[]) => Promise<SaveReply>;
  load: () => Promise<Record<string, Kept<T>>>;
}

export interface Keeping<T> {
  /** Null until the records are there. */
  state: KeeperState<T> | null;
  change: (next: (draft: Records<T>) => Records<T>) => void;
  /** A deliberate step with a name, that can be taken back. */
  act: (label: string, next: (draft: Records<T>) => Records<T>) => void;
  /** Name of the last step that can be taken back. */
  undoable: string | null;
  undo: () => void;
  flush: () => void;
  clearConflicts: () => void;
}

interface Step<T> {
  label: string;
  before: Records<T>;
  after: Records<T>;
}

const MOST_STEPS = 50;

export function useKeeper<T extends Json>({ stored, save, load }: Options<T>): Keeping<T> {
  const [state, setState] = useState<KeeperState<T> | null>(null);
  const [steps, setSteps] = useState<Step<T>[]>([]);
  const port = useRef({ save, load });
  port.current = { save, load };
  const keeper = useRef<Keeper<T> | null>(null);
  if (keeper.current === null && stored !== undefined) {
    keeper.current = createKeeper<T>(
      stored,
      {
        save: (changes) => port.current.save(changes),
        load: () => port.current.load(),
        later: (run, ms) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
        now: () => performance.now(),
      },
      setState,
    );
  }
  useEffect(() => {
    if (stored !== undefined) keeper.current?.receive(stored);
  }, [stored]);
  useFlush({
    unsaved: () => keeper.current?.unsaved() === true,
    failed: () => keeper.current?.state().status === 'failed',
    flush: () => void keeper.current?.flush(),
  });
  const fixed = useMemo(
    () => ({
      change: (next: (draft: Records<T>) => Records<T>) => keeper.current?.change(next),
      act: (label: string, next: (draft: Records<T>) => Records<T>) => {
        const before = keeper.current?.state().draft;
        keeper.current?.change(next);
        const after = keeper.current?.state().draft;
        if (before === undefined || after === undefined || before === after) return;
        setSteps((all) => [...all.slice(1 - MOST_STEPS), { label, before, after }]);
      },
      flush: () => void keeper.current?.flush(),
      clearConflicts: () => keeper.current?.clearConflicts(),
    }),
    [],
  );
  const last = steps.at(-1);
  return {
    ...fixed,
    state: state ?? keeper.current?.state() ?? null,
    undoable: last?.label ?? null,
    undo: () => {
      if (last === undefined) return;
      setSteps((all) => all.slice(0, -1));
      // Only what the step did is taken back; what was typed since stays.
      keeper.current?.change((draft) => takeBack(draft, last));
    },
  };
}

function takeBack<T extends Json>(draft: Records<T>, { before, after }: Step<T>): Records<T> {
  const next = { ...draft };
  for (const id of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const was: T | undefined = before[id];
    const became: T | undefined = after[id];
    const now: T | undefined = draft[id];
    if (was === became) continue;
    if (was === undefined) delete next[id];
    else if (now === undefined || became === undefined) next[id] = was;
    // What was typed since stands where both touch one place.
    else next[id] = mergeEdits<T>(became, was, now, 'theirs').value;
  }
  return next;
}
