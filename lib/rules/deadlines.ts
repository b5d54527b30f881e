/** Counts days forward by a rule: the day a request was received does not count, the last day does. */
import type { DataRequest, RequestKind } from '../model/data-request';
import { type Day, addDays } from '../vi/dates';
import { REQUEST_DEADLINES, type DeadlineRules, type Term } from './request-deadlines';

/** True on Monday to Friday outside the holidays given. */
export function isWorkingDay(day: Day, holidays: readonly Day[]): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.includes(day);
}

/** The last day of a term that starts the day after `from`. */
export function lastDayOf(term: Term, from: Day, holidays: readonly Day[]): Day {
  if (term.count === 'calendar') return addDays(from, term.days);
  let day = from;
  for (let left = term.days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, holidays)) left--;
  }
  return day;
}

/** Days by which a request must be answered and carried out. */
export function deadlinesFor(
  kind: RequestKind,
  receivedOn: Day,
  holidays: readonly Day[],
  rules: DeadlineRules = REQUEST_DEADLINES,
): Pick<DataRequest, 'answerBy' | 'doneBy'> {
  return {
    answerBy: lastDayOf(rules.answer, receivedOn, holidays),
    doneBy: lastDayOf(rules.done[kind], receivedOn, holidays),
  };
}
