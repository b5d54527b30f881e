/** First import of the background: Zod must not probe `new Function`, which the extension's policy forbids. */
import * as z from 'zod';

z.config({ jitless: true });
