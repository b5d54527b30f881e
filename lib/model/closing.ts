/** A period that was closed: its figures as they were reported, frozen with a digest; a later change makes a new version. */
import * as z from 'zod';
import { periodSchema } from './period';
import { tallySchema } from './tally';

/** Hexadecimal SHA-256. */
export const digestSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const closingSchema = z.strictObject({
  period: periodSchema,
  /** Running number of the report in its cell. */
  number: z.number().int().positive().max(100_000),
  /** 1 for the first closing of the period, one more for each amended one. */
  version: z.number().int().positive().max(1_000),
  /** Record of the version this one amends, and why; null for the first. */
  amends: z
    .strictObject({
      id: z.string().min(1).max(64),
      number: z.number().int().positive(),
      reason: z.string().min(1).max(500),
    })
    .nullable(),
  /** The figures as reported. */
  tally: tallySchema,
  /** Roster id of each row of the tally, null where a person was erased since. */
  members: z.array(z.string().min(1).max(64).nullable()),
  digest: digestSchema,
  /** Day on which a name was replaced by initials, after which the digest no longer fits. */
  redactedOn: z.iso.date().nullable(),
});
export type Closing = z.infer<typeof closingSchema>;
