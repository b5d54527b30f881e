/** A rubric: how a meeting is scored, as versioned data a person can edit. Groups of items, bands, grades, scorers, source. */
import * as z from 'zod';
import { isDay } from '../vi/dates';
import { SCORED_MEETINGS } from './meeting-facts';
import { MEASURE_NAMES } from './rubric-measures';
import { findDoubles, isOrdered, itemsOf } from './rubric-shape';

/** Cell types of HD 42-HD/BTCTW (28/10/2025). */
export const CELL_TYPES = [
  'THON_TDP',
  'CO_QUAN_SU_NGHIEP',
  'DN_NHA_NUOC',
  'DN_TU_NHAN_FDI',
  'HOC_SINH_SINH_VIEN',
  'LUC_LUONG_VU_TRANG',
] as const;
export const NA_POLICIES = ['FULL', 'ZERO', 'RESCALE', 'EXCLUDE'] as const;
export type NaPolicy = (typeof NA_POLICIES)[number];
export const SCORERS = ['self', 'superior', 'appraiser'] as const;
export type Scorer = (typeof SCORERS)[number];
/** `transcribed`: others copied it from the document; `secondHand`: told by articles; `own`: written or changed by the user. */
export const RUBRIC_CERTAINTIES = ['official', 'transcribed', 'secondHand', 'own'] as const;
export const MEETING_GRADES = ['TOT', 'KHA', 'TRUNG_BINH', 'KEM'] as const;

export const RUBRIC_LIMITS = { bytes: 256 * 1024, groups: 20, items: 40, bands: 12, grades: 10, texts: 20 } as const;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789-';
export const rubricId = z
  .string()
  .min(1)
  .max(64)
  .refine((id) => [...id].every((char) => LETTERS.includes(char)), 'expected lower-case letters, digits and hyphens');
const text = z.string().trim().min(1).max(600);
const note = z.string().trim().max(1_200);
const day = z.string().refine(isDay, 'expected YYYY-MM-DD');
/** At most four decimals, so that every figure is an exact ten-thousandth. */
export const figure = z
  .number()
  .min(-1_000_000)
  .max(1_000_000)
  .refine((value) => Number(value.toFixed(4)) === value, 'expected at most four decimals');
const points = figure.min(0).max(1_000);

/** One end of a range: a figure, or a share of the minutes required. */
const bound = z.union([figure, z.strictObject({ ofRequired: figure.min(0).max(10) })]);
export type Bound = z.infer<typeof bound>;

const range = z.strictObject({
  /** null: no lower end. */
  from: bound.nullable().default(null),
  fromOpen: z.boolean().default(false),
  /** null: no upper end. */
  to: bound.nullable().default(null),
  /** Half-open unless said otherwise (R6). */
  toOpen: z.boolean().default(true),
});
export type Range = z.infer<typeof range>;

const measure = z.enum(MEASURE_NAMES);
const condition = z.strictObject({ measure, range });
export type Condition = z.infer<typeof condition>;

/** What settles an item: all conditions; `enough` false: they must hold, but a person has to see the rest. */
const test = z.strictObject({ all: z.array(condition).min(1).max(6), enough: z.boolean() });
export type Test = z.infer<typeof test>;

/** One statement of the form on how long a meeting must be; several may contradict each other and are kept as they are. */
const requiredMinutes = z.strictObject({
  words: text,
  minutes: z.number().int().min(1).max(1_440),
  kinds: z.array(z.enum(SCORED_MEETINGS)).max(3).default([]),
  members: range.nullable().default(null),
});
export type RequiredMinutes = z.infer<typeof requiredMinutes>;

const band = z.strictObject({
  id: rubricId,
  label: text,
  points,
  range,
  /** The band also holds where any of these does, whatever the measure says. */
  orWhen: z.array(condition).max(4).default([]),
});
export type Band = z.infer<typeof band>;

const item = {
  id: rubricId,
  /** As printed: `4.1`; '' for none. */
  code: z.string().trim().max(12).default(''),
  text,
  /** How the form says it is scored; '' where it says nothing. */
  how: note.default(''),
  /** Empty: every kind. Other meetings leave the item not applicable. */
  onlyKinds: z.array(z.enum(SCORED_MEETINGS)).max(3).default([]),
  /** Not applicable where one of these fails. */
  appliesWhen: z.array(condition).max(4).default([]),
  /** null: the form does not say; whoever scores must. */
  naPolicy: z.enum(NA_POLICIES).nullable().default(null),
  /** Our reading where the form leaves room. */
  assumptions: z.array(text).max(6).default([]),
};

