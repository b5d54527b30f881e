/** Questions about readings: one subject's history, its latest, its progress, and members' points by month. */
import { Dexie } from 'dexie';
import type { PointReading } from '../model/point-reading';
import { SELF } from '../model/point-reading';
import { type Period, periodAround, weekAround } from '../model/period';
import { type Progress, gainedIn } from '../tally/progress';
import { dayInVietnam } from '../vi/dates';
import type { TrackerDb } from './db';
import { unpackPages } from './point-pages';
import { toDatedTotal } from './sightings';

export interface ReadingQuery {
  /** `me` or a member id. */
  subject: string;
  /** First and last day (YYYY-MM-DD), both included. */
  from?: string;
  to?: string;
  /** Withdrawn readings too; default false. */
  includeWithdrawn?: boolean;
}

/** One subject's readings in time order. */
export async function listReadings(db: TrackerDb, query: ReadingQuery): Promise<PointReading[]> {
  const { subject, from = '', to = '9999-12-31', includeWithdrawn = false } = query;
  const pages = await db.pointPages
    .where('[subject+month+part]')
    .between([subject, from.slice(0, 7), Dexie.minKey], [subject, to.slice(0, 7), Dexie.maxKey], true, true)
    .toArray();
  return unpackPages(pages).filter(
    (reading) => reading.day >= from && reading.day <= to && (includeWithdrawn || reading.withdrawn === null),
  );
}

/** All subjects' readings of a range of days, by subject and time. */
export async function listReadingsBetween(db: TrackerDb, period: Period): Promise<PointReading[]> {
  const pages = await db.pointPages
    .where('month')
    .between(period.from.slice(0, 7), period.to.slice(0, 7), true, true)
    .toArray();
  return unpackPages(pages).filter(
    (reading) => reading.day >= period.from && reading.day <= period.to && reading.withdrawn === null,
  );
}

/** The newest reading that counts, or null. */
export async function latestReading(db: TrackerDb, subject: string): Promise<PointReading | null> {
  return (await db.subjects.get(subject))?.latest ?? null;
}

/** How many readings count (withdrawn ones do not). */
export async function countReadings(db: TrackerDb, subject: string): Promise<number> {
  return (await db.subjects.get(subject))?.count ?? 0;
}

/** Points of today, week, month, quarter and year; opens only the pages of the current week, whatever the history's length. */
export async function getProgress(db: TrackerDb, subject: string, now: Date): Promise<Progress> {
  const today = dayInVietnam(now);
  const summary = await db.subjects.get(subject);
  const week = weekAround(today);
  const months = (summary?.months ?? []).filter(({ month }) => month <= today.slice(0, 7));
  if (summary === undefined || months.length === 0) {
    return { today: null, week: null, month: null, quarter: null, year: null };
  }
  const before = months.filter(({ month }) => month < week.from.slice(0, 7)).at(-1)?.month ?? week.from.slice(0, 7);
  const readings = (await listReadings(db, { subject, from: `${before}-01`, to: today })).map(toDatedTotal);
  const gained = (from: string) => gainedIn(readings, { from, to: today }).points;
  const future = summary.latest !== null && summary.latest.day > today;
  const since = (period: Period) => {
    // A reading dated after today (a wrong clock, say) stands in the month's sum: count day by day then.
    if (future) return null;
    return months.filter(({ month }) => month >= period.from.slice(0, 7)).reduce((sum, { points }) => sum + points, 0);
  };
  const exact = future ? (await listReadings(db, { subject, to: today })).map(toDatedTotal) : readings;
  const over = (unit: 'month' | 'quarter' | 'year') => {
    const period = periodAround(today, unit);
    return since(period) ?? gainedIn(exact, { from: period.from, to: today }).points;
  };
  return {
    today: gained(today),
    week: gained(week.from),
    month: over('month'),
    quarter: over('quarter'),
    year: over('year'),
  };
}

/** Months shown in a member's small chart. */
const TREND_MONTHS = 12;

/** Points gained in each of the twelve months up to `to`, for each member given; null before their first reading. */
export async function listTrends(
  db: TrackerDb,
  members: readonly (string | null)[],
  to: string,
): Promise<{ months: string[]; trends: (number | null)[][] }> {
  const [year, month] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))];
  const months = Array.from({ length: TREND_MONTHS }, (_, index) => {
    const at = year * 12 + month - TREND_MONTHS + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  const self = (await db.members.filter(({ isSelf }) => isSelf).first())?.id;
  const stored = new Map((await db.subjects.toArray()).map((one) => [one.subject, one]));
  const trends = members.map((id) => {
    const own = id === null ? undefined : stored.get(id);
    const summary = id !== null && id === self && (own?.count ?? 0) === 0 ? stored.get(SELF) : own;
    const points = new Map(summary?.months.map((one) => [one.month, one.points]));
    const first = summary?.months[0]?.month ?? '9999-12';
    return months.map((name) => (name < first ? null : (points.get(name) ?? 0)));
  });
  return { months, trends };
}
