/** Saving records of the desk, and taking the last saving back: what was there before is saved again. */
import { useState } from 'preact/hooks';
import { type AnyDeskEntry, type AnyDeskRecord, onto } from '@/lib/model/desk';
import { useAction } from './use-actions';

/** One record to save, and what it was before; null for a new one. */
export interface DeskChange {
  entry: Omit<AnyDeskEntry, 'base'>;
  before: AnyDeskRecord | null;
}

export function useDesk() {
  const { run, status, clear } = useAction();
  const [last, setLast] = useState<AnyDeskEntry[] | null>(null);

  const save = async (changes: readonly DeskChange[]): Promise<boolean> => {
    const records = changes.map(({ entry, before }) => onto(entry, before));
    const reply = await run({ type: 'saveDesk', records });
    if (!reply.ok) return false;
    setLast(
      changes.map(({ entry, before }, index) => {
        const base = reply.value.changedAt[index] ?? null;
        const value = (before ?? entry).value;
        return { ...entry, value, base, removed: before === null || before.removedAt !== null } as AnyDeskEntry;
      }),
    );
    return true;
  };
  /** Takes back what was saved last from here. */
  const undo = async (): Promise<boolean> => {
    if (last === null) return false;
    const reply = await run({ type: 'saveDesk', records: last });
    if (reply.ok) setLast(null);
    return reply.ok;
  };
  return { save, undo: last === null ? null : undo, forgetUndo: () => setLast(null), status, clear };
}
