/** One person's readings in order, and what rose between them: the rule every figure of the product rests on. */
import { dayInVietnam, type Day } from '../vi/dates';

/** A dated cumulative total; `at` orders readings of one day, `newRun` says that the step to it is no rise. */
export interface DatedTotal {
  day: Day;
  /** ISO instant or `HH:MM[:SS]`; null when only the day is known. */
  at: string | null;
  total: number;
  newRun?: boolean;
}

/** Rises between neighbours; a fall, or a reading marked `newRun`, starts a new run and counts nothing. */
export function sumRises(readings: readonly DatedTotal[]): { points: number; reset: boolean } {
  let points = 0;
  let reset = false;
  for (let index = 1; index < readings.length; index++) {
    const before = readings[index - 1];
    const now = readings[index];
    if (!before || !now) continue;
    if (now.newRun === true || now.total < before.total) reset = true;
    else points += now.total - before.total;
  }
  return { points, reset };
}

/**
 * Readings by day, then by time. On a day where a time is missing the order given decides, and of different totals the
 * last one stands (two totals of one day without a time are a correction, not a course).
 */
export function inOrder<T extends DatedTotal>(readings: readonly T[]): T[] {
  const days = new Map<Day, T[]>();
  for (const reading of readings) {
    const sameDay = days.get(reading.day);
    if (sameDay) sameDay.push(reading);
    else days.set(reading.day, [reading]);
  }
  return [...days.keys()].sort().flatMap((day) => oneDay(days.get(day) ?? []));
}

function oneDay<T extends DatedTotal>(readings: T[]): T[] {
  const last = readings.at(-1);
  if (last === undefined || readings.length === 1) return readings;
  if (readings.some((reading) => reading.at === null)) {
    // The marks of what the last one replaces stay: a new run on that day is a new run.
    return [readings.some((reading) => reading.newRun) ? { ...last, newRun: true } : last];
  }
  return readings
    .map((reading) => ({ reading, clock: clockOf(reading) }))
    .sort((a, b) => (a.clock < b.clock ? -1 : a.clock > b.clock ? 1 : 0))
    .map(({ reading }) => reading);
}

// Instants and bare clock times of one day made comparable as Vietnamese local time.
function clockOf(reading: DatedTotal): string {
  const at = reading.at ?? '';
  const instant = at.includes('T') ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(instant)) return at.padStart(5, '0');
  const local = new Date(instant);
  const clock = new Date(instant + 7 * 3_600_000).toISOString().slice(11, 23);
  return dayInVietnam(local) === reading.day ? clock : at;
}
