/** Numbers as Vietnamese pages and people write them: `70.000`, `1.234,5`, `70 000`; anything doubtful is refused with a reason. */
import { cleanText, foldLabel } from './text';

/** Why a text is not an exact number. */
export type NumberRefusal =
  'empty' | 'qualified' | 'range' | 'notANumber' | 'badGrouping' | 'ambiguousComma' | 'notWhole' | 'tooLarge';

export type NumberResult = { ok: true; value: number } | { ok: false; reason: NumberRefusal; text: string };

export interface NumberOptions {
  /** `whole` refuses fractions, and `1,234` too, because it could mean 1234 elsewhere. Default `decimal`. */
  kind?: 'whole' | 'decimal';
  /** Words that may follow the number, compared without accents (`điểm`, `lần`). */
  units?: readonly string[];
}

/** Words that turn a number into an estimate; such text is never read as exact. */
const QUALIFIERS = [
  'gan',
  'hon',
  'khoang',
  'tren',
  'duoi',
  'tu',
  'den',
  'chung',
  'xap xi',
  'uoc',
  'toi thieu',
  'toi da',
  'it nhat',
  'nhieu nhat',
  'ngot',
  'tam',
  'trung binh',
];

const MAX_DIGITS = 15;
// A group never starts with zero: `0.500` is half in English and nothing in Vietnamese.
const GROUPED_BY_DOT = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
const GROUPED_BY_BLANK = /^[1-9]\d{0,2}(?: \d{3})+$/;
const PLAIN = /^\d+$/;

/**
 * Reads one exact number. `.` and blanks group thousands, `,` is the decimal sign.
 * Returns `{ok:false, reason}` for estimates (`gần 70.000`), ranges (`2 - 3`) and malformed grouping (`1.23`); never throws.
 */
export function parseNumber(text: string, options: NumberOptions = {}): NumberResult {
  const clean = cleanText(text);
  const refuse = (reason: NumberRefusal): NumberResult => ({ ok: false, reason, text: clean });
  if (clean === '') return refuse('empty');
  const folded = foldLabel(clean);
  if (/^[~≈><≥≤±]/.test(clean) || /\+$/.test(clean) || QUALIFIERS.some((word) => folded.startsWith(`${word} `))) {
    return refuse('qualified');
  }
  if (/\d\s*[-–—]\s*\d/.test(clean) || /\d\s*(?:đến|tới)\s*\d/.test(clean)) return refuse('range');

  let body = clean;
  const word = /^(.*?\d)\s*(\p{L}[\p{L}\s]*)$/u.exec(body);
  if (word) {
    const unit = foldLabel(word[2] ?? '');
    if (!options.units?.some((allowed) => foldLabel(allowed) === unit)) return refuse('notANumber');
    body = (word[1] ?? '').trim();
  }
  const negative = /^[-−]\s?/.test(body);
  if (negative) body = body.replace(/^[-−]\s?/, '');
  if (!/^[0-9][0-9., ]*$/.test(body) || /[., ]$/.test(body)) return refuse('notANumber');

  const [whole = '', fraction, ...rest] = body.split(',');
  if (rest.length > 0) return refuse('badGrouping');
  if (!PLAIN.test(whole) && !GROUPED_BY_DOT.test(whole) && !GROUPED_BY_BLANK.test(whole)) return refuse('badGrouping');
  if (fraction !== undefined && !PLAIN.test(fraction)) return refuse('badGrouping');
  const kind = options.kind ?? 'decimal';
  // `1,234` without any dot is read as 1234 in English and 1.234 in Vietnamese: for whole numbers both would be a guess.
  if (kind === 'whole' && fraction?.length === 3 && PLAIN.test(whole)) return refuse('ambiguousComma');
  const digits = whole.replace(/[. ]/g, '');
  if (digits.replace(/^0+/, '').length > MAX_DIGITS) return refuse('tooLarge');
  const value = Number(fraction === undefined ? digits : `${digits}.${fraction}`);
  if (kind === 'whole' && !Number.isInteger(value)) return refuse('notWhole');
  return { ok: true, value: negative && value !== 0 ? -value : value };
}

/** A rate such as `91,63%` as a fraction (0.9163); the percent sign is required. */
export function parsePercent(text: string): NumberResult {
  const clean = cleanText(text);
  if (!clean.endsWith('%')) return { ok: false, reason: clean === '' ? 'empty' : 'notANumber', text: clean };
  const number = parseNumber(clean.slice(0, -1));
  return number.ok ? { ok: true, value: Number((number.value / 100).toPrecision(15)) } : number;
}

// Made on first use: making them takes longer than evaluating all the rest of the reader, which formats nothing.
const WHOLE = formatter({ maximumFractionDigits: 0 });
const DECIMAL = formatter({ maximumFractionDigits: 2 });
const PERCENT = formatter({ style: 'percent', maximumFractionDigits: 2 });

function formatter(options: Intl.NumberFormatOptions): () => Intl.NumberFormat {
  let made: Intl.NumberFormat | null = null;
  return () => (made ??= new Intl.NumberFormat('vi-VN', options));
}

/** `70.000`; at most two decimals, decimal comma. */
export function formatNumber(value: number): string {
  return Number.isInteger(value) ? WHOLE().format(value) : DECIMAL().format(value);
}

/** A fraction as `91,63%`, never clamped: 1.016 gives `101,6%`. */
export function formatPercent(fraction: number): string {
  return PERCENT().format(fraction);
}
