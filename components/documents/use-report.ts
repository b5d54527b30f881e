/** Loads the input of a document for a period and makes the document from it; a later choice overtakes an earlier one. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import {
  type DocumentId,
  DocumentInputError,
  type DocumentInputs,
  type MadeDocument,
  makeFromUnknown,
} from '@/lib/documents';
import type { DocProfile } from '@/lib/model/doc-profile';
import type { Period } from '@/lib/model/period';

/** The input of a document, or in words why there is none yet and what to do. */
export type Loaded<Id extends DocumentId = DocumentId> = { input: DocumentInputs[Id] } | { none: string };
export type LoadInput = (id: DocumentId, period: Period, signal: AbortSignal) => Promise<Loaded>;

export type ReportState =
  | { kind: 'loading' }
  | { kind: 'none'; why: string }
  | { kind: 'failed'; detail: string }
  /** The input does not fit its document: a fault of ours, told with its places. */
  | { kind: 'refused'; issues: readonly string[] }
  | { kind: 'ready'; input: unknown; made: MadeDocument };

export function useReport(
  load: LoadInput,
  id: DocumentId,
  period: Period | null,
  profile: DocProfile,
  change: (input: object) => object,
): { state: ReportState; again: () => void } {
  const [loaded, setLoaded] = useState<{ key: string; result: Loaded | Error } | null>(null);
  const [round, setRound] = useState(0);
  const key = period === null ? '' : `${id} ${period.from} ${period.to} ${round}`;
  useEffect(() => {
    if (period === null) return;
    const stop = new AbortController();
    const keep = (result: Loaded | Error) => {
      if (!stop.signal.aborted) setLoaded({ key, result });
    };
    load(id, period, stop.signal).then(keep, (error: unknown) =>
      keep(error instanceof Error ? error : new Error(String(error))),
    );
    return () => stop.abort();
  }, [key, load]);

  const state = useMemo((): ReportState => {
    if (period === null || loaded === null || loaded.key !== key) return { kind: 'loading' };
    const { result } = loaded;
    if (result instanceof Error) return { kind: 'failed', detail: result.message };
    if ('none' in result) return { kind: 'none', why: result.none };
    const input = change(result.input);
    try {
      return { kind: 'ready', input, made: makeFromUnknown(id, input, profile) };
    } catch (error) {
      if (error instanceof DocumentInputError) return { kind: 'refused', issues: error.issues };
      throw error;
    }
  }, [loaded, key, id, profile, change]);
  return { state, again: () => setRound(round + 1) };
}
