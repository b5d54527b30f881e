/** What a person picks when choosing a reporting period, and the days it means. */
import { type Period, parsePeriod, periodAround } from '@/lib/model/period';
import { isDay, type Day } from '@/lib/vi/dates';

export const PERIOD_KINDS = ['month', 'quarter', 'half', 'nineMonths', 'year', 'days'] as const;
export type PeriodKind = (typeof PERIOD_KINDS)[number];

/** `part` is the month 1–12, quarter 1–4 or half 1–2; `from` and `to` count for `days` only. */
export interface PeriodChoice {
  kind: PeriodKind;
  year: number;
  part: number;
  from: Day;
  to: Day;
}

/** The month around a day. */
export function firstChoice(today: Day): PeriodChoice {
  const month = periodAround(today, 'month');
  return {
    kind: 'month',
    year: Number(today.slice(0, 4)),
    part: Number(today.slice(5, 7)),
    from: month.from,
    to: month.to,
  };
}

/** How many parts of a kind a year has; 1 when there is nothing to choose. */
export function partsOf(kind: PeriodKind): number {
  return { month: 12, quarter: 4, half: 2, nineMonths: 1, year: 1, days: 1 }[kind];
}

/** The same choice as another kind, keeping the place in the year. */
export function withKind(choice: PeriodChoice, kind: PeriodKind): PeriodChoice {
  const now = periodOf(choice);
  const month = choice.kind === 'month' ? choice.part : Number((now?.to ?? choice.to).slice(5, 7));
  const part = Math.min(partsOf(kind), Math.ceil((month * partsOf(kind)) / 12));
  return { ...choice, kind, part: Math.max(1, part), from: now?.from ?? choice.from, to: now?.to ?? choice.to };
}

/** The days of a choice, or null while two chosen days make no period. */
export function periodOf(choice: PeriodChoice): Period | null {
  if (choice.kind === 'days') {
    return isDay(choice.from) && isDay(choice.to) && choice.from <= choice.to
      ? { from: choice.from, to: choice.to }
      : null;
  }
  const year = String(choice.year).padStart(4, '0');
  const name = {
    month: `${year}-${String(choice.part).padStart(2, '0')}`,
    quarter: `${year}-Q${choice.part}`,
    half: `${year}-H${choice.part}`,
    nineMonths: `${year}-9M`,
    year,
  }[choice.kind];
  try {
    return parsePeriod(name);
  } catch {
    return null;
  }
}