const yesNoItem = z.strictObject({
  mode: z.literal('YES_NO'),
  ...item,
  max: points,
  test: test.nullable().default(null),
});
const numericItem = z.strictObject({
  mode: z.literal('NUMERIC'),
  ...item,
  max: points,
  /** Full points where it holds; how many fewer otherwise, a person says. */
  test: test.nullable().default(null),
  /** Figures shown to whoever scores. */
  shows: z.array(measure).max(6).default([]),
});
const passItem = z.strictObject({ mode: z.literal('PASS_FAIL'), ...item, test: test.nullable().default(null) });
const bandItem = z.strictObject({
  mode: z.literal('BAND'),
  ...item,
  max: points,
  /** null: a person picks the band. */
  measure: measure.nullable(),
  /** What the bands must cover without gap or overlap; null: not checked. */
  domain: range.nullable().default(null),
  /** Values above are taken as this one (R8). */
  clip: figure.nullable().default(null),
  bands: z.array(band).min(1).max(RUBRIC_LIMITS.bands),
});
const anyItem = z.discriminatedUnion('mode', [yesNoItem, bandItem, numericItem, passItem]);
export type RubricItem = z.infer<typeof anyItem>;
export type BandItem = z.infer<typeof bandItem>;
export type ItemMode = RubricItem['mode'];

const group = z.strictObject({
  id: rubricId,
  code: z.string().trim().max(12).default(''),
  title: text,
  /** null in a group without points. */
  max: points.nullable(),
  items: z.array(anyItem).min(1).max(RUBRIC_LIMITS.items),
});
export type RubricGroup = z.infer<typeof group>;

const grade = z.strictObject({ code: z.enum(MEETING_GRADES), label: text, range });
export type Grade = z.infer<typeof grade>;

export const rubricSchema = z
  .strictObject({
    format: z.literal('sotay-rubric'),
    version: z.literal(1),
    id: rubricId,
    /** Grows with every edit; a sheet keeps the one it was scored with (R17). */
    rubricVersion: z.number().int().positive().max(1_000_000),
    /** Where a copy comes from. */
    copiedFrom: z.strictObject({ id: rubricId, rubricVersion: z.number().int().positive() }).nullable().default(null),
    title: text,
    issuer: text,
    basis: z.strictObject({
      instrument: text,
      /** Numbers start again each term: only issuer, number and date together name a document. */
      number: z.string().trim().max(60).nullable(),
      date: day.nullable(),
      certainty: z.enum(RUBRIC_CERTAINTIES),
      note,
      addresses: z
        .array(z.url({ protocol: /^https?$/ }).max(400))
        .max(10)
        .default([]),
    }),
    effectiveFrom: day.nullable(),
    effectiveTo: day.nullable(),
    /** Empty: every type. */
    cellTypes: z.array(z.enum(CELL_TYPES)).max(CELL_TYPES.length),
    /** Points in all; null where nothing carries points. */
    total: points.nullable(),
    requiredMinutes: z.array(requiredMinutes).max(12),
    groups: z.array(group).min(1).max(RUBRIC_LIMITS.groups),
    grades: z.array(grade).max(RUBRIC_LIMITS.grades),
    scorers: z
      .array(z.strictObject({ role: z.enum(SCORERS), title: text }))
      .min(1)
      .max(SCORERS.length),
    /** Printed below, left to right. */
    signatures: z.array(z.array(text).min(1).max(4)).max(3),
    /** Points taken off need a note (R21). */
    deductionNotes: z.boolean(),
  })
  .superRefine((rubric, context) => {
    for (const message of findDoubles(rubric)) context.addIssue({ code: 'custom', message });
    if (rubric.effectiveFrom !== null && rubric.effectiveTo !== null && rubric.effectiveFrom > rubric.effectiveTo)
      context.addIssue({ code: 'custom', path: ['effectiveTo'], message: 'before effectiveFrom' });
    for (const { item: one, where } of itemsOf(rubric)) {
      const path = ['groups', ...where];
      const ranges = one.mode === 'BAND' ? one.bands.map((each) => each.range) : [];
      if (!ranges.every(isOrdered))
        context.addIssue({ code: 'custom', path, message: `${one.id}: a band ends before it begins` });
    }
    if (!rubric.grades.every((each) => isOrdered(each.range)))
      context.addIssue({ code: 'custom', path: ['grades'], message: 'a grade ends before it begins' });
    const scored = itemsOf(rubric).some(({ item: one }) => one.mode !== 'PASS_FAIL');
    if (scored !== (rubric.total !== null))
      context.addIssue({
        code: 'custom',
        path: ['total'],
        message: 'points in all are given where items carry points, and only there',
      });
  });
/** A validated rubric. Only JSON values. */
export type Rubric = z.infer<typeof rubricSchema>;
/** The same before defaults are filled in, as written by hand. */
export type RubricInput = z.input<typeof rubricSchema>;
