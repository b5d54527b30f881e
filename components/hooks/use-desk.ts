/** Saving records of the desk, and taking the last saving back: what was there before is saved again. */
import { useState } from 'preact/hooks';
import { type AnyDeskEntry, type AnyDeskRecord, onto } from '@/lib/model/desk';
import type { ErrorCode } from '@/lib/protocol';
import { useAction } from './use-actions';

/** One record to save, and what it was before; null for a new one. */
export interface DeskChange {
  entry: Omit<AnyDeskEntry, 'base'>;
  before: AnyDeskRecord | null;
}

export function useDesk() {
  const { run, status, clear } = useAction();
  const [last, setLast] = useState<AnyDeskEntry[] | null>(null);

  /** Null when all of it is kept, else why nothing is. */
  const trySave = async (changes: readonly DeskChange[]): Promise<ErrorCode | null> => {
    const records = changes.map(({ entry, before }) => onto(entry, before));
    const reply = await run({ type: 'saveDesk', records });
    if (!reply.ok) return reply.code;
    setLast(
      changes.map(({ entry, before }, index) => {
        const base = reply.value.changedAt[index] ?? null;
        const value = (before ?? entry).value;
        return { ...entry, value, base, removed: before === null || before.removedAt !== null } as AnyDeskEntry;
      }),
    );
    return null;
  };
  const save = async (changes: readonly DeskChange[]) => (await trySave(changes)) === null;
  /** Takes back what was saved last from here. */
  const undo = async (): Promise<boolean> => {
    if (last === null) return false;
    const reply = await run({ type: 'saveDesk', records: last });
    if (reply.ok) setLast(null);
    return reply.ok;
  };
  return { save, trySave, undo: last === null ? null : undo, forgetUndo: () => setLast(null), status, clear };
}
