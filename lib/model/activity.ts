/** What one member did on the handbook in a period besides points, as far as anybody told it; every number is optional. */
import * as z from 'zod';
import { type Period, periodSchema } from './period';

const count = z.number().int().nonnegative().max(1e6).nullable();

export const ACTIVITY_COUNTS = ['visits', 'studied', 'quizzes', 'opinions'] as const;
export type ActivityCount = (typeof ACTIVITY_COUNTS)[number];

/** The same with the answers of the quizzes, in the order in which a tally tells them. */
export const ACTIVITY_FIGURES = ['visits', 'studied', 'quizzes', 'quizRight', 'quizAsked', 'opinions'] as const;
export type ActivityFigure = (typeof ACTIVITY_FIGURES)[number];

export const activitySchema = z.strictObject({
  memberId: z.string().min(1).max(64).nullable(),
  /** A month as a rule; a hand-in may be about a longer one. */
  period: periodSchema,
  /** Used the handbook in it; null: not known. */
  used: z.boolean().nullable(),
  /** Visits, documents and resolutions studied, quizzes done, opinions sent. */
  visits: count,
  studied: count,
  quizzes: count,
  /** Answers right, of all asked, in those quizzes; records without them are as old as they are valid. */
  quizRight: count.optional(),
  quizAsked: count.optional(),
  opinions: count,
  /** Where the numbers came from, in words. */
  origin: z.string().max(300),
});
export type Activity = z.infer<typeof activitySchema>;

/** What a member did over a period, summed; null where nobody told. */
export type ActivitySums = Pick<Activity, ActivityFigure | 'used'>;

/** Id of the record of one member and period. */
export function activityId(memberId: string, { from, to }: Period): string {
  return `activity ${from}..${to} ${memberId}`;
}

/** What a member did over a period: the records that lie wholly in it, the longest first, none that overlaps one taken. */
export function activityIn(records: readonly Activity[], { from, to }: Period): ActivitySums | null {
  const inside = records
    .filter(({ period }) => period.from >= from && period.to <= to)
    .sort((a, b) => (a.period.to > b.period.to ? -1 : 1))
    .sort((a, b) => lengthOf(b.period) - lengthOf(a.period));
  const taken: Activity[] = [];
  for (const one of inside) {
    if (taken.every(({ period }) => period.to < one.period.from || one.period.to < period.from)) taken.push(one);
  }
  if (taken.length === 0) return null;
  const sum = (field: ActivityCount) => {
    const told = taken.flatMap((one) => one[field] ?? []);
    return told.length === 0 ? null : told.reduce((all, value) => all + value, 0);
  };
  // Answers count only where both are known: those right of one quiz say nothing against those asked in another.
  const marked = taken.filter(({ quizRight, quizAsked }) => quizRight != null && quizAsked != null);
  const all = (field: 'quizRight' | 'quizAsked') => marked.reduce((so, one) => so + (one[field] ?? 0), 0);
  const used = taken.map((one) => one.used);
  return {
    used: used.includes(true) ? true : used.includes(false) ? false : null,
    visits: sum('visits'),
    studied: sum('studied'),
    quizzes: sum('quizzes'),
    // Left out where nobody told: closed figures keep their digest.
    ...(marked.length === 0 ? {} : { quizRight: all('quizRight'), quizAsked: all('quizAsked') }),
    opinions: sum('opinions'),
  };
}

/** The same for every member named in the records; who has none in the period is missing. */
export function activityByMember(records: readonly Activity[], period: Period): Map<string, ActivitySums> {
  const own = new Map<string, Activity[]>();
  for (const record of records) {
    if (record.memberId === null) continue;
    const list = own.get(record.memberId);
    if (list) list.push(record);
    else own.set(record.memberId, [record]);
  }
  const sums = new Map<string, ActivitySums>();
  for (const [memberId, list] of own) {
    const told = activityIn(list, period);
    if (told !== null) sums.set(memberId, told);
  }
  return sums;
}

function lengthOf({ from, to }: Period): number {
  return Date.parse(to) - Date.parse(from);
}
