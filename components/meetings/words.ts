/** How long something lasts and how parts of a whole are told, in the language in use. */
import type { Texts } from '@/components/i18n';
import { dayInVietnam } from '@/lib/vi/dates';
import type { Share } from '@/lib/meetings/share';

type Words = Texts['meetings'];

/** Roughly and rounded down: days from two days on, hours from one hour on, else minutes. */
export function durationWords(ms: number, t: Words): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes >= 2 * 24 * 60) return t.duration.days(String(Math.floor(minutes / (24 * 60))));
  if (minutes >= 60) return t.duration.hours(String(Math.floor(minutes / 60)));
  return t.duration.minutes(String(minutes));
}

/** Says of an end on another day which day it is; undefined for one on the same day. */
export function overnightHint(
  start: string | null,
  end: string | null,
  t: Words,
  f: { day: (day: string) => string },
): string | undefined {
  if (start === null || end === null) return undefined;
  const day = dayInVietnam(new Date(end));
  return day === dayInVietnam(new Date(start)) ? undefined : t.overnight(f.day(day));
}

/** `1:05` of minutes. */
export function clockWords(minutes: number): string {
  const whole = Math.floor(minutes);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** `12/2026` from `2026-12`. */
export function monthWords(month: string): string {
  return `${month.slice(5)}/${month.slice(0, 4)}`;
}

/** The share as a percentage, a dash where there is none. */
export function percentWords({ share }: Share, f: { percent: (fraction: number) => string }): string {
  return share === null ? '–' : f.percent(share);
}
