/** The shape of what the picker's frame asks and of what the teacher in the page answers, strict: neither word is taken unseen. */
import * as z from 'zod';
import { FIELD_TERMS, type FieldName } from '@/lib/model/glossary';
import { TABLE_KINDS } from '@/lib/model/observation';
import { CELL_PARSERS } from '@/lib/model/site-grammar';
import { PART_KINDS, taughtListSchema, taughtPartSchema } from '@/lib/model/taught';
import { MOST_LEAP } from '@/lib/teaching';

const tabId = z.number().int().nonnegative();
const pixels = z.number().min(-100_000).max(100_000);
const count = z.number().int().nonnegative().max(1e6);
// `Object.keys` of the glossary are its field names.
const field = z.enum(Object.keys(FIELD_TERMS) as [FieldName, ...FieldName[]]);
const parse = z.enum(CELL_PARSERS);
const kind = z.enum(TABLE_KINDS);
const column = z.number().int().min(1).max(200);
const key = z.string().min(1).max(700);

export const whatSchema = z.union([
  z.strictObject({ part: z.enum(PART_KINDS) }),
  z.strictObject({ list: kind.nullable() }),
]);

/** Orders of our own pages about teaching. */
export const teachingMessageSchemas = [
  z.strictObject({ type: z.literal('getTeaching'), tabId }),
  z.strictObject({ type: z.literal('openTeaching'), tabId, open: z.boolean() }),
  z.strictObject({ type: z.literal('startPicking'), tabId, what: whatSchema }),
  z.strictObject({ type: z.literal('stopPicking'), tabId }),
  z.strictObject({
    type: z.literal('adjustList'),
    tabId,
    key,
    kind,
    choices: z
      .array(z.union([z.strictObject({ column, field, parse }), z.strictObject({ column, drop: z.literal(true) })]))
      .max(100),
  }),
  z.strictObject({
    type: z.literal('forgetTaught'),
    tabId,
    what: z.union([z.strictObject({ part: z.enum(PART_KINDS) }), z.strictObject({ key })]),
  }),
  z.strictObject({
    type: z.literal('allowLeap'),
    tabId,
    leapLimit: z.number().int().positive().max(MOST_LEAP).nullable(),
  }),
  z.strictObject({ type: z.literal('saveTaught'), tabId, digest: z.string().length(64) }),
] as const;
export type TeachingMessage = z.infer<(typeof teachingMessageSchemas)[number]>;

const TEACHING: readonly string[] = teachingMessageSchemas.map(({ shape }) => shape.type.value);

export function isTeachingMessage(message: { type: string }): message is TeachingMessage {
  return TEACHING.includes(message.type);
}

export const pickerMessageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('watchPicking') }),
  z.strictObject({ type: z.literal('point'), x: pixels, y: pixels }),
  z.strictObject({ type: z.literal('step'), by: z.enum(['next', 'previous', 'wider', 'narrower']) }),
  z.strictObject({ type: z.literal('look') }),
  z.strictObject({ type: z.literal('take'), seq: z.number().int().nonnegative() }),
  z.strictObject({ type: z.literal('rest'), height: z.number().min(40).max(2_000), side: z.enum(['top', 'bottom']) }),
  z.strictObject({ type: z.literal('resume') }),
  z.strictObject({ type: z.literal('leave') }),
]);
export type PickerMessage = z.infer<typeof pickerMessageSchema>;

/** The teacher's answers. */
export const litAnswerSchema = z.union([
  z.strictObject({
    ok: z.literal(true),
    lit: z.strictObject({
      seq: count,
      box: z.strictObject({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
      kind: z.enum([
        'number',
        'text',
        'label',
        'cell',
        'header',
        'row',
        'listItem',
        'table',
        'list',
        'picker',
        'picture',
        'field',
        'area',
      ]),
      sample: z.string().max(80),
      alike: count,
      barred: z.boolean(),
      wider: z.boolean(),
      narrower: z.boolean(),
    }),
  }),
  z.strictObject({ ok: z.literal(false), why: z.enum(['disturbed', 'nothing', 'end']) }),
]);

const problem = z.enum([
  'empty',
  'notANumber',
  'tooWide',
  'notLikeThat',
  'denied',
  'secret',
  'barred',
  'noMeaning',
  'tooVague',
  'notUnique',
  'notReady',
  'noList',
  'shape',
  'noColumns',
  'missingColumn',
  'refusedValue',
  'inconsistent',
  'tooLarge',
]);
const text = z.string().max(2_000);

export const takenListSchema = z.strictObject({
  kind: kind.nullable(),
  list: taughtListSchema.nullable(),
  problem: problem.nullable(),
  missingFields: z.array(field).max(40),
  where: z.strictObject({ row: count, column }).nullable(),
  columns: z
    .array(
      z.strictObject({
        column,
        header: z.string().max(2_000),
        field: field.nullable(),
        parse: parse.nullable(),
        state: z.enum(['known', 'guessed', 'chosen', 'unknown', 'dropped', 'denied', 'bare']),
        choices: z.array(z.strictObject({ field, parse })).max(100),
      }),
    )
    .max(100),
  count,
  total: count.nullable(),
  complete: z.boolean(),
  sample: z.array(z.record(z.string().max(40), z.union([text, z.number(), z.null()]))).max(20),
  doubts: z
    .array(
      z.enum(['noTotal', 'windowed', 'paged', 'kindUnsure', 'noHeaders', 'narrowed', 'unknownColumns', 'secretRows']),
    )
    .max(8),
});

export const takeAnswerSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('part'),
    part: taughtPartSchema,
    value: z.union([z.string().max(400), z.number()]),
    label: z.string().max(400),
  }),
  z.strictObject({ type: z.literal('list'), list: takenListSchema }),
  z.strictObject({ type: z.literal('refused'), problem }),
  z.strictObject({ type: z.literal('disturbed') }),
]);
