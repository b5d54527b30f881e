/** One meeting scored: the rubric and version used, what is known, and the answers of each scorer. */
import * as z from 'zod';
import { isDay } from '../vi/dates';
import { meetingFactsSchema } from './meeting-facts';
import { NA_POLICIES, SCORERS, figure, rubricId } from './rubric';

const note = z.string().trim().max(600).default('');

/** `note` says why points were taken off, or why the proposal was overruled. */
export const answerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('YES'), note }),
  z.strictObject({ kind: z.literal('NO'), note }),
  z.strictObject({ kind: z.literal('BAND'), band: rubricId, note }),
  z.strictObject({ kind: z.literal('POINTS'), points: figure.min(0).max(1_000), note }),
  /** `policy` only where the rubric has none. */
  z.strictObject({ kind: z.literal('NA'), policy: z.enum(NA_POLICIES).nullable().default(null), note }),
]);
export type Answer = z.infer<typeof answerSchema>;

/** Answers of one scorer by item. */
const answersSchema = z
  .record(rubricId, answerSchema)
  .refine((all) => Object.keys(all).length <= 800, 'too many answers');
export type Answers = z.infer<typeof answersSchema>;

export const scoreSheetSchema = z.strictObject({
  format: z.literal('sotay-score-sheet'),
  version: z.literal(1),
  rubric: z.strictObject({ id: rubricId, rubricVersion: z.number().int().positive() }),
  day: z.string().refine(isDay, 'expected YYYY-MM-DD').nullable().default(null),
  facts: meetingFactsSchema.nullable().default(null),
  columns: z.partialRecord(z.enum(SCORERS), answersSchema),
});
/** A validated sheet. Only JSON values. */
export type ScoreSheet = z.infer<typeof scoreSheetSchema>;
