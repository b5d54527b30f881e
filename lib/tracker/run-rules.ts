/** How readings follow each other: their order, what extends what, where a new run starts, and the sums per month. Pure. */
import type { PointReading, RunReason } from '../model/point-reading';
import { MOST_SIGHTINGS, SELF } from '../model/point-reading';
import { inOrder } from '../tally/runs';
import { dayInVietnam } from '../vi/dates';
import { nameKey } from '../vi/names';
import type { KnownContext, SubjectSummary } from './db';
import { toDatedTotal } from './sightings';

export const NOTHING_KNOWN: KnownContext = { name: null, role: null, unit: null, site: null, host: null };

/** What came of one incoming reading. */
export type Placing = 'added' | 'extended' | 'known';

/** Place of a reading in its history: by day, on one day by the instant it was taken (entered). */
export function orderKey(reading: Pick<PointReading, 'day' | 'takenAt'>): string {
  return `${reading.day} ${reading.takenAt}`;
}

/** Place of the last sighting of a reading. */
export function lastKey(reading: PointReading): string {
  return reading.lastSeenAt === reading.takenAt ? orderKey(reading) : instantKey(reading.lastSeenAt);
}

function instantKey(instant: string): string {
  return `${dayInVietnam(new Date(instant))} ${instant}`;
}

/** One subject's readings in order, with a look-up by day. */
export interface History {
  readings: PointReading[];
  byDay: Map<string, PointReading[]>;
}

/** Takes over `readings`, sorted. */
export function openHistory(readings: PointReading[]): History {
  const history: History = { readings, byDay: new Map() };
  for (const reading of readings) note(history, reading);
  return history;
}

function note({ byDay }: History, reading: PointReading): void {
  for (const day of new Set([reading.day, ...reading.corrections.map((before) => before.day)])) {
    const list = byDay.get(day);
    if (list) list.push(reading);
    else byDay.set(day, [reading]);
  }
}

/**
 * Puts one reading into the history, in place. A sighting on a page or ranking that equals the one before it extends
 * that one; a reading that is there already changes nothing; anything else is inserted, and if it falls inside the span of
 * another total, that span is split (`newId` names the later half).
 */
export function placeReading(history: History, incoming: PointReading, newId: () => string): Placing {
  const { readings, byDay } = history;
  if (byDay.get(incoming.day)?.some((stored) => isSame(stored, incoming))) return 'known';
  const at = placeOf(readings, orderKey(incoming));
  let before = at - 1;
  while (before >= 0 && readings[before]?.withdrawn !== null) before--;
  const previous = readings[before];
  if (previous !== undefined && isSighting(incoming) && continues(previous, incoming)) {
    const extended = extend(previous, incoming.takenAt);
    if (extended === null) return 'known';
    readings[before] = extended;
    return 'extended';
  }
  if (previous !== undefined && lastKey(previous) > orderKey(incoming)) {
    const [first, rest] = split(previous, orderKey(incoming), newId);
    readings[before] = first;
    readings.splice(at, 0, incoming);
    // Readings whose day was put right may lie between the two.
    readings.splice(placeOf(readings, orderKey(rest)), 0, rest);
  } else readings.splice(at, 0, incoming);
  note(history, incoming);
  return 'added';
}

// First place whose reading comes after `key`.
function placeOf(readings: readonly PointReading[], key: string): number {
  let low = 0;
  let high = readings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const reading = readings[middle];
    if (reading !== undefined && orderKey(reading) > key) high = middle;
    else low = middle + 1;
  }
  return low;
}

function isSighting(reading: PointReading): boolean {
  return reading.source === 'page' || reading.source === 'ranking';
}

// The same file read twice, or one sighting reported twice. A corrected or withdrawn row of a file stays as the user left it.
function isSame(stored: PointReading, incoming: PointReading): boolean {
  if (isSighting(incoming)) {
    return stored.source === incoming.source && stored.takenAt === incoming.takenAt && stored.total === incoming.total;
  }
  const dated = [{ day: stored.day, total: stored.total }, ...stored.corrections];
  if (!dated.some((one) => one.day === incoming.day && one.total === incoming.total)) return false;
  const sameOrigin = stored.source === incoming.source && stored.origin === incoming.origin;
  const untouched = stored.withdrawn === null && stored.day === incoming.day && stored.total === incoming.total;
  if (untouched) return toDatedTotal(stored).at === toDatedTotal(incoming).at || toDatedTotal(incoming).at === null;
  return sameOrigin && incoming.source !== 'manual';
}

/** Same total under the same site, role, unit and name: the earlier reading is seen once more. */
function continues(previous: PointReading, next: PointReading): boolean {
  return (
    previous.total === next.total &&
    isSighting(previous) &&
    previous.source === next.source &&
    previous.site === next.site &&
    previous.host === next.host &&
    sameText(previous.role, next.role) &&
    sameText(previous.unit, next.unit) &&
    (next.subject !== SELF || sameText(previous.name, next.name))
  );
}

/** Sightings are kept to the hour: the last one of each. Another total may yet turn up between two of them. */
export const hourOf = (instant: string): string => instant.slice(0, 13);

