/** Calendar days and times as Vietnamese pages write them, and days in Vietnam's time zone. */
import { cleanText } from './text';

/** A calendar day, `YYYY-MM-DD`, as lived in Vietnam (UTC+7, no summer time). */
export type Day = string;

export type DateRefusal = 'empty' | 'notADate' | 'noSuchDay' | 'shortYear';
export type DateResult = { ok: true; day: Day; time: string | null } | { ok: false; reason: DateRefusal; text: string };

const VIETNAM_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

const SHAPES: { pattern: RegExp; order: readonly ['d' | 'm' | 'y', 'd' | 'm' | 'y', 'd' | 'm' | 'y'] }[] = [
  { pattern: /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})$/, order: ['d', 'm', 'y'] },
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, order: ['y', 'm', 'd'] },
  { pattern: /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/iu, order: ['d', 'm', 'y'] },
];
const CLOCK_BEFORE = /^(\d{1,2})(?::| ?giờ ?| ?h ?)(\d{2})(?: ?phút)?(?::[0-5]\d)?,?(?: ngày)? (.+)$/iu;
const CLOCK_AFTER =
  /^(.+?)(?:,? | ?T|, ?)(?:lúc )?(\d{1,2})(?::| ?giờ ?| ?h ?)(\d{2})(?: ?phút)?(?::[0-5]\d)?(?:\.\d+)?$/iu;

/**
 * Reads a day with an optional clock time: `05/01/2026`, `5-1-2026`, `2026-01-05`, `ngày 05 tháng 01 năm 2026`,
 * `22/02/2023 12:15`, `08 giờ 00 phút ngày 03/02/2023`. Day before month always. Two-digit years are refused.
 */
export function parseDate(text: string): DateResult {
  const clean = cleanText(text);
  if (clean === '') return { ok: false, reason: 'empty', text: clean };
  const before = CLOCK_BEFORE.exec(clean);
  const after = before ? null : CLOCK_AFTER.exec(clean);
  const dayText = (before ? before[3] : after ? after[1] : clean) ?? '';
  const hour = before?.[1] ?? after?.[2];
  const minute = before?.[2] ?? after?.[3];
  const refuse = (reason: DateRefusal): DateResult => ({ ok: false, reason, text: clean });
  let time: string | null = null;
  if (hour !== undefined && minute !== undefined) {
    if (Number(hour) > 23 || Number(minute) > 59) return refuse('noSuchDay');
    time = `${hour.padStart(2, '0')}:${minute}`;
  }
  for (const { pattern, order } of SHAPES) {
    const match = pattern.exec(dayText.trim());
    if (!match) continue;
    const part = { d: 0, m: 0, y: 0 };
    order.forEach((key, index) => (part[key] = Number(match[index + 1])));
    const day = dayFrom(part.y, part.m, part.d);
    return day === null ? refuse('noSuchDay') : { ok: true, day, time };
  }
  return refuse(/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(dayText.trim()) ? 'shortYear' : 'notADate');
}

/** `YYYY-MM-DD` for a real calendar day between 1900 and 9999, else null. */
export function dayFrom(year: number, month: number, day: number): Day | null {
  if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** True for a well-formed, existing `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && dayFrom(Number(match[1]), Number(match[2]), Number(match[3])) === text;
}

/** The day in Vietnam at an instant, whatever zone the computer is set to. */
export function dayInVietnam(instant: Date): Day {
  const local = instant.getTime() + VIETNAM_OFFSET_MS;
  const number = Math.floor(local / DAY_MS);
  // Long histories ask for the same day many times in a row, and writing a date out is the dear part.
  if (number !== lastDay.number) lastDay = { number, day: new Date(local).toISOString().slice(0, 10) };
  return lastDay.day;
}

let lastDay = { number: Number.NaN, day: '' };

/** `day` plus a number of days (may be negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** `05/01/2026`: two-digit day and month, as in party documents. */
export function formatDay(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** `14:05 05/01/2026` in Vietnam. */
export function formatInstant(instant: Date): string {
  const local = new Date(instant.getTime() + VIETNAM_OFFSET_MS).toISOString();
  return `${local.slice(11, 16)} ${formatDay(local.slice(0, 10))}`;
}
