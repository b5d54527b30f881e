/** The tally of the roster for a period, worked out by the desk worker again whenever the store or the choice changes. */
import { useEffect, useState } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import type { Desk } from '@/components/workers/desk';
import type { DeskCalls } from '@/components/workers/desk-calls';
import type { Period } from '@/lib/model/period';
import type { KnownTally, RankKey, RankMethod } from '@/lib/model/tally';
import { lastCommit } from '@/lib/tracker';

export interface TallyState {
  /** The same object as long as its figures are the same. */
  known: KnownTally | null;
  busy: boolean;
  failed: string | null;
}

interface Wanted {
  unit: string | null;
  label: string | null;
  period: Period | null;
  rankBy: RankKey;
  rankMethod: RankMethod;
  now: () => Date;
}

/** Before anything is known of the store. */
const NONE = -1;

/** Keeps the last tally on screen while the next one is worked out. */
export function useTally(
  desk: Desk,
  { unit, label, period, rankBy, rankMethod, now }: Wanted,
): TallyState & { commit: number } {
  const db = useDb();
  const [state, setState] = useState<TallyState>({ known: null, busy: true, failed: null });
  // The first tally does not wait for this: it tells how far the store had come, and is made again when that was less.
  const newest = useLiveQuery(() => lastCommit(db), [db], { everyMs: 600 }).value ?? NONE;
  const [at, setAt] = useState(NONE);
  const [due, setDue] = useState(NONE);
  useEffect(() => {
    if (at !== NONE && at < newest) setDue(newest);
  }, [at, newest]);
  const { from, to } = period ?? {};
  useEffect(() => {
    if (from === undefined || to === undefined) return;
    let live = true;
    setState((before) => ({ ...before, busy: true }));
    desk
      .call('tally', {
        database: db.name,
        key: db.key,
        unit,
        label,
        period: { from, to },
        rankBy,
        rankMethod,
        now: now().toISOString(),
      })
      .then(({ known, commit }) => {
        if (!live) return;
        setState((before) => ({
          known: isSame(before.known, known) ? before.known : known,
          busy: false,
          failed: null,
        }));
        setAt(commit);
      })
      .catch((error: unknown) => {
        if (!live) return;
        setState({ known: null, busy: false, failed: error instanceof Error ? error.message : String(error) });
        // Tried again with the next change of the store.
        setAt(newest === NONE ? 0 : newest);
      });
    return () => {
      live = false;
    };
  }, [desk, db, unit, label, from, to, rankBy, rankMethod, due]);
  return { ...state, commit: at };
}

/** Everything but the moment it was worked out. */
function isSame(a: KnownTally | null, b: KnownTally): boolean {
  const told = ({ tally, members }: KnownTally) => JSON.stringify([{ ...tally, generatedAt: '' }, members]);
  return a !== null && told(a) === told(b);
}

const COMPARE_AFTER_MS = 150;

export type Compared = DeskCalls['compare']['answer'];

/** Earlier periods beside a tally as of `commit`; null until they are worked out, or when they cannot be. */
export function useCompared(desk: Desk, unit: string | null, known: KnownTally, commit: number, now: () => Date) {
  const db = useDb();
  const [result, setResult] = useState<{ known: KnownTally; compared: Compared } | null>(null);
  useEffect(() => {
    let live = true;
    // Two tallies more: a person who goes on to the next period at once must not wait for them.
    const timer = setTimeout(() => {
      desk
        .call('compare', { database: db.name, key: db.key, unit, known, now: now().toISOString() })
        .then((compared) => live && setResult({ known, compared }))
        .catch(() => live && setResult(null));
    }, COMPARE_AFTER_MS);
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [desk, db, unit, known, commit]);
  // Its rows are those of its own tally: beside another one they would stand at other names.
  return result?.known === known ? result.compared : null;
}
