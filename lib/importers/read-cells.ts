/** Single cells as values: names, codes, days, totals, yes or no; each exact or refused with a reason. */
import { holdsDenied } from '../privacy/deny-list';
import { type Day, addDays, dayInVietnam, parseDate } from '../vi/dates';
import { type NumberRefusal, parseNumber } from '../vi/numbers';
import { cleanText, foldLabel } from '../vi/text';
import type { ImportCode } from './import-error';
import { MAX_CODE, MAX_NAME, MAX_REASON } from './limits';
import { type RawCell, UNREADABLE, cellText, isBlank } from './table';

export type CellResult<T> = { ok: true; value: T } | { ok: false; code: ImportCode; reason: string };

const YES = new Set(['x', 'co', 'yes', 'y', 'true', '1', '✓', '✔', '☑', '√', 'roi', 'da cai', 'da cai dat']);
const NO = new Set(['khong', 'k', 'no', 'n', 'false', '0', '✗', '✘', '☐', 'chua', 'chua cai', 'chua cai dat']);
const NOTHING = new Set(['', '-', '–', '—']);

const NUMBER_REASONS: Record<NumberRefusal, string> = {
  empty: 'is empty',
  qualified: 'is an estimate, not an exact number',
  range: 'is a range, not one number',
  notANumber: 'is not a number',
  badGrouping: 'has its thousands separators in the wrong places',
  ambiguousComma: 'could mean a thousand or a decimal; write it without the comma',
  notWhole: 'is not a whole number',
  tooLarge: 'is too large',
};

const good = <T>(value: T): CellResult<T> => ({ ok: true, value });
const bad = (code: ImportCode, reason: string): { ok: false; code: ImportCode; reason: string } => ({
  ok: false,
  code,
  reason,
});
const UNCOMPUTED = bad(
  'formulaWithoutValue',
  'the formula failed or has no computed value; open the file in Excel, mend it and save it',
);

/** Quoted for a message, cut to 60 characters. */
export function quote(cell: RawCell): string {
  const text = cleanText(cellText(cell));
  return `"${text.length > 60 ? `${text.slice(0, 57)}…` : text}"`;
}

/** A cumulative total: a whole number from 0 to 10^12; blank or a dash is null. */
export function readTotal(cell: RawCell): CellResult<number | null> {
  if (cell === UNREADABLE) return UNCOMPUTED;
  if (isBlank(cell) || (typeof cell === 'string' && NOTHING.has(cell.trim()))) return good(null);
  if (cell instanceof Date) return bad('badTotal', 'the cell holds a date, not a number (check the cell format)');
  if (typeof cell === 'boolean') return bad('badTotal', 'the cell holds true/false, not a number');
  let value: number;
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell)) return bad('badTotal', `${quote(cell)} is not a whole number`);
    value = cell;
  } else {
    const parsed = parseNumber(cellText(cell), { kind: 'whole', units: ['điểm', 'đ'] });
    if (!parsed.ok) return bad('badTotal', `${quote(cell)} ${NUMBER_REASONS[parsed.reason]}`);
    value = parsed.value;
  }
  if (value < 0) return bad('badTotal', `${quote(cell)} is negative; a total never is`);
  if (value > 1e12) return bad('badTotal', `${quote(cell)} is too large`);
  return good(value);
}

/** A day with an optional time, day before month; blank is null. `serial` allows bare spreadsheet day numbers. */
export function readDay(cell: RawCell, serial: boolean): CellResult<{ day: Day; at: string | null } | null> {
  if (cell === UNREADABLE) return UNCOMPUTED;
  if (isBlank(cell)) return good(null);
  if (cell instanceof Date) return fromDate(cell, quote(cell));
  if (typeof cell === 'number') {
    // 20000 is in 1954 and 80000 in 2119: whatever lies outside was never a day of a reading.
    if (!serial || cell < 20_000 || cell > 80_000) return bad('badDate', `${quote(cell)} is a number, not a date`);
    const day = addDays('1899-12-30', Math.floor(cell));
    const minutes = Math.round((cell - Math.floor(cell)) * 1440);
    return good({ day, at: minutes === 0 || minutes >= 1440 ? null : clock(minutes) });
  }
  const text = cleanText(cellText(cell));
  if (/^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text)) {
    const instant = new Date(text);
    if (Number.isNaN(instant.getTime())) return bad('badDate', `${quote(cell)} is no existing instant`);
    return good({ day: dayInVietnam(instant), at: instant.toISOString() });
  }
  const date = parseDate(text);
  if (date.ok) return good({ day: date.day, at: date.time });
  const reasons = {
    empty: 'is empty',
    notADate: 'is not a date; write 30/09/2026 or 2026-09-30',
    noSuchDay: 'is no existing day (the day comes before the month)',
    shortYear: 'has a year of two digits; write all four',
  };
  return bad('badDate', `${quote(cell)} ${reasons[date.reason]}`);
}

