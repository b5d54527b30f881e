/** One person's points over today, week, month, quarter, year and any two days, and the pace towards a target; all derived. */
import { type Period, periodAround, weekAround } from '../model/period';
import { type Day, addDays, dayInVietnam, daysBetween } from '../vi/dates';
import { type DatedTotal, inOrder, sumRises } from './runs';

export interface Progress {
  /** Points gained; null when there is no reading up to then. */
  today: number | null;
  week: number | null;
  month: number | null;
  quarter: number | null;
  year: number | null;
}

/**
 * Points one person gained from `period.from` to `period.to`, by the rules of the tally; null without any reading up to the
 * last day. `openingInPeriod`: nothing is known before, so the figure starts at the first reading inside.
 */
export function gainedIn(
  readings: readonly DatedTotal[],
  period: Period,
): { points: number | null; openingInPeriod: boolean; reset: boolean } {
  const upTo = inOrder(readings).filter((reading) => reading.day <= period.to);
  const inside = upTo.findIndex((reading) => reading.day >= period.from);
  const before = inside === -1 ? upTo.length : inside;
  if (upTo.length === 0) return { points: null, openingInPeriod: false, reset: false };
  const { points, reset } = sumRises(upTo.slice(Math.max(0, before - 1)));
  return { points, openingInPeriod: before === 0, reset };
}

/** Points of today, this week (Monday first), month, quarter and year, as days are lived in Vietnam. */
export function computeProgress(readings: readonly DatedTotal[], now: Date): Progress {
  const today = dayInVietnam(now);
  const gained = (from: Day) => gainedIn(readings, { from, to: today }).points;
  return {
    today: gained(today),
    week: gained(weekAround(today).from),
    month: gained(periodAround(today, 'month').from),
    quarter: gained(periodAround(today, 'quarter').from),
    year: gained(periodAround(today, 'year').from),
  };
}

export type Pace = 'ahead' | 'onTrack' | 'behind';

export interface TargetPace {
  perMonth: number;
  /** Points gained this month. */
  done: number;
  /** Where an even pace would stand at the end of today; not rounded. */
  expectedByNow: number;
  pace: Pace;
  /** Points a day still needed from tomorrow to the month's end; null when the month ends today and the target is not met. */
  neededPerDay: number | null;
}

/** How the month stands against a target of `perMonth` points: `onTrack` is within a twentieth of the target around the even pace. */
export function computePace(readings: readonly DatedTotal[], perMonth: number, now: Date): TargetPace {
  const today = dayInVietnam(now);
  const month = periodAround(today, 'month');
  const done = gainedIn(readings, { from: month.from, to: today }).points ?? 0;
  const days = daysBetween(month.from, addDays(month.to, 1));
  const elapsed = daysBetween(month.from, today) + 1;
  const expectedByNow = (perMonth * elapsed) / days;
  const slack = perMonth / 20;
  const pace =
    done >= perMonth || done > expectedByNow + slack ? 'ahead' : done < expectedByNow - slack ? 'behind' : 'onTrack';
  const missing = Math.max(0, perMonth - done);
  const left = days - elapsed;
  return { perMonth, done, expectedByNow, pace, neededPerDay: missing === 0 ? 0 : left === 0 ? null : missing / left };
}
