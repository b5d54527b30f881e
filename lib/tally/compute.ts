/** The tally of a cell over a period, from dated readings: the one place where its rules stand. */
import {
  type KnownTally,
  REFERENCE_NOTE,
  type RankKey,
  type RankMethod,
  type ReadingRow,
  type SourceRows,
  type Tally,
  type TallyActivity,
  type TallyMember,
  type TallySource,
} from '../model/tally';
import type { Period } from '../model/period';
import { sortByName } from '../vi/names';
import { cleanText } from '../vi/text';
import { figuresOf, rankValues, rate } from './figures';
import { groupPeople, type Person } from './identity';
import { type DatedTotal, inOrder, sumRises } from './runs';

export interface TallyOptions {
  period: Period;
  /** Name of the cell, or null. */
  unit?: string | null;
  /** Default `points`. */
  rankBy?: RankKey;
  /** Default `competition` (1-1-3). */
  rankMethod?: RankMethod;
  /** Names of the files or pages that `ReadingRow.source` points at; rows left out because no figure rests on them are counted there. */
  sources?: readonly SourceRows[];
  /** Other measures by the person of the roster (`ReadingRow.person`), summed over the period. */
  activity?: ReadonlyMap<string, TallyActivity>;
  now: Date;
}

/**
 * Computes the tally; pure, never throws on well-formed rows.
 * Closing = last reading on or before the period's last day; opening = last reading before its first day, else the first
 * inside it (`openingInPeriod`); points = sum of the rises between them, where a fall starts a new run (`reset`) and never
 * counts negative; a person without any reading up to the last day has null, not 0. `readings` counts those inside the period.
 */
export function computeTally(rows: readonly ReadingRow[], options: TallyOptions): Tally {
  return tallyRows(rows, options).tally;
}

/** The same, with what `tallyPeople` gives. */
export function tallyRows(rows: readonly ReadingRow[], options: TallyOptions): KnownTally {
  const { period, unit = null, rankBy = 'points', rankMethod = 'competition', sources = [], activity, now } = options;
  const people = peopleOf(rows);
  const members = people.map((person) => {
    const told = activity?.get(idOf(rows, person) ?? '');
    return { ...member(rows, person, period), ...(told === undefined ? {} : { activity: told }) };
  });
  const ranks = rankValues(
    members.map((one) => one[rankBy]),
    rankMethod,
  );
  members.forEach((one, index) => (one.rank = ranks[index] ?? null));
  const tally: Tally = {
    format: 'sotay-tally',
    version: 1,
    unit,
    period: { from: period.from, to: period.to },
    rankedBy: rankBy,
    rankMethod,
    generatedAt: now.toISOString(),
    note: REFERENCE_NOTE,
    members,
    summary: summarise(members),
    sources: describeSources(sources, rows),
  };
  return { tally, members: people.map((person) => idOf(rows, person)) };
}

function idOf(rows: readonly ReadingRow[], person: Person): string | null {
  return rows[person.rows[0] ?? -1]?.person ?? null;
}

/** Roster id of each row of the tally of these rows, in its order; null for people told apart by name and code alone. */
export function tallyPeople(rows: readonly ReadingRow[]): (string | null)[] {
  return peopleOf(rows).map((person) => idOf(rows, person));
}

function peopleOf(rows: readonly ReadingRow[]): Person[] {
  return sortByName(groupPeople(rows), (person) => person.name);
}

/** The summary of members as listed; rates are recomputed from counts. Active = rose within the period. */
export function summarise(members: readonly TallyMember[]): Tally['summary'] {
  const stated = (key: 'installed' | 'eligible') =>
    members.some((one) => one[key] !== null) ? members.filter((one) => one[key] === true).length : null;
  const eligible = stated('eligible');
  const installed = stated('installed');
  const active = members.filter((one) => (one.points ?? 0) > 0).length;
  return {
    members: members.length,
    eligible,
    withReading: members.filter((one) => one.closing !== null).length,
    points: figuresOf(members.flatMap((one) => one.points ?? [])),
    closing: figuresOf(members.flatMap((one) => one.closing ?? [])),
    installed: { count: installed, ofAll: rate(installed, members.length), ofEligible: rate(installed, eligible) },
    active: { count: active, ofAll: rate(active, members.length), ofEligible: rate(active, eligible) },
  };
}

function member(rows: readonly ReadingRow[], person: Person, period: Period): TallyMember {
  const own = person.rows.flatMap((index) => rows[index] ?? []);
  const readings = inOrder(own.flatMap(toReading)).filter((reading) => reading.day <= period.to);
  const inside = readings.findIndex((reading) => reading.day >= period.from);
  const before = inside === -1 ? readings.length : inside;
  const openingInPeriod = before === 0 && readings.length > 0;
  const course = readings.slice(openingInPeriod ? 0 : Math.max(0, before - 1));
  const { points, reset } = sumRises(course);
  const known = course.length > 0;
  const facts = oldestFirst(own, period);
  return {
    name: person.name,
    code: person.code,
    opening: course[0]?.total ?? null,
    closing: course.at(-1)?.total ?? null,
    points: known ? points : null,
    rank: null,
    readings: readings.length - before,
    openingInPeriod,
    reset,
    installed: lastStated(facts, (row) => row.installed),
    eligible: lastStated(facts, (row) => row.eligible),
    reason: lastStated(facts, (row) => textOrNull(row.reason)),
    role: lastStated(facts, (row) => textOrNull(row.role ?? null)),
  };
}

// The last one told within the period wins; undated rows are older than dated ones, and what is only told after the
// period is better than nothing, the earliest of it first.
function oldestFirst(rows: readonly ReadingRow[], period: Period): ReadingRow[] {
  const late = rows.filter((row) => row.day !== null && row.day > period.to);
  const within = rows.filter((row) => row.day === null || row.day <= period.to);
  return [...late.sort((a, b) => compareDays(b, a)), ...within.sort(compareDays)];
}

function compareDays(a: ReadingRow, b: ReadingRow): number {
  const left = a.day ?? '';
  const right = b.day ?? '';
  return left < right ? -1 : left > right ? 1 : 0;
}

function lastStated<T>(rows: readonly ReadingRow[], read: (row: ReadingRow) => T | null): T | null {
  return rows.reduce<T | null>((found, row) => read(row) ?? found, null);
}

function textOrNull(text: string | null): string | null {
  const clean = text === null ? '' : cleanText(text);
  return clean === '' ? null : clean.slice(0, 500);
}

function toReading(row: ReadingRow): DatedTotal[] {
  if (row.day === null || row.total === null) return [];
  return [{ day: row.day, at: row.at, total: row.total, newRun: row.newRun === true }];
}

function describeSources(sources: readonly SourceRows[], rows: readonly ReadingRow[]): TallySource[] {
  const counted = sources.map(({ name, kind, detail, unread }): TallySource => {
    const { rows: count, from, to } = unread ?? { rows: 0, from: null, to: null };
    return { name, kind, detail, rows: count, from, to };
  });
  for (const { source, day } of rows) {
    const own = counted[source];
    if (own === undefined) continue;
    own.rows++;
    if (day === null) continue;
    if (own.from === null || day < own.from) own.from = day;
    if (own.to === null || day > own.to) own.to = day;
  }
  return counted;
}
