/** Our own fixed texts in the profile's spelling and the phrases of party documents; what people wrote is never changed. */
import type { DocProfile } from '../model/doc-profile';
import type { Day } from '../vi/dates';

/** Template tag: respells the fixed parts (ủy or uỷ), and leaves every value put in as it is. */
export type Say = (fixed: TemplateStringsArray, ...values: readonly (string | number)[]) => string;

export function sayIn(profile: Pick<DocProfile, 'spelling'>): Say {
  return (fixed, ...values) =>
    fixed.reduce((text, part, at) => text + respell(part, profile) + String(values[at] ?? ''), '');
}

/** One fixed text of ours in the profile's spelling; never given a name. */
export function respell(text: string, { spelling }: Pick<DocProfile, 'spelling'>): string {
  if (spelling === 'ủy') return text;
  return text.replaceAll('ủy', 'uỷ').replaceAll('Ủy', 'Uỷ').replaceAll('ỦY', 'UỶ');
}

/** `ngày 05 tháng 02 năm 2026`, padded as the profile says. */
export function dayInWords(day: Day, profile: Pick<DocProfile, 'placeDate'>): string {
  const [year = '', , date = ''] = day.split('-');
  const number = Number(date);
  const padded = number < profile.placeDate.padDaysBelow ? date : String(number);
  return `ngày ${padded} tháng ${monthInWords(day.slice(0, 7), profile)} năm ${year}`;
}

/** `02` or `5` for `2026-02`, `2026-05`. */
export function monthInWords(month: string, { placeDate }: Pick<DocProfile, 'placeDate'>): string {
  const number = Number(month.slice(5, 7));
  return placeDate.padMonths.includes(number) ? String(number).padStart(2, '0') : String(number);
}

/** `2025-12` for `2026-01`. */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`;
}

/** `Đông Trà, ngày 05 tháng 02 năm 2026`; dots where the place is not known. */
export function placeAndDay(place: string | null, day: Day, profile: Pick<DocProfile, 'placeDate'>): string {
  return `${place ?? '…………'}, ${dayInWords(day, profile)}`;
}

/** `19 giờ 30 phút`. */
export function clockInWords(clock: string): string {
  const [hour = '', minute = ''] = clock.split(':');
  return `${hour} giờ ${minute} phút`;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** `I`, `II` …; counted from 1. */
export function roman(number: number): string {
  return ROMAN[number - 1] ?? String(number);
}

/** The text with the profile's end mark, whatever mark it came with. */
export function endText(text: string, { endMark }: Pick<DocProfile, 'endMark'>): string {
  return `${text.replace(/[\s./;,]+$/u, '')}${endMark}`;
}

/** A sentence of the person's own ends in a mark of its own, else with a full stop. */
export function sentence(text: string): string {
  const clean = text.trim();
  return clean === '' || /[.!?;:…]$/u.test(clean) ? clean : `${clean}.`;
}
