/** A list read from the page (ranking, members …), merged over its pages and virtual rows, waiting to be adopted or dropped. */
import * as z from 'zod';
import { TABLE_KINDS, tableReadSchema } from './observation';

export const captureSchema = z.strictObject({
  id: z.string().min(1).max(64),
  kind: z.enum(TABLE_KINDS),
  /** Identity of the list across its pages, as the reader gives it. */
  listId: z.string().max(400),
  site: z.string().max(64),
  siteVersion: z.number().int().positive(),
  host: z.string().max(253),
  screen: z.string().max(64).nullable(),
  /** Unit and role under which the page showed the list. */
  unit: z.string().max(300).nullable(),
  role: z.string().max(300).nullable(),
  headers: tableReadSchema.shape.headers,
  /** Deny-listed columns and secret rows were dropped before this left the page. */
  rows: z.array(tableReadSchema.shape.rows.element).max(20_000),
  complete: z.boolean(),
  total: z.number().int().nonnegative().nullable(),
  firstSeenAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  adoptedAt: z.iso.datetime().nullable(),
});
export type Capture = z.infer<typeof captureSchema>;

/** Kinds of lists that are kept at all, with the consent `cellLists`. */
export const KEPT_LIST_KINDS = ['members', 'ranking'] as const;
