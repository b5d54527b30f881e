/** Calendar days as ISO text, counted without a clock or a time zone. */

const DAY = 86_400_000;

/** The stand-in's "today" unless the URL says `?ngay=YYYY-MM-DD`. */
export const TODAY = '2026-11-23';

/** Days since 1970-01-01 of an ISO day; throws on anything else. */
export function dayNumber(iso: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  if (Number.isNaN(time)) throw new Error(`not an ISO day: ${iso}`);
  return time / DAY;
}

/** The ISO day of a day number. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** An ISO day written with the given separator: 23/11/2026. */
export function vietnameseDay(iso: string, separator = '/'): string {
  return iso.split('-').reverse().join(separator);
}
