/** How our pages look, known without opening the store: theme, text, language, and the plain name and icon. */
import * as z from 'zod';

/** Where it lies in `chrome.storage.local`. */
export const LOOK_KEY = 'look';

export const lookSchema = z.strictObject({
  neutral: z.boolean(),
  language: z.enum(['vi', 'en']),
  theme: z.enum(['auto', 'light', 'dark']),
  largeText: z.boolean(),
});
export type Look = z.infer<typeof lookSchema>;
