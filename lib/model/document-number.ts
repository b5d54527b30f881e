/** One number given to a document: the register runs for each type through a term, and no number is given twice. */
import * as z from 'zod';
import { isDay } from '../vi/dates';
import { words } from './safe-words';

export const documentNumberSchema = z.strictObject({
  /** `NQ`, `BC` … as `lib/documents/numbering.ts` knows them. */
  type: z.string().min(1).max(10),
  /** `2025-2027`, or a year, as the profile's numbering wants it. */
  term: z.string().min(1).max(40),
  number: z.number().int().positive().max(100_000),
  day: z.string().refine(isDay, 'expected YYYY-MM-DD'),
  title: words(300),
  /** Record of the desk the document was made from, or null. */
  about: z.string().max(400).nullable(),
});
