/** A Dexie query that runs again when what it read has changed; bursts of changes are gathered. */
import Dexie, { liveQuery } from 'dexie';
import { useEffect, useRef, useState } from 'preact/hooks';

export type LiveResult<T> =
  | { state: 'loading'; value: T | undefined; error: null }
  | { state: 'ready'; value: T; error: null }
  /** `value` is what was shown before, if anything. */
  | { state: 'failed'; value: T | undefined; error: Error; retry: () => void };

export interface LiveOptions {
  /** Least time between two runs, in ms: an import of 100,000 rows must not re-read the table at every batch. */
  everyMs?: number;
  /** False holds the query (hidden tab, import under way) and keeps the last value. */
  enabled?: boolean;
}

/** The same outside a component: tells every value, or once that it failed; returns what ends it. */
export function watchQuery<T>(
  query: () => T | Promise<T>,
  everyMs: number,
  { next, failed }: { next: (value: T) => void; failed: (error: Error) => void },
): () => void {
  let last = -Infinity;
  const paced = () => {
    const wait = Math.max(0, last + everyMs - performance.now());
    // Dexie's own promise: its `then` keeps the zone in which the query's reads are noted.
    return new Dexie.Promise<void>((resolve) => {
      if (wait === 0) resolve();
      else setTimeout(resolve, wait);
    }).then(() => {
      last = performance.now();
      return query();
    });
  };
  const subscription = liveQuery<T>(paced).subscribe({
    next,
    error: (cause: unknown) => failed(cause instanceof Error ? cause : new Error(String(cause))),
  });
  return () => subscription.unsubscribe();
}

/**
 * Runs `query` now, whenever `inputs` change and whenever the rows it read change, at most every `everyMs` (default 120).
 * While a new run is under way the last value stays, so the screen never flickers.
 */
export function useLiveQuery<T>(
  query: () => T | Promise<T>,
  inputs: readonly unknown[],
  options: LiveOptions = {},
): LiveResult<T> {
  const { everyMs = 120, enabled = true } = options;
  const [result, setResult] = useState<LiveResult<T>>({ state: 'loading', value: undefined, error: null });
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(query);
  latest.current = query;

  useEffect(() => {
    if (!enabled) return;
    setResult((before) => ({ state: 'loading', value: before.value, error: null }));
    return watchQuery(() => latest.current(), everyMs, {
      next: (value) => setResult({ state: 'ready', value, error: null }),
      failed: (error) => {
        const retry = () => setAttempt((count) => count + 1);
        setResult((before) => ({ state: 'failed', value: before.value, error, retry }));
      },
    });
    // `query` is read through a ref: only `inputs` decide when to start anew.
  }, [...inputs, enabled, everyMs, attempt]);

  return result;
}
