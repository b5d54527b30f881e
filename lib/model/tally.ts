/** The tally of a cell over a period: input rows, options and the published JSON result. */
import * as z from 'zod';
import { isDay } from '../vi/dates';

/** What a roster file tells of a person besides points; nothing of it enters the tally. */
export interface RosterFacts {
  status?: 'CHINH_THUC' | 'DU_BI' | null;
  loggedIn?: boolean | null;
  /** First and last day in the cell. */
  joinedOn?: string | null;
  leftOn?: string | null;
}

/** One dated reading of one person's cumulative total. Input of the tally. */
export interface ReadingRow extends RosterFacts {
  name: string;
  code: string | null;
  /** Day of the reading in Vietnam, or null for a person listed without any reading. */
  day: string | null;
  /** Orders readings of one day: ISO instant or clock time, else null (file order decides). */
  at: string | null;
  /** Cumulative total, a whole number; null when the row carries none. */
  total: number | null;
  installed: boolean | null;
  eligible: boolean | null;
  /** Why there is no reading, or not installed. */
  reason: string | null;
  /** Office in the cell, when the source tells it. */
  role?: string | null;
  /** True when this reading starts a new run (another role, unit or site): the step to it is no rise. */
  newRun?: boolean;
  /** Index into the tally's sources. */
  source: number;
  /** Id of the person when a roster already tells who is who: namesakes without codes then stay apart. */
  person?: string;
}

/** Every export carries this line: the tally stands beside the official figures and never in their place. */
export const REFERENCE_NOTE = 'Số liệu tham khảo do người dùng tự ghi, không thay thế số liệu trên hệ thống';

export const RANK_METHODS = ['competition', 'dense'] as const;
/** `competition` is 1-1-3, `dense` is 1-1-2. */
export type RankMethod = (typeof RANK_METHODS)[number];
export const RANK_KEYS = ['points', 'closing'] as const;
export type RankKey = (typeof RANK_KEYS)[number];

const day = z.string().refine(isDay, 'expected YYYY-MM-DD');
const count = z.number().int().nonnegative();
const figures = z.strictObject({
  max: z.number().nullable(),
  min: z.number().nullable(),
  mean: z.number().nullable(),
  median: z.number().nullable(),
  total: z.number().nullable(),
});

export const tallyMemberSchema = z.strictObject({
  name: z.string().min(1).max(200),
  code: z.string().max(100).nullable(),
  opening: z.number().nullable(),
  closing: z.number().nullable(),
  points: z.number().nonnegative().nullable(),
  rank: z.number().int().positive().nullable(),
  readings: count,
  openingInPeriod: z.boolean(),
  reset: z.boolean(),
  installed: z.boolean().nullable(),
  eligible: z.boolean().nullable(),
  reason: z.string().max(500).nullable(),
  role: z.string().max(300).nullable(),
  /** Other measures over the period, absent where nobody has any: visits, documents studied, quizzes, opinions. */
  activity: z
    .strictObject({
      visits: count.nullable(),
      studied: count.nullable(),
      quizzes: count.nullable(),
      quizRight: count.nullable().optional(),
      quizAsked: count.nullable().optional(),
      opinions: count.nullable(),
    })
    .optional(),
});

/** `sotay-tally` version 1: numbers unrounded, rates as fractions, absent values null. */
export const tallySchema = z.strictObject({
  format: z.literal('sotay-tally'),
  version: z.literal(1),
  unit: z.string().max(300).nullable(),
  period: z.strictObject({ from: day, to: day }),
  rankedBy: z.enum(RANK_KEYS),
  rankMethod: z.enum(RANK_METHODS),
  generatedAt: z.iso.datetime(),
  note: z.literal(REFERENCE_NOTE),
  members: z.array(tallyMemberSchema),
  summary: z.strictObject({
    members: count,
    eligible: count.nullable(),
    withReading: count,
    points: figures,
    closing: figures,
    installed: z.strictObject({
      count: count.nullable(),
      ofAll: z.number().nullable(),
      ofEligible: z.number().nullable(),
    }),
    active: z.strictObject({ count, ofAll: z.number().nullable(), ofEligible: z.number().nullable() }),
  }),
  sources: z.array(
    z.strictObject({
      name: z.string().max(300),
      kind: z.enum(['file', 'page', 'paste', 'manual']),
      rows: count,
      from: day.nullable(),
      to: day.nullable(),
      detail: z.string().max(500).nullable(),
    }),
  ),
});

export type TallyActivity = NonNullable<TallyMember['activity']>;
export type TallyMember = z.infer<typeof tallyMemberSchema>;
export type Tally = z.infer<typeof tallySchema>;
export type TallySource = Tally['sources'][number];
/** Where rows came from, before they are counted. */
export type SourceInfo = Pick<TallySource, 'name' | 'kind' | 'detail'>;
/** A tally with the roster id of each of its rows; null for people told apart by name and code alone. */
export interface KnownTally {
  tally: Tally;
  members: readonly (string | null)[];
}

/** A source with what was counted of it without its rows being given: their number, first and last day. */
export interface SourceRows extends SourceInfo {
  unread?: { rows: number; from: string; to: string };
}
export type TallyFigures = z.infer<typeof figures>;