function fromDate(date: Date, shown: string): CellResult<{ day: Day; at: string | null }> {
  if (Number.isNaN(date.getTime())) return bad('badDate', 'the cell holds an impossible date');
  // Spreadsheet times are fractions of a day: half a minute absorbs what rounding leaves.
  const rounded = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString();
  const day = rounded.slice(0, 10);
  if (day < '1950-01-01' || day > '2119-12-31') return bad('badDate', `${shown} is no plausible day`);
  const time = rounded.slice(11, 16);
  return good({ day, at: time === '00:00' ? null : time });
}

/** Yes, no, or null for blank; anything else is refused. */
export function readFlag(cell: RawCell): CellResult<boolean | null> {
  if (cell === UNREADABLE) return UNCOMPUTED;
  if (isBlank(cell)) return good(null);
  if (typeof cell === 'boolean') return good(cell);
  const text = cleanText(cellText(cell)).toLowerCase();
  const folded = foldLabel(text);
  if (YES.has(text) || YES.has(folded)) return good(true);
  if (NO.has(text) || NO.has(folded) || NOTHING.has(text)) return good(false);
  return bad('badFlag', `${quote(cell)} is neither yes (x, có, 1, true, ✓) nor no (không, 0, false, empty)`);
}

const STATUSES = new Map([
  ...['chinh thuc', 'ct', 'dang vien chinh thuc', 'dvct', 'official'].map((word) => [word, 'CHINH_THUC'] as const),
  ...['du bi', 'db', 'dang vien du bi', 'dvdb', 'probationary'].map((word) => [word, 'DU_BI'] as const),
]);

/** Official or probationary; blank is null. */
export function readStatus(cell: RawCell): CellResult<'CHINH_THUC' | 'DU_BI' | null> {
  if (cell === UNREADABLE) return UNCOMPUTED;
  if (isBlank(cell) || (typeof cell === 'string' && NOTHING.has(cell.trim()))) return good(null);
  const status = STATUSES.get(foldLabel(cleanText(cellText(cell))));
  if (status !== undefined) return good(status);
  return bad('badStatus', `${quote(cell)} is neither official (chính thức) nor probationary (dự bị)`);
}

/** A person's name, NFC; blank is null. */
export function readName(cell: RawCell): CellResult<string | null> {
  if (cell === UNREADABLE) return UNCOMPUTED;
  if (isBlank(cell)) return good(null);
  if (typeof cell !== 'string') return bad('missingName', `${quote(cell)} is no name`);
  return readText(cell, MAX_NAME);
}

/** A local code as text; blank is null. A citizen id or telephone number is refused, never kept. */
export function readCode(cell: RawCell): CellResult<string | null> {
  if (cell === UNREADABLE) return UNCOMPUTED;
  if (isBlank(cell)) return good(null);
  if (cell instanceof Date || typeof cell === 'boolean') return bad('badCode', `${quote(cell)} is no code`);
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) {
    return bad('badCode', `${quote(cell)} lost digits as a number; format the column as text`);
  }
  return readText(cell, MAX_CODE);
}

/** Free text such as a reason; blank is null. */
export function readNote(cell: RawCell): CellResult<string | null> {
  if (cell === UNREADABLE) return UNCOMPUTED;
  return isBlank(cell) ? good(null) : readText(cell, MAX_REASON);
}

/** `HH:MM` from a time column; blank is null. */
export function readTime(cell: RawCell): CellResult<string | null> {
  if (cell === UNREADABLE) return UNCOMPUTED;
  if (isBlank(cell)) return good(null);
  if (typeof cell === 'number' && cell >= 0 && cell < 1) return good(clock(Math.round(cell * 1440) % 1440));
  if (cell instanceof Date) return good(cell.toISOString().slice(11, 16));
  const text = cleanText(cellText(cell));
  const match = /^(\d{1,2})(?::|h| giờ )(\d{2})(?::\d{2})?$/iu.exec(text);
  if (match && Number(match[1]) < 24 && Number(match[2]) < 60) return good(`${match[1]?.padStart(2, '0')}:${match[2]}`);
  if (text.includes('T') && !Number.isNaN(Date.parse(text))) return good(new Date(text).toISOString());
  return bad('badDate', `${quote(cell)} is not a time of day`);
}

function readText(cell: RawCell, limit: number): CellResult<string | null> {
  const text = cleanText(cellText(cell));
  if (text === '') return good(null);
  if (text.length > limit) return bad('tooLong', `the text has ${text.length} characters; the limit is ${limit}`);
  if (holdsDenied(text)) {
    return bad(
      'deniedValue',
      'this looks like a citizen id, telephone number or e-mail, which is never kept; remove it',
    );
  }
  return good(text);
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
