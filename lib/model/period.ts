/** Reporting periods: a month, quarter, half year, nine months, year or any two days, written as in `2026-Q3`. */
import * as z from 'zod';
import { type Day, addDays, dayFrom, isDay } from '../vi/dates';

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
