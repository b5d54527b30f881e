/** The tally as an Excel workbook: the printable sheet, the summary, the sources; typed numbers and dates, never a formula. */
import type { Tally } from '../model/tally';
import { dayInVietnam, formatInstant } from '../vi/dates';
import { type Letterhead, type WriteOptions, defineFormat } from './define-format';
import {
  SOURCE_TITLES,
  type Value,
  memberColumns,
  overHundredNote,
  periodText,
  placeAndDate,
  rankingText,
  sourceRows,
  summaryLines,
  yesNo,
} from './tally-table';
import { CHANGE_TITLES, changeRows, changeTitle } from './change-rows';
import { writeBook } from './xlsx-book';
import type { Cell, Row, Sheet } from './xlsx-sheet';
import type { Style } from './xlsx-styles';

const RATE = '0.0#%';
const PLAIN: Style = {};
const UNDERLINED: Style = { underline: true };
const CENTRED: Style = { align: 'center' };
const CENTRED_BOLD: Style = { align: 'center', bold: true };
const CENTRED_ITALIC: Style = { align: 'center', italic: true };
const NATION: Style = { align: 'center', bold: true, underline: true };
const TITLE: Style = { align: 'center', bold: true, size: 14 };
const HEAD: Style = { bold: true, align: 'center', middle: true, wrap: true, border: true };
const WRAPPED: Style = { wrap: true };
// Two lines of text, and one with air around it; in points.
const NOTE_HEIGHT = 34;
const LINE_HEIGHT = 19;
/** Longer notes wrap: their row is left to grow. */
const NOTE_ON_ONE_LINE = 36;

/** The looks of one table cell, by what it holds; made once, as a table has many thousand cells. */
interface CellStyles {
  text: Style;
  whole: Style;
  decimal: Style;
  day: Style;
  yesNo: Style;
}
const GRID = cellStyles({ border: true, middle: true });
const GRID_WRAPPED = cellStyles({ border: true, middle: true, wrap: true });
const FIGURES = cellStyles({ border: true, middle: true, align: 'right' });
const RATES: CellStyles = {
  ...FIGURES,
  whole: withFormat(FIGURES.text, RATE),
  decimal: withFormat(FIGURES.text, RATE),
};

/** Sheets "Tổng hợp", "Tóm tắt", "Nguồn", and of an amended report "Thay đổi". */
export const xlsx = defineFormat({
  id: 'xlsx',
  label: { vi: 'Excel (XLSX)', en: 'Excel (XLSX)' },
  extension: '.xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: async (tally, options = {}) =>
    writeBook(
      [
        tallySheet(tally, options),
        summarySheet(tally),
        sourcesSheet(tally),
        ...(options.changes === undefined ? [] : [changesSheet(options.changes)]),
      ],
      new Date(tally.generatedAt),
    ),
});

function tallySheet(tally: Tally, options: WriteOptions): Sheet {
  const columns = memberColumns(tally);
  const width = columns.length;
  const rows: Row[] = [
    ...heading(tally, options.letterhead ?? {}, width),
    across('BẢNG TỔNG HỢP', width, TITLE),
    across(`điểm tích lũy trên sổ tay đảng viên điện tử, ${periodText(tally)}`, width, CENTRED_BOLD),
    across(`Lập lúc ${formatInstant(new Date(tally.generatedAt))}; xếp hạng ${rankingText(tally)}.`, width, CENTRED),
    across(`${tally.note}.`, width, CENTRED_ITALIC),
    { cells: [] },
    { cells: columns.map((column) => text(column.title, HEAD)), height: NOTE_HEIGHT },
  ];
  const header = rows.length;
  const looks = columns.map((column) => (column.id === 'note' ? GRID_WRAPPED : GRID));
  tally.members.forEach((member, index) => {
    const cells = columns.map((column, at) => typed(column.value(member, index), looks[at] ?? GRID));
    const note = cells.at(-1)?.value;
    const wraps = typeof note === 'string' && note.length > NOTE_ON_ONE_LINE;
    rows.push(wraps ? { cells } : { cells, height: LINE_HEIGHT });
  });
  const lastRow = Math.max(rows.length, header + 1);
  rows.push({ cells: [] }, ...signature(options.letterhead ?? {}, width));
  return {
    name: 'Tổng hợp',
    rows,
    widths: columns.map((column) => column.width),
    landscape: true,
    table: { header, columns: width, lastRow },
  };
}

