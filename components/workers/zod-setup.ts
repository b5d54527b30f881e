/** First import of the worker: Zod must not try to build functions from strings, which the extension's policy forbids. */
import * as z from 'zod';

/** Zod's settings as they now stand. Used by value, since the package declares its imports free of side effects. */
export const zodSettings = z.config({ jitless: true });
