/** First import of the page: Zod must not try to build functions from strings, which the extension's policy forbids. */
import * as z from 'zod';

z.config({ jitless: true });
