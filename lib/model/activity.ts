/** What one member did on the handbook in one month besides points, as far as anybody told it; every number is optional. */
import * as z from 'zod';

/** A month as lived in Vietnam. */
export const monthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const count = z.number().int().nonnegative().max(1e6).nullable();

export const ACTIVITY_COUNTS = ['visits', 'studied', 'quizzes', 'opinions'] as const;
export type ActivityCount = (typeof ACTIVITY_COUNTS)[number];

export const activitySchema = z.strictObject({
  memberId: z.string().min(1).max(64).nullable(),
  month: monthSchema,
  /** Used the handbook in this month; null: not known. */
  used: z.boolean().nullable(),
  /** Visits, documents and resolutions studied, quizzes done, opinions sent. */
  visits: count,
  studied: count,
  quizzes: count,
  opinions: count,
  /** Where the numbers came from, in words. */
  origin: z.string().max(300),
});
export type Activity = z.infer<typeof activitySchema>;

/** Id of the record of one member and month. */
export function activityId(memberId: string, month: string): string {
  return `activity ${month} ${memberId}`;
}
