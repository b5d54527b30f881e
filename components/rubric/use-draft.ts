/** The draft of a form with its steps back, and the fields whose text is no value yet. */
import { useState } from 'preact/hooks';
import type { Rubric } from '@/lib/rubric';
import { change } from './draft';

export interface DraftEditing {
  draft: Rubric;
  /** Edits with the same key in a row (typing in one field) are one step. */
  edit: (key: string, edit: (copy: Rubric) => void) => void;
  undo: () => void;
  canUndo: boolean;
  /** Marks a field by its key. */
  mark: (key: string, wrong: boolean) => void;
  wrong: ReadonlySet<string>;
}

const STEPS = 100;

export function useDraft(rubric: Rubric): DraftEditing {
  const [state, setState] = useState<{ draft: Rubric; steps: { key: string; before: Rubric }[] }>({
    draft: rubric,
    steps: [],
  });
  const [wrong, setWrong] = useState<ReadonlySet<string>>(new Set());
  return {
    draft: state.draft,
    edit: (key, edit) =>
      setState(({ draft, steps }) => {
        const same = steps.at(-1)?.key === key;
        return {
          draft: change(draft, edit),
          steps: same ? steps : [...steps, { key, before: draft }].slice(-STEPS),
        };
      }),
    undo: () => setState(({ draft, steps }) => ({ draft: steps.at(-1)?.before ?? draft, steps: steps.slice(0, -1) })),
    canUndo: state.steps.length > 0,
    mark: (key, isWrong) =>
      setWrong((before) => {
        if (before.has(key) === isWrong) return before;
        const after = new Set(before);
        if (isWrong) after.add(key);
        else after.delete(key);
        return after;
      }),
    wrong,
  };
}
