/** The deletion log: what kind of records went, how many, when and why; never whose or what they said. */
import * as z from 'zod';
import { isDay } from '../vi/dates';

export const DELETION_CAUSES = ['retention', 'request', 'withdrawal', 'hostRemoved'] as const;
/** `ownReadings` are those of the user of this browser, `readings` other members’. */
export const DELETED_KINDS = [
  'ownReadings',
  'readings',
  'members',
  'captures',
  'captureRows',
  'deskRecords',
  'journal',
] as const;
export type DeletedKind = (typeof DELETED_KINDS)[number];

export const deletionSchema = z.strictObject({
  seq: z.number().int(),
  at: z.iso.datetime(),
  cause: z.enum(DELETION_CAUSES),
  what: z.enum(DELETED_KINDS),
  count: z.number().int().positive(),
  /** Records of this day and older went; null when age was not the reason. */
  upTo: z.string().refine(isDay, 'expected YYYY-MM-DD').nullable(),
});
export type Deletion = z.infer<typeof deletionSchema>;
