/** Clock times as lived in Vietnam (UTC+7, no summer time) and the instants they stand for. */
import { type Day, dayInVietnam, isDay } from './dates';

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;

/** The instant of a Vietnamese day and clock time `19:30`, as ISO 8601 in UTC; null when either does not exist. */
export function instantAt(day: Day, clock: string): string | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(clock);
  if (!match || !isDay(day) || Number(match[1]) > 23 || Number(match[2]) > 59) return null;
  return new Date(Date.parse(`${day}T${clock.padStart(5, '0')}:00+07:00`)).toISOString();
}

/** `19:30` in Vietnam at an instant. */
export function clockInVietnam(instant: Date): string {
  return new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(11, 16);
}

/** `19 giờ 30` as party papers write it, `19 giờ` at the full hour. */
export function clockInWords(instant: Date): string {
  const [hour = '', minute = ''] = clockInVietnam(instant).split(':');
  return minute === '00' ? `${hour} giờ` : `${hour} giờ ${minute}`;
}

/** The weekday in Vietnam: `thứ Năm`. */
export function weekdayInVietnam(instant: Date): string {
  return WEEKDAYS[new Date(`${dayInVietnam(instant)}T00:00:00Z`).getUTCDay()] ?? '';
}
