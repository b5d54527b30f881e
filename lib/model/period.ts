/** Reporting periods: a month, quarter, half year, nine months, year or any two days, written as in `2026-Q3`. */
import * as z from 'zod';
import { type Day, addDays, dayFrom, daysBetween, isDay } from '../vi/dates';

/** First and last day, both included, as lived in Vietnam. */
export interface Period {
  from: Day;
  to: Day;
}

const day = z.string().refine(isDay, 'expected YYYY-MM-DD');
export const periodSchema = z.strictObject({ from: day, to: day }).refine((p) => p.from <= p.to, 'from is after to');

/** A text that names no period; `message` says what is accepted. */
export class PeriodError extends Error {
  override name = 'PeriodError';
  constructor(text: string, why = 'not a period') {
    super(
      `"${text}": ${why}; use 2026-11 (month), 2026-Q3 (quarter), 2026-H1 (half year), 2026-9M (nine months), 2026 (year) or 2026-01-01..2026-06-30`,
    );
  }
}

/** Reads `2026`, `2026-11`, `2026-Q3`, `2026-H1`, `2026-9M`, `2026-01-01..2026-06-30`. @throws PeriodError */
export function parsePeriod(text: string): Period {
  const clean = text.trim().toUpperCase();
  const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(clean);
  if (range) {
    const [, from = '', to = ''] = range;
    if (!isDay(from) || !isDay(to)) throw new PeriodError(text, 'a day in it does not exist');
    if (from > to) throw new PeriodError(text, 'its first day is after its last');
    return { from, to };
  }
  const named = /^(\d{4})(?:-(\d{2})|-Q([1-4])|-H([12])|-(9M))?$/.exec(clean);
  if (!named) throw new PeriodError(text);
  const year = Number(named[1]);
  if (named[2]) return months(text, year, Number(named[2]), 1);
  if (named[3]) return months(text, year, Number(named[3]) * 3 - 2, 3);
  if (named[4]) return months(text, year, Number(named[4]) * 6 - 5, 6);
  return months(text, year, 1, named[5] ? 9 : 12);
}

/** The calendar month, quarter or year that holds `day`. */
export function periodAround(day: Day, unit: 'month' | 'quarter' | 'year'): Period {
  const year = day.slice(0, 4);
  if (unit === 'year') return parsePeriod(year);
  if (unit === 'month') return parsePeriod(day.slice(0, 7));
  return parsePeriod(`${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`);
}

/** The whole months just before, as many as the period has; of a period of other days, as many days. */
export function periodBefore(period: Period): Period {
  const count = wholeMonths(period);
  if (count === null) {
    const days = daysBetween(period.from, period.to);
    return { from: addDays(period.from, -days - 1), to: addDays(period.from, -1) };
  }
  return { from: monthsEarlier(period.from, count), to: addDays(period.from, -1) };
}

/** The same days one year earlier; 29 February becomes the 28th. */
export function yearBefore(period: Period): Period {
  const from = monthsEarlier(period.from, 12);
  const to =
    wholeMonths(period) === null ? monthsEarlier(period.to, 12) : addDays(monthsEarlier(addDays(period.to, 1), 12), -1);
  return { from, to };
}

/** Number of months when a period is made of whole ones, else null. */
export function wholeMonths({ from, to }: Period): number | null {
  const after = addDays(to, 1);
  if (!from.endsWith('-01') || !after.endsWith('-01')) return null;
  return (
    (Number(after.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(after.slice(5, 7)) - Number(from.slice(5, 7))
  );
}

/** Months (YYYY-MM) that a period touches, in order. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = addDays(`${month}-28`, 4).slice(0, 7))
    months.push(month);
  return months;
}

function monthsEarlier(day: Day, count: number): Day {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - count;
  const [year, month, date] = [Math.floor(all / 12), (all % 12) + 1, Number(day.slice(8))];
  return dayFrom(year, month, date) ?? dayFrom(year, month, 30) ?? dayFrom(year, month, 28) ?? day;
}

/** Monday to Sunday around `day`. */
export function weekAround(day: Day): Period {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const from = addDays(day, -weekday);
  return { from, to: addDays(from, 6) };
}

function months(text: string, year: number, first: number, count: number): Period {
  const from = dayFrom(year, first, 1);
  const last = first + count - 1;
  const after = last === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, last + 1, 1);
  if (from === null || after === null) throw new PeriodError(text, 'no such month');
  return { from, to: addDays(after, -1) };
}
