/** fflate without its own workers: they are made from blobs, which the policy of our pages forbids; ours is a worker already. */
import { type Zippable, zipSync } from 'fflate/browser';

export * from 'fflate/browser';

/** Stands in for fflate's `zip` in the extension (alias in wxt.config.ts): the same result, made on this thread. */
export function zip(files: Zippable, callback: (error: Error | null, data: Uint8Array) => void): void {
  queueMicrotask(() => callback(null, zipSync(files)));
}
