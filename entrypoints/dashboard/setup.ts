/** Tells Zod not to build functions from strings, which the extension's policy forbids; to be called before any schema is made. */
import * as z from 'zod';

export function setUpZod(): void {
  z.config({ jitless: true });
}
