/** The page's side of a worker: questions and answers by number, progress in between, cancelled by ending the worker. */
import { type WorkerName, startWorker } from './worker-addresses';

export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** From 0 to 1, where the call tells how far it is. */
  onProgress?: ((fraction: number) => void) | undefined;
}

export interface WorkerClient<Calls> {
  /** Asks the worker. @throws the worker's own error, or the signal's reason when it was aborted */
  call<K extends keyof Calls & string>(
    call: K,
    ask: Calls[K] extends { ask: infer Ask } ? Ask : never,
    options?: CallOptions,
  ): Promise<Calls[K] extends { answer: infer Answer } ? Answer : never>;
  destroy: () => void;
}

/** What a worker sends: the answer, the failure, or how far it is. */
export type FromWorker<Failure> =
  { id: number; answer: unknown } | { id: number; failure: Failure } | { id: number; progress: number };

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
  onProgress: ((fraction: number) => void) | undefined;
}

export interface ClientOptions<Failure> {
  name: WorkerName;
  toError: (failure: Failure) => Error;
  /** The failure of a worker that could not be started or broke. */
  broken: (detail: string) => Failure;
  transferOf?: (ask: unknown) => Transferable[];
}

/** Starts no worker before the first call. What the worker remembers is gone after a cancel. */
export function createWorkerClient<Calls, Failure>(options: ClientOptions<Failure>): WorkerClient<Calls> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;

  const stop = (reason: unknown) => {
    worker?.terminate();
    worker = null;
    const all = [...waiting.values()];
    waiting.clear();
    for (const one of all) one.reject(reason);
  };
  const start = () => {
    if (worker) return worker;
    const started = startWorker(options.name);
    started.onmessage = (event: MessageEvent<FromWorker<Failure>>) => {
      const told = event.data;
      const one = waiting.get(told.id);
      if ('progress' in told) return one?.onProgress?.(told.progress);
      waiting.delete(told.id);
      if ('failure' in told) one?.reject(options.toError(told.failure));
      else one?.resolve(told.answer);
    };
    started.onerror = (event) => {
      event.preventDefault();
      stop(options.toError(options.broken(event.message || 'the worker could not be started')));
    };
    worker = started;
    return started;
  };

  return {
    call(call, ask, { signal, onProgress } = {}) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const id = (last += 1);
        const cancel = () => stop(signal?.reason);
        const settle = () => signal?.removeEventListener('abort', cancel);
        waiting.set(id, {
          onProgress,
          resolve: (answer) => {
            settle();
            // The worker answers each call with the type its table states for it.
            resolve(answer as never);
          },
          reject: (error) => {
            settle();
            reject(error);
          },
        });
        signal?.addEventListener('abort', cancel, { once: true });
        start().postMessage({ id, call, ask }, options.transferOf?.(ask) ?? []);
      });
    },
    destroy: () => stop(new DOMException('the worker was closed', 'AbortError')),
  };
}
