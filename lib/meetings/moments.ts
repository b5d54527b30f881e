/** When a meeting is: its day and month in Vietnam, as held or else as planned, and the order of meetings. */
import type { Meeting } from '../model/meeting';
import { instantAt } from '../vi/clock';
import { type Day, addDays, dayInVietnam } from '../vi/dates';

/** A clock time before the beginning belongs to the next day only where the meeting is no longer than this: beyond it is a slip of the pen. */
const LONGEST_OVERNIGHT_MS = 10 * 3_600_000;

type Timed = Pick<Meeting, 'plannedStart' | 'heldFrom'>;

/** The instant it began, or is to begin. */
export function startOf(meeting: Timed): Date {
  return new Date(meeting.heldFrom ?? meeting.plannedStart);
}

/** The day of Vietnam on which it is. */
export function dayOf(meeting: Timed): Day {
  return dayInVietnam(startOf(meeting));
}

/**
 * The end, as an ISO instant, of what began at the instant `start`, from its clock time `00:20`: on the same day of Vietnam,
 * or after midnight on the next, if that is at most ten hours later. Null when it is neither or no clock time.
 */
export function endAt(start: string, clock: string): string | null {
  const day = dayInVietnam(new Date(start));
  const same = instantAt(day, clock);
  if (same === null || Date.parse(same) > Date.parse(start)) return same;
  const next = instantAt(addDays(day, 1), clock);
  return next !== null && Date.parse(next) - Date.parse(start) <= LONGEST_OVERNIGHT_MS ? next : null;
}

/** `2026-11`. */
export function monthOf(meeting: Timed): string {
  return dayOf(meeting).slice(0, 7);
}

/** The month after `month`, both as `2026-11`. */
export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The month before `month`. */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/**
 * The month whose tasks a meeting sets ("phương hướng tháng tới"): a meeting in the first half of a month plans that month,
 * a later one the next.
 */
export function plannedMonth(meeting: Timed): string {
  const day = dayOf(meeting);
  return Number(day.slice(8)) <= 15 ? day.slice(0, 7) : nextMonth(day.slice(0, 7));
}

/** Earliest first; meetings of one moment in the order of their ids, so that the order never depends on how they were read. */
export function inOrder<M extends Timed & { id: string }>(meetings: readonly M[]): M[] {
  return [...meetings].sort((a, b) => startOf(a).getTime() - startOf(b).getTime() || (a.id < b.id ? -1 : 1));
}

/** True once it was held, whether or not its results are out. */
export function isHeld(meeting: Pick<Meeting, 'state'>): boolean {
  return meeting.state !== 'PLANNED';
}
