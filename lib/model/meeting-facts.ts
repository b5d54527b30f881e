/** What is known of one meeting when it is scored; null is "not known", never "no". */
import * as z from 'zod';

/** Meetings that are scored: thường kỳ, chuyên đề, thường kỳ kết hợp chuyên đề. */
export const SCORED_MEETINGS = ['THUONG_KY', 'CHUYEN_DE', 'KET_HOP'] as const;
export type ScoredMeeting = (typeof SCORED_MEETINGS)[number];

const count = z.number().int().min(0).max(100_000).nullable().default(null);
const instant = z.iso.datetime({ offset: true }).nullable().default(null);
const known = z.boolean().nullable().default(null);

export const meetingFactsSchema = z.strictObject({
  kind: z.enum(SCORED_MEETINGS).nullable().default(null),
  /** Minutes the competent committee fixed for this cell; goes before the table of the rubric (R2). */
  requiredMinutes: z.number().int().min(1).max(1_440).nullable().default(null),
  /** Minutes held; without it they are counted from start to end. */
  minutesHeld: z.number().int().min(0).max(1_440).nullable().default(null),
  /** Members of the cell. */
  memberCount: count,
  /** Members whose attendance counts: without the exempt and those on special duty (R1). */
  counted: count,
  present: count,
  absentExcused: count,
  absentUnexcused: count,
  /** The longest row of excused absences of any one member this year, this meeting included (R5). */
  longestExcusedStreak: count,
  /** People who spoke, each once. */
  speakers: count,
  papersPostedAt: instant,
  startAt: instant,
  endAt: instant,
  resultsPostedAt: instant,
  /** False in a cell that has a secretary only. */
  hasCommittee: known,
  committeeMetFirst: known,
  invitedSuperior: known,
  /** Tasks of the last resolution. */
  tasksDone: count,
  tasksTotal: count,
  /** Indicators of the last resolution. */
  indicatorsMet: count,
  indicatorsTotal: count,
});
export type MeetingFacts = z.infer<typeof meetingFactsSchema>;

/** Nothing known yet. */
export const NO_FACTS: MeetingFacts = meetingFactsSchema.parse({});
