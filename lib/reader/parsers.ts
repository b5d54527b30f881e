/** The fixed parsers of table cells: each gives a value, says the cell is empty, or refuses with a reason. Never a guess. */
import type { CellValue } from '../model/observation';
import type { ColumnSpec } from '../model/site';
import { parseDate } from '../vi/dates';
import { parseNumber } from '../vi/numbers';
import { cleanText, foldLabel } from '../vi/text';
import { type Vocabulary, belongsTo, looksLikeName, vocabularyOf } from './vocabulary';
import type { Page } from './page';
import { findIn } from './roots';
import { linesOf, rawText, textOf } from './text';

export type CellResult =
  | { ok: true; value: CellValue; raw: string; extra?: Record<string, CellValue> }
  | { ok: false; reason: string; raw: string };

const MISSING = new Set([
  'chua xac dinh',
  'thieu du lieu',
  'chua cap nhat',
  'chua co du lieu',
  'khong co du lieu',
  'khong xac dinh',
  'chua co',
  'n/a',
]);
const MISSING_SIGNS = new Set(['', '-', '--', '–', '—', '⛌', '✗', '…', '...']);

/** Words that stand where a value is missing. `Chưa xếp loại` is a rating, not a missing one. */
export function isMissingWord(text: string): boolean {
  return MISSING_SIGNS.has(text) || MISSING.has(foldLabel(text));
}

/** Reads one cell by the column's parser. */
export function readCell(cell: Element, column: ColumnSpec, page: Page): CellResult {
  if (column.parse === 'radioChoice') return readRadio(cell, column, page);
  if (column.parse === 'yesNo') return readYesNo(cell, page);
  const raw = rawText(cell, page).replaceAll('\n', ' ').trim().slice(0, 2_000);
  const text = textOf(cell, page);
  // A task may well have the status `Chưa cập nhật`.
  if (MISSING_SIGNS.has(text) || (column.parse !== 'status' && isMissingWord(text)))
    return { ok: true, value: null, raw };
  const refuse = (reason: string): CellResult => ({ ok: false, reason, raw });
  if (text.length > 1_900) return refuse('longer than 1.900 characters');
  switch (column.parse) {
    case 'wholeNumber':
    case 'decimal': {
      // Journals write additions as +20; `61,0` in a whole column is an average that strayed in.
      const digits = text.startsWith('+') ? text.slice(1).trim() : text;
      if (column.parse === 'wholeNumber' && digits.includes(',')) return refuse('notWhole');
      const number = parseNumber(digits, {
        kind: column.parse === 'decimal' ? 'decimal' : 'whole',
        units: ['điểm', 'lần', 'đ'],
      });
      if (!number.ok) return refuse(number.reason);
      return number.value < 0 ? refuse('negative') : { ok: true, value: number.value, raw };
    }
    case 'date': {
      const date = parseDate(text);
      return date.ok
        ? { ok: true, value: date.time === null ? date.day : `${date.day}T${date.time}`, raw }
        : refuse(date.reason);
    }
    case 'dateTimeRange':
      return readRange(cell, text, raw, page);
    case 'name':
      return looksLikeName(text) ? { ok: true, value: text, raw } : refuse('does not read like a name');
    case 'code':
      return isCode(text) ? { ok: true, value: text, raw } : refuse('reads like another column than code');
    case 'gender': {
      const folded = foldLabel(text);
      return folded === 'nam' || folded === 'nu' || folded === 'khac'
        ? { ok: true, value: text, raw }
        : refuse('neither Nam nor Nữ');
    }
    default: {
      if (column.choices && !column.choices.some((choice) => foldLabel(choice) === foldLabel(text)))
        return refuse('not one of the known values');
      const own = OWN[column.parse];
      if (own !== undefined && !belongsTo(text, own)) return refuse(`reads like another column than ${own}`);
      return { ok: true, value: text, raw };
    }
  }
}

const OWN: Partial<Record<ColumnSpec['parse'], Vocabulary>> = {
  unit: 'unit',
  role: 'role',
  rating: 'rating',
  status: 'status',
  text: 'text',
};

/** A code or number of a document: digits are as good as letters, words of other columns are not. */
function isCode(text: string): boolean {
  const owner = vocabularyOf(text);
  return owner === null || owner === 'number' || owner === 'date';
}

