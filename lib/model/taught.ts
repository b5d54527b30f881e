/** What a person taught by pointing: parts and lists, each found by several independent anchors that must agree. */
import * as z from 'zod';
import { TABLE_KINDS } from './observation';
import { CELL_PARSERS, fieldName, label, labels, path, selector, textPart } from './site-grammar';

/** Attributes that name a thing for programmers and stay through redesigns; no other is ever used to find one. */
const ANCHOR_ATTRIBUTES = [
  'id',
  'name',
  'itemprop',
  'data-testid',
  'data-test',
  'data-field',
  'data-key',
  'data-name',
  'data-column',
  'data-label',
  'data-title',
  'col-id',
] as const;

/** Where the label stands, seen from the value: in the same text, in the same line, or on a line of its own. */
export const LABEL_SIDES = ['inside', 'before', 'after', 'above', 'below'] as const;

/** A word of a program: letters, digits and the signs names are joined with; never a quote or a backslash. */
const token = z
  .string()
  .min(1)
  .max(80)
  .refine((text) => [...text].every(isTokenChar), 'only letters, digits, blanks and - _ . : /');

/** One way to find a part; only scalars, so that a site stays shallow. */
const anchor = z.union([
  /** `distance`: texts between label and value. */
  z.strictObject({
    by: z.literal('label'),
    text: label,
    side: z.enum(LABEL_SIDES),
    distance: z.number().int().min(0).max(12),
    /** The only region of the page it counts in, where the same words stand elsewhere before other values. */
    within: selector.optional(),
  }),
  /** Another thing's words beside it: a witness that says nothing of what it is. */
  z.strictObject({
    by: z.literal('near'),
    text: label,
    side: z.enum(LABEL_SIDES),
    distance: z.number().int().min(0).max(12),
  }),
  /** The only cell under a column's header. */
  z.strictObject({ by: z.literal('header'), text: label }),
  /** Role and accessible name. */
  z.strictObject({ by: z.literal('aria'), role: token, name: label }),
  z.strictObject({ by: z.literal('attribute'), name: z.enum(ANCHOR_ATTRIBUTES), value: token }),
  /** Tags, roles and lasting classes on the way to it. */
  z.strictObject({ by: z.literal('path'), select: selector }),
  /** In a list item: its place among the item's texts, from 1. */
  z.strictObject({ by: z.literal('place'), index: z.number().int().min(1).max(60) }),
  /** In a list item: the only text that reads as the column's parser demands. */
  z.strictObject({ by: z.literal('only') }),
]);
export type Anchor = z.infer<typeof anchor>;

/** A screen as it is known again: its path, and a checksum of its heading, which may hold a name. */
const place = z.strictObject({ path, heading: z.string().max(12) });
export type TaughtPlace = z.infer<typeof place>;

/** What a single part can mean. */
export const PART_KINDS = [
  'points',
  'name',
  'role',
  'unit',
  'quizCorrect',
  'quizQuestions',
  'quizScore',
  'quizTitle',
] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** One part; beside it `PartKind` says what it means. */
export const taughtPartSchema = z.strictObject({
  what: z.enum(PART_KINDS),
  anchors: z.array(anchor).min(2).max(8),
  /** Which part of the text is meant. */
  part: textPart,
  /** On this screen it must be there; elsewhere it may. */
  place,
});
export type TaughtPart = z.infer<typeof taughtPartSchema>;

const taughtColumn = z.strictObject({
  field: fieldName,
  /** Headers it goes by; in a list without headers the field's own term. */
  labels,
  parse: z.enum(CELL_PARSERS),
  required: z.boolean(),
  filled: z.boolean(),
  choices: z.array(label).max(30).optional(),
  /** Free text: most of its values were longer than a word or two, or none was; values of another make stand in the wrong column. */
  length: z.enum(['long', 'short']).optional(),
  /** It had values when it was taught: a whole list without any has its columns mixed up. */
  valued: z.boolean().optional(),
  /** Most of its texts were plainly of its own kind (`Chi bộ …` in a column of units). */
  pure: z.boolean().optional(),
  /** Beside the header (headed lists): all must agree with it where they find something. In items: at least two must agree. */
  anchors: z.array(anchor).max(6),
});
export type TaughtColumn = z.infer<typeof taughtColumn>;

/** One list with its columns. */
export const taughtListSchema = z.strictObject({
  kind: z.enum(TABLE_KINDS),
  /** Every header the list showed, read or not; empty for a list of items. The same set must be there again, in any order. */
  headers: z.array(label).max(60),
  columns: z.array(taughtColumn).min(1).max(40),
  /** How the items of a list without headers are found: at least two must agree. Empty for a headed one. */
  items: z.array(anchor).max(6),
  paging: z.enum(['pager', 'none', 'either']),
  place,
});
export type TaughtList = z.infer<typeof taughtListSchema>;

/** The taught half of a site; null in shipped ones. */
export const taughtSchema = z
  .strictObject({
    /** Day it was taught, `2026-11-25`. */
    day: z.iso.date(),
    parts: z.array(taughtPartSchema).max(20),
    lists: z.array(taughtListSchema).max(20),
    invariants: z.strictObject({
      /** Where the name was taught it must be read beside every other value; the tracker asks when it is another one. */
      name: z.boolean(),
      /** A rise beyond this is asked about; null: the limit of the settings. */
      leapLimit: z.number().int().positive().max(1e9).nullable(),
    }),
  })
  .superRefine((taught, context) => {
    for (const problem of problemsOf(taught)) context.addIssue({ code: 'custom', message: problem });
  });
export type Taught = z.infer<typeof taughtSchema>;

function problemsOf(taught: { parts: TaughtPart[]; lists: TaughtList[] }): string[] {
  const problems: string[] = [];
  const whats = taught.parts.map((part) => part.what);
  if (new Set(whats).size !== whats.length) problems.push('a part is taught twice');
  for (const list of taught.lists) {
    const fields = list.columns.map((column) => column.field);
    if (new Set(fields).size !== fields.length) problems.push(`two columns of ${list.kind} mean the same`);
    if (list.headers.length === 0 && list.items.length < 2)
      problems.push(`${list.kind} has neither headers nor two ways to find its rows`);
    if (list.headers.length === 0 && list.columns.some((column) => column.anchors.length < 2))
      problems.push(`a column of ${list.kind} is found in fewer than two ways`);
  }
  return problems;
}

function isTokenChar(char: string): boolean {
  return (
    (char >= 'a' && char <= 'z') ||
    (char >= 'A' && char <= 'Z') ||
    (char >= '0' && char <= '9') ||
    '-_.:/ '.includes(char)
  );
}
