/** A live query that components asking the same question share: it is run once for all of them. */
import { useEffect, useState } from 'preact/hooks';
import { type LiveResult, watchQuery } from './use-live-query';

interface Shared<T> {
  result: LiveResult<T>;
  listeners: Set<(result: LiveResult<T>) => void>;
  stop: () => void;
}

// By what is asked (a store), so that nothing is kept of one that is gone.
const running = new WeakMap<object, Map<string, Shared<unknown>>>();

/**
 * `question` names the query: whoever asks `asked` the same one gets the same answers, the newest at once. It ends with the
 * last component that asks.
 */
export function useSharedQuery<T>(
  asked: object,
  question: string,
  query: () => Promise<T>,
  everyMs: number,
): LiveResult<T> {
  const [result, setResult] = useState<LiveResult<T>>(() => known<T>(asked, question)?.result ?? LOADING);
  useEffect(() => {
    const shared = known<T>(asked, question) ?? start(asked, question, query, everyMs);
    setResult((before) =>
      shared.result.state === 'loading' ? { state: 'loading', value: before.value, error: null } : shared.result,
    );
    shared.listeners.add(setResult);
    return () => {
      shared.listeners.delete(setResult);
      if (shared.listeners.size > 0) return;
      shared.stop();
      running.get(asked)?.delete(question);
    };
    // Whoever asks the same question has the same query.
  }, [asked, question, everyMs]);
  return result;
}

const LOADING = { state: 'loading', value: undefined, error: null } as const;

function known<T>(asked: object, question: string): Shared<T> | undefined {
  // Only `start` puts anything in, and a question always has answers of one type.
  return running.get(asked)?.get(question) as Shared<T> | undefined;
}

function start<T>(asked: object, question: string, query: () => Promise<T>, everyMs: number): Shared<T> {
  const shared: Shared<T> = { result: LOADING, listeners: new Set(), stop: () => {} };
  const tell = (result: LiveResult<T>) => {
    shared.result = result;
    for (const listener of shared.listeners) listener(result);
  };
  const watch = () => {
    shared.stop = watchQuery(query, everyMs, {
      next: (value) => tell({ state: 'ready', value, error: null }),
      failed: (error) => {
        const retry = () => {
          shared.stop();
          tell({ state: 'loading', value: shared.result.value, error: null });
          watch();
        };
        tell({ state: 'failed', value: shared.result.value, error, retry });
      },
    });
  };
  watch();
  const questions = running.get(asked) ?? new Map<string, Shared<unknown>>();
  running.set(asked, questions);
  // Taken out again under the same type by `known`.
  questions.set(question, shared as unknown as Shared<unknown>);
  return shared;
}