/** `03/12/2026 14:00 - 03/12/2026 16:00`, over two lines or one; also a single moment. */
function readRange(cell: Element, text: string, raw: string, page: Page): CellResult {
  const lines = linesOf(cell, page);
  const parts = (lines.length === 2 ? lines : splitRange(text))
    .map((part) => cleanText(trimDashes(part)))
    .filter((part) => part !== '');
  const dates = parts.map((part) => parseDate(part));
  const [start, end] = dates;
  if (start === undefined || dates.length > 2) return { ok: false, reason: 'not a time range', raw };
  if (!start.ok) return { ok: false, reason: start.reason, raw };
  if (end !== undefined && !end.ok) return { ok: false, reason: end.reason, raw };
  const iso = (date: { day: string; time: string | null }): string =>
    date.time === null ? date.day : `${date.day}T${date.time}`;
  const from = iso(start);
  const to = end === undefined ? null : iso(end);
  if (to !== null && to < from) return { ok: false, reason: 'ends before it starts', raw };
  return { ok: true, value: text, raw, extra: { start: from, end: to } };
}

function splitRange(text: string): string[] {
  for (const sign of [' - ', ' – ', ' — ', ' đến ']) {
    if (text.includes(sign)) return text.split(sign);
  }
  return [text];
}

function trimDashes(text: string): string {
  let clean = text.trim();
  while (clean.startsWith('-') || clean.startsWith('–')) clean = clean.slice(1).trim();
  while (clean.endsWith('-') || clean.endsWith('–')) clean = clean.slice(0, -1).trim();
  return clean;
}

/** The chosen radio by `aria-checked` or the library's checked class. `input.checked` lies when rows share one name. */
function readRadio(cell: Element, column: ColumnSpec, page: Page): CellResult {
  const marked = findIn(cell, '[aria-checked], .rs-radio, .ant-radio-wrapper', page).filter(
    (element) => element.localName !== 'input',
  );
  const choices = marked.filter((element) => !marked.some((inner) => inner !== element && element.contains(inner)));
  const raw = textOf(cell, page).slice(0, 500);
  if (choices.length === 0) {
    const text = textOf(cell, page);
    if (text === '') return { ok: true, value: null, raw };
    const known = column.choices?.find((choice) => foldLabel(choice) === foldLabel(text));
    return known === undefined ? { ok: false, reason: 'no choice found', raw } : { ok: true, value: text, raw };
  }
  const checked = choices.filter(isChecked);
  if (checked.length > 1) return { ok: false, reason: 'more than one choice is marked', raw };
  const [only] = checked;
  if (only === undefined) return { ok: true, value: null, raw };
  const text = textOf(only, page);
  if (text === '') return { ok: false, reason: 'the chosen one has no words', raw };
  if (column.choices && !column.choices.some((choice) => foldLabel(choice) === foldLabel(text))) {
    return { ok: false, reason: `"${text.slice(0, 40)}" is not one of the known values`, raw };
  }
  return { ok: true, value: text, raw: text };
}

/** By the wrapper's own mark, else its class, else what its radio says of itself; `checked` itself lies when rows share one name. */
function isChecked(element: Element): boolean {
  const own = element.getAttribute('aria-checked');
  if (own !== null) return own === 'true';
  const classes = (element.getAttribute('class') ?? '').split(' ');
  if (classes.includes('rs-radio-checked') || classes.includes('ant-radio-wrapper-checked')) return true;
  return element.querySelector('input[aria-checked="true"]') !== null;
}

const YES = new Set(['x', 'co', '1', 'true', '✓', '✔', 'da cai dat', 'da cai', 'roi', 'yes']);
const NO = new Set(['', 'khong', '0', 'false', 'chua', 'chua cai dat', 'no', '✗', '⛌']);

function readYesNo(cell: Element, page: Page): CellResult {
  const raw = textOf(cell, page);
  const word = foldLabel(raw) === '' ? raw : foldLabel(raw);
  if (YES.has(word)) return { ok: true, value: 1, raw };
  return NO.has(word) ? { ok: true, value: 0, raw } : { ok: false, reason: 'neither yes nor no', raw };
}
