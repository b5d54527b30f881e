/** The page's side of the desk worker: one call at a time per desk, cancelled by ending the worker. */
import workerAddress from './desk-worker?worker&url';
import type { DeskCall, DeskCalls, DeskFailure, FromDesk, ToDesk } from './desk-calls';

/** A call that failed; `failure` says why in data. */
export class DeskError extends Error {
  override name = 'DeskError';
  constructor(readonly failure: DeskFailure) {
    super(failure.kind === 'import' ? `${failure.total} problems in the list` : failure.detail);
  }
}

export interface Desk {
  /** Asks the worker. @throws DeskError, or the signal's reason when it was aborted */
  call<K extends DeskCall>(call: K, ask: DeskCalls[K]['ask'], signal?: AbortSignal): Promise<DeskCalls[K]['answer']>;
  destroy: () => void;
}

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
}

/** The part of Trusted Types used here; TypeScript's DOM types do not have it yet. */
interface TypesFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): unknown };
}

// Trusted Types: the only string this policy lets through is our own worker's address.
const policy = (globalThis as { trustedTypes?: TypesFactory }).trustedTypes?.createPolicy('sotay-worker', {
  createScriptURL: (address) => {
    if (address !== workerAddress) throw new TypeError('only the desk worker may be started');
    return address;
  },
});

/** Starts no worker before the first call. What the worker remembers (the last list) is gone after a cancel. */
export function createDesk(): Desk {
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
    // The DOM types do not know TrustedScriptURL as a worker address yet.
    const address = (policy ? policy.createScriptURL(workerAddress) : workerAddress) as string;
    const started = new Worker(address, { type: 'module', name: 'desk' });
    started.onmessage = (event: MessageEvent<FromDesk>) => {
      const told = event.data;
      const one = waiting.get(told.id);
      waiting.delete(told.id);
      if ('failure' in told) one?.reject(new DeskError(told.failure));
      else one?.resolve(told.answer);
    };
    started.onerror = (event) => {
      event.preventDefault();
      stop(new DeskError({ kind: 'failed', detail: event.message || 'the worker could not be started' }));
    };
    worker = started;
    return started;
  };

  return {
    call(call, ask, signal) {
      return new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        const id = (last += 1);
        const cancel = () => stop(signal?.reason);
        const settle = () => signal?.removeEventListener('abort', cancel);
        waiting.set(id, {
          resolve: (answer) => {
            settle();
            // The worker answers each call with the type DeskCalls states for it.
            resolve(answer as never);
          },
          reject: (error) => {
            settle();
            reject(error);
          },
        });
        signal?.addEventListener('abort', cancel, { once: true });
        const message = { id, call, ask } as ToDesk; // call and ask belong together by the signature
        start().postMessage(message, transferOf(ask));
      });
    },
    destroy: () => stop(new DOMException('the desk was closed', 'AbortError')),
  };
}

function transferOf(ask: DeskCalls[DeskCall]['ask']): Transferable[] {
  return 'input' in ask && 'bytes' in ask.input ? [ask.input.bytes] : [];
}
