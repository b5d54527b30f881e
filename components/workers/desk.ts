/** The page's side of the desk worker: one call at a time per desk, cancelled by ending the worker. */
import type { DeskCalls, DeskFailure } from './desk-calls';
import { type WorkerClient, createWorkerClient } from './worker-client';

/** A call that failed; `failure` says why in data. */
export class DeskError extends Error {
  override name = 'DeskError';
  constructor(readonly failure: DeskFailure) {
    super(failure.kind === 'import' ? `${failure.total} problems in the list` : failure.detail);
  }
}

export interface Desk {
  /** Asks the worker. @throws DeskError, or the signal's reason when it was aborted */
  call<K extends keyof DeskCalls>(
    call: K,
    ask: DeskCalls[K]['ask'],
    signal?: AbortSignal,
  ): Promise<DeskCalls[K]['answer']>;
  destroy: () => void;
}

/** Starts no worker before the first call. What the worker remembers (the last list) is gone after a cancel. */
export function createDesk(): Desk {
  const client: WorkerClient<DeskCalls> = createWorkerClient<DeskCalls, DeskFailure>({
    name: 'desk',
    toError: (failure) => new DeskError(failure),
    broken: (detail) => ({ kind: 'failed', detail }),
    transferOf,
  });
  return { call: (call, ask, signal) => client.call(call, ask as never, { signal }) as never, destroy: client.destroy };
}

/** A file goes to the worker rather than being copied. */
function transferOf(ask: unknown): Transferable[] {
  const { input } = (ask ?? {}) as { input?: { bytes?: unknown } }; // any ask may be looked at so
  return input?.bytes instanceof ArrayBuffer ? [input.bytes] : [];
}
