/** Addresses of our own pages. */
import { browser } from 'wxt/browser';

// WXT declares `getURL` in a generated file only, which the type check does without.
const runtime = browser.runtime as unknown as { getURL(path: string): string };

/** The address of a file of the extension, `/` for all of them. */
export function addressOf(path: `/${string}`): string {
  return runtime.getURL(path);
}
