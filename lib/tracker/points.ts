/** Questions about readings: one subject's history, its latest, its progress, and the rows a tally is computed from. */
import { Dexie } from 'dexie';
import { cellOn, memberOn } from '../model/member-history';
import type { PointReading } from '../model/point-reading';
import { SELF } from '../model/point-reading';
import { type Period, periodAround, weekAround } from '../model/period';
import type { ReadingRow, SourceInfo } from '../model/tally';
import { type Progress, gainedIn } from '../tally/progress';
import type { DatedTotal } from '../tally/runs';
import { dayInVietnam, formatDay } from '../vi/dates';
import { nameKey } from '../vi/names';
import type { SubjectSummary, TrackerDb } from './db';
import { type PointPage, unpackPages } from './point-pages';

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

/** A reading as the tally's rules take it: the time counts only when it lies on the reading's own day. */
export function toDatedTotal(reading: PointReading): DatedTotal {
  return { day: reading.day, at: timeOf(reading), total: reading.total, newRun: isMarked(reading) };
}

/**
 * Rows for `computeTally`: every member of the unit, each sighting of a total on its own day, and who has none.
 * `to` leaves out later readings, and the roster is that of this day (who belonged to the cell, in which role); of a period that begins (`from`) among purged readings a source of no rows says so. A member who is the user of this browser and has no readings of their own uses `me`.
 */
export async function listReadingRows(
  db: TrackerDb,
  options: { unit?: string | null; from?: string; to?: string } = {},
): Promise<{ rows: ReadingRow[]; sources: SourceInfo[] }> {
  const to = options.to ?? '9999-12-31';
  const [members, pages, summaries, purged] = await Promise.all([
    db.members.toArray(),
    db.pointPages.where('month').belowOrEqual(to.slice(0, 7)).toArray(),
    db.subjects.toArray(),
    db.deletions.filter((line) => line.cause === 'retention' && line.upTo !== null).toArray(),
  ]);
  const stored = new Map(summaries.map((summary): [string, SubjectSummary] => [summary.subject, summary]));
  const bySubject = new Map<string, PointPage[]>();
  for (const page of pages) {
    const list = bySubject.get(page.subject);
    if (list) list.push(page);
    else bySubject.set(page.subject, [page]);
  }
  const rows: ReadingRow[] = [];
  const sources: SourceInfo[] = [];
  const places = new Map<string, number>();
  const wanted = options.unit === undefined || options.unit === null ? null : nameKey(options.unit);
  for (const member of cellOn(members, to)) {
    if (wanted !== null && (member.unit === null || nameKey(member.unit) !== wanted)) continue;
    const { name, code, installed, eligible, reason } = member;
    const fact = { person: member.id, name, code, installed, eligible, reason, role: memberOn(member, to).role };
    const subject = member.isSelf && (stored.get(member.id)?.count ?? 0) === 0 ? SELF : member.id;
    const twins = members.filter(({ sameAs }) => sameAs === member.id).map(({ id }) => id);
    const own = [subject, ...twins].flatMap((one) => (bySubject.get(one) ?? []).sort(byMonthAndPart));
    let told = false;
    for (const reading of unpackPages(own)) {
      if (reading.withdrawn !== null || reading.day > to) continue;
      const source = placeOf(sourceOf(reading), sources, places);
      for (const [index, sighting] of sightingsOf(reading).entries()) {
        if (sighting.day > to) continue;
        told = true;
        rows.push({ ...fact, ...sighting, total: reading.total, newRun: index === 0 && isMarked(reading), source });
      }
    }
    if (!told) {
      const source = placeOf({ name: 'Danh sách đảng viên', kind: 'manual', detail: null }, sources, places);
      rows.push({ ...fact, day: null, at: null, total: null, source });
    }
  }
  const gone = purged.filter(({ what }) => what === 'readings' || what === 'ownReadings').map(({ upTo }) => upTo ?? '');
  const upTo = gone.reduce((last, day) => (day > last ? day : last), '');
  if (options.from !== undefined && options.from <= upTo) {
    const name = `Các lần ghi đến hết ngày ${formatDay(upTo)} đã xóa theo thời hạn lưu: điểm của kỳ này có thể không đúng`;
    placeOf({ name, kind: 'manual', detail: null }, sources, places);
  }
  return { rows, sources };
}

/** The day it was first seen, and the last sighting of each later day. */
function sightingsOf(reading: PointReading): { day: string; at: string | null }[] {
  const later = new Map((reading.alsoSeenAt ?? []).map((at) => [dayInVietnam(new Date(at)), at]));
  later.delete(reading.day);
  return [{ day: reading.day, at: timeOf(reading) }, ...[...later].map(([day, at]) => ({ day, at }))];
}

function sourceOf(reading: PointReading): SourceInfo {
  const kind = reading.source === 'ranking' ? 'page' : reading.source;
  const detail = reading.site === null ? null : `${reading.site} v${reading.siteVersion ?? '?'}`;
  return { name: reading.origin === '' ? kind : reading.origin, kind, detail };
}

function placeOf(source: SourceInfo, sources: SourceInfo[], places: Map<string, number>): number {
  const key = [source.kind, source.name, source.detail].join('\u0000');
  const known = places.get(key);
  if (known !== undefined) return known;
  const place = sources.push(source) - 1;
  places.set(key, place);
  return place;
}

function timeOf(reading: PointReading): string | null {
  return dayInVietnam(new Date(reading.takenAt)) === reading.day ? reading.takenAt : null;
}

// A fall is seen from the totals themselves, and the first reading has nothing before it.
function isMarked(reading: PointReading): boolean {
  return reading.newRun !== null && reading.newRun !== 'first';
}

function byMonthAndPart(a: PointPage, b: PointPage): number {
  return a.month < b.month ? -1 : a.month > b.month ? 1 : a.part - b.part;
}
