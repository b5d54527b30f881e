/** Reads what a person typed as a day or a total; the refusal says what to do, in the language in use. */
import type { Texts } from '@/components/i18n';
import { type Day, parseDate } from '@/lib/vi/dates';
import { parseNumber } from '@/lib/vi/numbers';

export type Entry<T> = { ok: true; value: T } | { ok: false; message: string };

/** A day written as `05/01/2026`, `5-1-2026` or `2026-01-05`; days after `latest` are refused. */
export function readDayEntry(text: string, texts: Texts, latest: Day | null = null): Entry<Day> {
  const read = parseDate(text);
  if (!read.ok) return { ok: false, message: texts.points.dayErrors[read.reason] };
  if (latest !== null && read.day > latest) return { ok: false, message: texts.points.futureDay };
  return { ok: true, value: read.day };
}

/** A whole number of points, zero or more. */
export function readTotalEntry(text: string, texts: Texts): Entry<number> {
  const read = parseNumber(text, { kind: 'whole', units: ['điểm'] });
  if (!read.ok) return { ok: false, message: texts.ui.numberRefusals[read.reason] };
  if (read.value < 0 || read.value > 1e12) return { ok: false, message: texts.ui.numberRefusals.tooLarge };
  return { ok: true, value: read.value };
}
