/** Numbers, days and times as each language writes them; days and clocks are always those of Vietnam. */

export interface Format {
  /** `70.000` in Vietnamese, `70,000` in English. */
  number(value: number): string;
  /** With its sign: `+120`, `−3`, `0`. */
  signed(value: number): string;
  /** One digit after the decimal sign at most. */
  rough(value: number): string;
  /** A fraction as a percentage, never clamped. */
  percent(fraction: number): string;
  /** `2026-11-23` as `23/11/2026`. */
  day(day: string): string;
  /** An ISO instant as day and clock in Vietnam. */
  instant(iso: string): string;
}

/** Stands for a number that is hidden. */
export const MASK = '•••';

/** Days and times as they are, every number hidden. */
export function maskedFormat(format: Format): Format {
  const hidden = () => MASK;
  return { ...format, number: hidden, signed: hidden, rough: hidden, percent: hidden };
}

const ZONE = 'Asia/Ho_Chi_Minh';
const cache = new Map<string, Format>();

export function formatFor(language: 'vi' | 'en'): Format {
  const known = cache.get(language);
  if (known) return known;
  const locale = language === 'vi' ? 'vi-VN' : 'en-GB';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const signed = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, signDisplay: 'exceptZero' });
  const rough = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const clock = new Intl.DateTimeFormat(locale, { timeZone: ZONE, hour: '2-digit', minute: '2-digit', hour12: false });
  const date = new Intl.DateTimeFormat(locale, { timeZone: ZONE, day: '2-digit', month: '2-digit', year: 'numeric' });
  const made: Format = {
    number: (value) => whole.format(value),
    signed: (value) => signed.format(value).replace('-', '−'),
    rough: (value) => rough.format(value),
    percent: (fraction) => percent.format(fraction),
    day: (day) => (day.length === 10 ? `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}` : day),
    instant: (iso) => {
      const when = new Date(iso);
      return Number.isNaN(when.getTime()) ? iso : `${clock.format(when)}, ${date.format(when)}`;
    },
  };
  cache.set(language, made);
  return made;
}
