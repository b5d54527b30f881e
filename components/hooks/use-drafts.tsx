/** The drafts of a page: one keeper for all its forms, above the views, so that going to another view loses nothing. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { getDraft } from '@/lib/tracker';
import { type DraftKeeper, createDraftKeeper } from './draft-keeper';
import { act } from './use-actions';
import { useDb } from './use-db';
import { useFlush } from './use-flush';

const DraftContext = createContext<DraftKeeper | null>(null);

function newKeeper(): DraftKeeper {
  return createDraftKeeper({
    save: (draft) => act({ type: 'saveDraft', draft }),
    drop: (key) => act({ type: 'dropDraft', key }),
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    now: () => new Date(),
  });
}

export function DraftProvider({ children }: { children: ComponentChildren }) {
  const [keeper] = useState(newKeeper);
  useFlush({
    unsaved: () => keeper.unsaved().any,
    failed: () => keeper.unsaved().failed,
    flush: () => void keeper.flush(),
  });
  return <DraftContext.Provider value={keeper}>{children}</DraftContext.Provider>;
}

export function useDraftKeeper(): DraftKeeper {
  const shared = useContext(DraftContext);
  // A form shown alone keeps its own.
  const [own] = useState(newKeeper);
  const keeper = shared ?? own;
  const [, hear] = useState(0);
  useEffect(() => keeper.listen(() => hear((count) => count + 1)), [keeper]);
  return keeper;
}

export interface FoundDraft {
  text: string;
  /** Instant of its last keystroke. */
  at: string;
}

/** The draft of a form as it is when the form is opened; undefined while it is looked for. */
export function useFoundDraft(key: string): FoundDraft | null | undefined {
  const db = useDb();
  const keeper = useDraftKeeper();
  const [found, setFound] = useState<{ key: string; draft: FoundDraft | null } | null>(null);
  useEffect(() => {
    let wanted = true;
    const give = (draft: FoundDraft | null) => {
      if (wanted) setFound({ key, draft });
    };
    const fromStore = () => {
      const waits = keeper.waiting(key);
      if (waits !== undefined) return give(waits.text === null ? null : { text: waits.text, at: waits.at });
      // A store that cannot be read says so elsewhere: the form must open.
      getDraft(db, key).then(give, () => give(null));
    };
    fromStore();
    return () => {
      wanted = false;
    };
  }, [db, keeper, key]);
  return found?.key === key ? found.draft : undefined;
}
