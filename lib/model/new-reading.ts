/** A reading handed in by the user (typed, file, paste, ranking), before it is placed in the history. */
import * as z from 'zod';
import { pointReadingSchema } from './point-reading';

const fields = pointReadingSchema.shape;

export const newReadingSchema = z.strictObject({
  subject: fields.subject,
  day: fields.day,
  /** Instant of the reading when it is known (ISO 8601); null: only the day is known, and of that day the last one entered stands. */
  at: z.iso.datetime().nullable(),
  total: fields.total,
  source: z.enum(['ranking', 'file', 'paste', 'manual']),
  /** File name, screen or list, in words. */
  origin: fields.origin,
  /** The text as found; '' when typed. */
  raw: fields.raw,
  where: fields.where,
  site: fields.site.default(null),
  siteVersion: fields.siteVersion.default(null),
  host: fields.host.default(null),
  name: fields.name.default(null),
  role: fields.role.default(null),
  unit: fields.unit.default(null),
});
export type NewReading = z.infer<typeof newReadingSchema>;
/** The same before defaults are filled in. */
export type NewReadingInput = z.input<typeof newReadingSchema>;
