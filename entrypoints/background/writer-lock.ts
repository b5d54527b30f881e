/** There is one writer: a background that starts waits until the one before it has let go, and takes over one that does not. */

const NAME = 'sotay-writer';

/** The part of `navigator.locks` used. */
export interface Locks {
  request(
    name: string,
    options: { steal?: boolean; signal?: AbortSignal },
    held: () => Promise<never>,
  ): Promise<unknown>;
}

/**
 * Resolves once this is the writer; held until the worker ends. `lost` is called when another background took over.
 * One that still holds the lock after `patienceMs` is taken to hang.
 */
export function becomeWriter(locks: Locks, lost: () => void, patienceMs = 3_000): Promise<void> {
  return new Promise((resolve) => {
    const forEver = () => {
      resolve();
      return new Promise<never>(() => {});
    };
    const waiting = new AbortController();
    const timer = setTimeout(() => {
      waiting.abort();
      // Without locks at all there is still one worker only: the browser starts no second.
      locks.request(NAME, { steal: true }, forEver).catch(lost).finally(resolve);
    }, patienceMs);
    const held = () => {
      clearTimeout(timer);
      return forEver();
    };
    locks.request(NAME, { signal: waiting.signal }, held).catch(() => {
      if (!waiting.signal.aborted) lost();
    });
  });
}