/** The sightings of one total, oldest first, thinned to one an hour; absent when it was seen within its first hour only. */
export function laterSightings(takenAt: string, instants: readonly string[]): Pick<PointReading, 'alsoSeenAt'> {
  const hours = new Map([...instants].sort().map((at): [string, string] => [hourOf(at), at]));
  const past = [...hours.keys()].some((hour) => hour !== hourOf(takenAt));
  return past ? { alsoSeenAt: thinned([...hours.values()]) } : {};
}

/** Within the bound of the schema: of the oldest days only the last sighting is kept. */
function thinned(instants: string[]): string[] {
  if (instants.length <= MOST_SIGHTINGS) return instants;
  const early = instants.slice(0, -MOST_SIGHTINGS / 2);
  const days = new Map(early.map((at): [string, string] => [dayInVietnam(new Date(at)), at]));
  return [...days.values(), ...instants.slice(-MOST_SIGHTINGS / 2)].slice(-MOST_SIGHTINGS);
}

function extend(reading: PointReading, instant: string): PointReading | null {
  // Older readings hold only the last sighting of a day.
  const seen = [...(reading.alsoSeenAt ?? []), reading.lastSeenAt].filter((at) => at !== reading.takenAt);
  const hour = hourOf(instant);
  const known = seen.findLast((at) => hourOf(at) === hour) ?? (hourOf(reading.takenAt) === hour ? reading.takenAt : '');
  if (instant <= known) return null;
  return {
    ...reading,
    lastSeenAt: instant > reading.lastSeenAt ? instant : reading.lastSeenAt,
    ...laterSightings(reading.takenAt, [...seen, instant]),
  };
}

function split(reading: PointReading, key: string, newId: () => string): [PointReading, PointReading] {
  const instants = [...new Set([...(reading.alsoSeenAt ?? []), reading.lastSeenAt])].filter(
    (at) => at !== reading.takenAt,
  );
  const earlier = instants.filter((at) => instantKey(at) <= key);
  const later = instants.filter((at) => instantKey(at) > key);
  const [start = reading.lastSeenAt] = later;
  const { alsoSeenAt: _seen, ...plain } = reading;
  return [
    { ...plain, lastSeenAt: earlier.at(-1) ?? reading.takenAt, ...laterSightings(reading.takenAt, earlier) },
    {
      ...plain,
      id: newId(),
      day: dayInVietnam(new Date(start)),
      takenAt: start,
      lastSeenAt: later.at(-1) ?? start,
      ...laterSightings(start, later.slice(1)),
      corrections: [],
    },
  ];
}

/** Where the walk over a history stands: the last reading that counts, and what is known of the context. */
export interface RunState {
  previous: PointReading | null;
  known: KnownContext;
}

/** Sets `newRun` of every reading from `from` on, in place, and returns the state after the last. */
export function markRuns(
  history: PointReading[],
  from = 0,
  start: RunState = { previous: null, known: NOTHING_KNOWN },
): RunState {
  let { previous, known } = start;
  for (let index = from; index < history.length; index++) {
    const reading = history[index];
    if (reading === undefined) continue;
    const newRun = reading.withdrawn === null ? runReason(reading, previous, known) : null;
    if (newRun !== reading.newRun) history[index] = { ...reading, newRun };
    if (reading.withdrawn !== null) continue;
    previous = history[index] ?? null;
    known = learn(known, reading);
  }
  return { previous, known };
}

/** Why a reading does not continue the run before it; null when it does. What a reading does not tell changes nothing. */
export function runReason(reading: PointReading, previous: PointReading | null, known: KnownContext): RunReason | null {
  if (previous === null) return 'first';
  if (differs(known.site, reading.site) || differs(known.host, reading.host)) return 'site';
  // Whose readings a member's are was settled by the person who matched the names.
  if (reading.subject === SELF && differs(known.name, reading.name)) return 'name';
  if (differs(known.role, reading.role)) return 'role';
  if (differs(known.unit, reading.unit)) return 'unit';
  return reading.total < previous.total ? 'fall' : null;
}

/** The context after a reading: what it tells replaces what was known. */
export function learn(known: KnownContext, told: KnownContext): KnownContext {
  return {
    name: told.name ?? known.name,
    role: told.role ?? known.role,
    unit: told.unit ?? known.unit,
    site: told.site ?? known.site,
    host: told.host ?? known.host,
  };
}

export function differs(known: string | null, told: string | null): boolean {
  return known !== null && told !== null && !sameText(known, told);
}

function sameText(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && nameKey(a) === nameKey(b));
}

/** Points and readings per month; `history` may begin before the months asked for, so that the first step has its start. */
export function sumMonths(history: readonly PointReading[]): SubjectSummary['months'] {
  const months = new Map<string, { month: string; points: number; count: number }>();
  const counted = history.filter((reading) => reading.withdrawn === null);
  const of = (day: string) => {
    const month = day.slice(0, 7);
    const entry = months.get(month) ?? { month, points: 0, count: 0 };
    months.set(month, entry);
    return entry;
  };
  for (const reading of counted) of(reading.day).count++;
  let before: number | null = null;
  for (const { day, total, newRun } of inOrder(counted.map(toDatedTotal))) {
    if (before !== null && newRun !== true && total > before) of(day).points += total - before;
    before = total;
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
