/** What a reader saw on one page at one moment: plain data, each value with its raw text and its place. */
import * as z from 'zod';

/** A value as read: `value` in our terms, `raw` as the page wrote it, `where` in words a developer can follow. */
export interface Seen<T> {
  value: T;
  raw: string;
  where: string;
}

/** Kinds of tables a site can declare; stable codes. */
export const TABLE_KINDS = [
  'members',
  'organisation',
  'ranking',
  'pointsLog',
  'meetings',
  'attendance',
  'study',
  'quiz',
  'documents',
  'notices',
  'tasks',
  'usage',
  'units',
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

export type CellValue = string | number | null;

/** One row: field name in English (see glossary) → cell. `key` is unique within the list across pages and virtual windows. */
export interface RowRead {
  key: string;
  cells: Record<string, Seen<CellValue>>;
}

export interface TableRead {
  kind: TableKind;
  /** Identity of the list across pages: same id = parts of one list. */
  listId: string;
  /** Column headers kept, as shown, cleaned. */
  headers: string[];
  rows: RowRead[];
  /** True only when every row of the whole list is here. */
  complete: boolean;
  /** What the page itself says the list holds, or null when it does not say. */
  total: number | null;
  /** First and last row number on the page shown and whether another page follows; null when unpaged. */
  page: {
    from: number | null;
    to: number | null;
    rowsOnPage: number | null;
    hasNext: boolean | null;
    /** The list's very last row is in this read. */
    atEnd?: boolean | undefined;
  } | null;
}

/** Why a page gave less than it should; `part` names the missing part. */
export const PROBLEM_CODES = [
  'unknownSite',
  'unknownScreen',
  'notReady',
  'sessionEnded',
  'missing',
  'ambiguous',
  'anchorsDisagree',
  'refusedValue',
  'headersChanged',
  'inconsistent',
  'emptyButCounted',
  'tooLarge',
  'tooSlow',
  'secretPage',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];
export interface Problem {
  code: ProblemCode;
  part: string;
  /** English sentence for developers; the interface words it from `code` and `part`. */
  detail: string;
}

export type ReadStatus = 'ok' | 'unknownSite' | 'notReady' | 'sessionEnded' | 'changed' | 'secret';

/** Everything read from one page. When `status` is not `ok`, `points` is null and `tables` is empty. */
export interface PageRead {
  status: ReadStatus;
  site: string | null;
  siteVersion: number | null;
  screen: string | null;
  /** Origin and path only: queries can carry tokens. */
  address: string;
  /** ISO 8601 instant. */
  readAt: string;
  context: { name: Seen<string> | null; role: Seen<string> | null; unit: Seen<string> | null };
  points: Seen<number> | null;
  tables: TableRead[];
  problems: Problem[];
  skipped: { columns: string[]; secret: number };
}

const text = z.string().max(2_000);
const seen = <T extends z.ZodType>(value: T) => z.strictObject({ value, raw: text, where: z.string().max(400) });

export const tableReadSchema = z.strictObject({
  kind: z.enum(TABLE_KINDS),
  listId: z.string().max(400),
  headers: z.array(z.string().max(200)).max(60),
  rows: z
    .array(
      z.strictObject({
        key: z.string().min(1).max(400),
        cells: z.record(z.string().max(40), seen(z.union([text, z.number(), z.null()]))),
      }),
    )
    .max(2_000),
  complete: z.boolean(),
  total: z.number().int().nonnegative().nullable(),
  page: z
    .strictObject({
      from: z.number().int().nullable(),
      to: z.number().int().nullable(),
      rowsOnPage: z.number().int().nullable(),
      hasNext: z.boolean().nullable(),
      atEnd: z.boolean().optional(),
    })
    .nullable(),
});

/** Strict schema of `PageRead` for the boundary where a content script's word is taken. */
export const pageReadSchema = z.strictObject({
  status: z.enum(['ok', 'unknownSite', 'notReady', 'sessionEnded', 'changed', 'secret']),
  site: z.string().max(64).nullable(),
  siteVersion: z.number().int().positive().nullable(),
  screen: z.string().max(64).nullable(),
  address: z.string().max(500),
  readAt: z.iso.datetime(),
  context: z.strictObject({ name: seen(text).nullable(), role: seen(text).nullable(), unit: seen(text).nullable() }),
  points: seen(z.number().int().nonnegative().max(1e12)).nullable(),
  tables: z.array(tableReadSchema).max(8),
  problems: z
    .array(z.strictObject({ code: z.enum(PROBLEM_CODES), part: z.string().max(100), detail: z.string().max(500) }))
    .max(20),
  skipped: z.strictObject({ columns: z.array(z.string().max(200)).max(60), secret: z.number().int().nonnegative() }),
});
