/** A list read from the page (ranking, members …), merged over its pages and virtual rows, waiting to be adopted or dropped. */
import * as z from 'zod';
import type { ConsentItem } from './consent';
import { TABLE_KINDS, type TableKind, tableReadSchema } from './observation';

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

/** Kinds of lists that are kept at all, each with the consent it needs. */
export const LIST_CONSENTS = {
  members: 'cellLists',
  ranking: 'cellLists',
  meetings: 'meetingLists',
  attendance: 'meetingLists',
} as const satisfies Partial<Record<TableKind, ConsentItem>>;

/** The consent without which a list of this kind is not kept; null when it never is. */
export function consentForList(kind: TableKind): ConsentItem | null {
  const consents: Partial<Record<TableKind, ConsentItem>> = LIST_CONSENTS;
  return consents[kind] ?? null;
}

/** What is kept of a row, where not all that was read is needed: the words agreed to name these and no more. */
export const KEPT_FIELDS: Partial<Record<TableKind, readonly string[]>> = {
  meetings: ['title', 'time', 'start', 'end', 'place', 'chair', 'status'],
  attendance: ['name', 'status', 'reason'],
};

/** Lists of people whose length can be held against the roster. */
export const ROSTER_LIST_KINDS: readonly TableKind[] = ['members', 'ranking'];