// Left the body and the cell with "*", right the Party's name with the date line (HD 05-HD/VPTW, 27/5/2026).
function heading(tally: Tally, letterhead: Letterhead, width: number): Row[] {
  const day = dayInVietnam(new Date(tally.generatedAt));
  const place = placeAndDate(letterhead.place ?? '…………', day);
  const superior = (letterhead.superior ?? 'ĐẢNG BỘ …').toLocaleUpperCase('vi');
  return [
    pair(superior, CENTRED, 'ĐẢNG CỘNG SẢN VIỆT NAM', NATION, width),
    pair((tally.unit ?? 'CHI BỘ …').toLocaleUpperCase('vi'), CENTRED_BOLD, place, CENTRED_ITALIC, width),
    pair('*', CENTRED, '', PLAIN, width),
  ];
}

function signature(letterhead: Letterhead, width: number): Row[] {
  const [first = 'Lưu Chi bộ.', ...others] = (letterhead.recipients ?? ['Lưu Chi bộ.']).map((line) => `- ${line}`);
  const title = (letterhead.signerTitle ?? 'BÍ THƯ').toLocaleUpperCase('vi');
  return [
    pair('Nơi nhận:', UNDERLINED, 'T/M CHI BỘ', CENTRED_BOLD, width),
    pair(first, PLAIN, title, CENTRED, width),
    ...others.map((line) => pair(line, PLAIN, '', PLAIN, width)),
    { cells: [] },
    { cells: [] },
    { cells: [] },
    pair('', PLAIN, letterhead.signerName ?? '', CENTRED_BOLD, width),
  ];
}

function summarySheet(tally: Tally): Sheet {
  const over = overHundredNote(tally);
  const rows: Row[] = [{ cells: [text('Chỉ số', HEAD), text('Giá trị', HEAD)], height: LINE_HEIGHT }];
  for (const line of summaryLines(tally)) {
    rows.push({
      cells: [text(line.label, GRID.text), typed(line.value, line.kind === 'rate' ? RATES : FIGURES)],
      height: LINE_HEIGHT,
    });
  }
  const lastRow = rows.length;
  rows.push({ cells: [] });
  for (const note of [over, `${tally.note}.`]) {
    if (note !== null) rows.push({ ...across(note, 2, WRAPPED), height: NOTE_HEIGHT });
  }
  return {
    name: 'Tóm tắt',
    rows,
    widths: [38, 44],
    landscape: false,
    table: { header: 1, columns: 2, lastRow },
  };
}

function sourcesSheet(tally: Tally): Sheet {
  const columns = SOURCE_TITLES.length;
  const rows: Row[] = [
    { cells: SOURCE_TITLES.map((title) => text(title, HEAD)) },
    ...sourceRows(tally).map((row) => ({ cells: row.map((value) => typed(value, GRID)) })),
  ];
  const lastRow = Math.max(2, rows.length);
  rows.push({ cells: [] }, across(`${tally.note}.`, columns, PLAIN));
  return {
    name: 'Nguồn',
    rows,
    widths: [44, 18, 10, 13, 13, 40],
    landscape: true,
    table: { header: 1, columns, lastRow },
  };
}

function changesSheet(told: NonNullable<WriteOptions['changes']>): Sheet {
  const columns = CHANGE_TITLES.length;
  const rows: Row[] = [
    { ...across(changeTitle(told), columns, WRAPPED), height: NOTE_HEIGHT },
    { cells: CHANGE_TITLES.map((title) => text(title, HEAD)) },
    ...changeRows(told.changes).map((row) => ({ cells: row.map((value) => typed(value, GRID)) })),
  ];
  return {
    name: 'Thay đổi',
    rows,
    widths: [30, 34, 18, 18],
    landscape: false,
    table: { header: 2, columns, lastRow: Math.max(3, rows.length) },
  };
}

/** One text over several columns; nothing at all for an empty text. */
function across(content: string, columns: number, style: Style): Row {
  const cell = content === '' ? null : { value: content, style, span: columns };
  return { cells: [cell, ...Array.from({ length: columns - 1 }, () => null)] };
}

/** Two texts side by side, each over half of the columns. */
function pair(a: string, aStyle: Style, b: string, bStyle: Style, columns: number): Row {
  const left = Math.floor(columns / 2);
  return { cells: [...across(a, left, aStyle).cells, ...across(b, columns - left, bStyle).cells] };
}

function text(value: string, style: Style): Cell {
  return { value, style };
}

function typed(value: Value, styles: CellStyles): Cell {
  if (typeof value === 'number') return { value, style: Number.isInteger(value) ? styles.whole : styles.decimal };
  if (typeof value === 'boolean') return { value: yesNo(value), style: styles.yesNo };
  if (value !== null && typeof value === 'object') return { value, style: styles.day };
  return { value, style: styles.text };
}

function cellStyles(base: Style): CellStyles {
  return {
    text: base,
    whole: withFormat(base, '#,##0'),
    decimal: withFormat(base, '#,##0.##'),
    day: withFormat(base, 'dd/mm/yyyy'),
    yesNo: { ...base, align: 'center' },
  };
}

function withFormat(base: Style, format: string): Style {
  return { ...base, format };
}
