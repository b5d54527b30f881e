/** The tally as an Excel workbook: the printable sheet, the summary, the sources; typed numbers and dates, never a formula. */
import type { Cell, CellObject, Row } from 'write-excel-file/universal';
import type { Tally } from '../model/tally';
import { dayInVietnam, formatInstant } from '../vi/dates';
import { type Letterhead, type WriteOptions, defineFormat } from './define-format';
import { safeText } from './safe-text';
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
import { type SheetSetup, inlineTextFeature, needsInlineText, printFeature } from './xlsx-features';
import { setZipTimes } from './zip-times';

const FONT = 'Times New Roman';
const NUMBER = '#,##0';
const DECIMAL = '#,##0.##';
const RATE = '0.0#%';
const DAY = 'dd/mm/yyyy';
const GRID = { borderStyle: 'thin', borderColor: '#808080' } as const;
const HEAD = { fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true, ...GRID } as const;

type Style = Omit<CellObject, 'value' | 'type'>;
interface Sheet {
  setup: SheetSetup;
  rows: Row[];
  widths: number[];
  sticky: number;
}

/** Sheets "Tổng hợp", "Tóm tắt", "Nguồn". The writer is loaded when it is first used. */
export const xlsx = defineFormat({
  id: 'xlsx',
  label: { vi: 'Excel (XLSX)', en: 'Excel (XLSX)' },
  extension: '.xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  write: async (tally, options = {}) => {
    const { default: writeXlsxFile } = await import('write-excel-file/universal');
    const sheets = [tallySheet(tally, options), summarySheet(tally), sourcesSheet(tally)];
    const inline = sheets.map((sheet) => takeInlineTexts(sheet.rows));
    const blob = await writeXlsxFile(
      sheets.map((sheet) => ({
        sheet: sheet.setup.name,
        data: sheet.rows,
        columns: sheet.widths.map((width) => ({ width })),
        stickyRowsCount: sheet.sticky,
        orientation: 'landscape' as const,
      })),
      {
        fontFamily: FONT,
        fontSize: 12,
        features: [printFeature(sheets.map((sheet) => sheet.setup)), inlineTextFeature(inline)],
      },
    ).toBlob();
    const bytes = new Uint8Array(await blob.arrayBuffer());
    setZipTimes(bytes, new Date(tally.generatedAt));
    return bytes;
  },
});

function tallySheet(tally: Tally, options: WriteOptions): Sheet {
  const columns = memberColumns(tally);
  const width = columns.length;
  const rows: Row[] = [
    ...heading(tally, options.letterhead ?? {}, width),
    across('BẢNG TỔNG HỢP', width, { fontWeight: 'bold', align: 'center', fontSize: 14 }),
    across(`điểm tích lũy trên sổ tay đảng viên điện tử, ${periodText(tally)}`, width, {
      fontWeight: 'bold',
      align: 'center',
    }),
    across(`Lập lúc ${formatInstant(new Date(tally.generatedAt))}; xếp hạng ${rankingText(tally)}.`, width, {
      align: 'center',
    }),
    across(`${tally.note}.`, width, { fontStyle: 'italic', align: 'center' }),
    [],
    columns.map((column) => text(column.title, HEAD)),
  ];
  const headerRow = rows.length;
  tally.members.forEach((member, index) => {
    rows.push(columns.map((column) => typed(column.value(member, index), { ...GRID, wrap: column.id === 'note' })));
  });
  const lastRow = Math.max(rows.length, headerRow + 1);
  rows.push([], ...signature(options.letterhead ?? {}, width));
  return {
    setup: { name: 'Tổng hợp', landscape: true, header: { row: headerRow, columns: width, lastRow } },
    rows,
    widths: columns.map((column) => column.width),
    sticky: headerRow,
  };
}

// Left the body and the cell with "*", right the Party's name with the date line (HD 05-HD/VPTW, 27/5/2026).
function heading(tally: Tally, letterhead: Letterhead, width: number): Row[] {
  const left = Math.floor(width / 2);
  const pair = (a: string, aStyle: Style, b: string, bStyle: Style): Row => [
    ...across(a, left, { align: 'center', ...aStyle }),
    ...across(b, width - left, { align: 'center', ...bStyle }),
  ];
  const bold: Style = { fontWeight: 'bold' };
  const day = dayInVietnam(new Date(tally.generatedAt));
  const place = placeAndDate(letterhead.place ?? '…………', day);
  return [
    pair((letterhead.superior ?? 'ĐẢNG BỘ …').toLocaleUpperCase('vi'), {}, 'ĐẢNG CỘNG SẢN VIỆT NAM', {
      ...bold,
      textDecoration: { underline: true },
    }),
    pair((tally.unit ?? 'CHI BỘ …').toLocaleUpperCase('vi'), bold, place, { fontStyle: 'italic' }),
    pair('*', {}, '', {}),
  ];
}

function signature(letterhead: Letterhead, width: number): Row[] {
  const left = Math.floor(width / 2);
  const pair = (a: string, aStyle: Style, b: string, bStyle: Style): Row => [
    ...across(a, left, { fontSize: 12, ...aStyle }),
    ...across(b, width - left, { align: 'center', ...bStyle }),
  ];
  const [first = 'Lưu Chi bộ.', ...others] = (letterhead.recipients ?? ['Lưu Chi bộ.']).map((line) => `- ${line}`);
  return [
    pair('Nơi nhận:', { textDecoration: { underline: true } }, 'T/M CHI BỘ', { fontWeight: 'bold' }),
    pair(first, {}, (letterhead.signerTitle ?? 'BÍ THƯ').toLocaleUpperCase('vi'), {}),
    ...others.map((line) => pair(line, {}, '', {})),
    [],
    [],
    [],
    pair('', {}, letterhead.signerName ?? '', { fontWeight: 'bold' }),
  ];
}

function summarySheet(tally: Tally): Sheet {
  const over = overHundredNote(tally);
  const rows: Row[] = [[text('Chỉ số', HEAD), text('Giá trị', HEAD)]];
  for (const line of summaryLines(tally)) {
    const style: Style = { ...GRID, align: 'right' };
    if (line.kind === 'rate') style.format = RATE;
    rows.push([text(line.label, GRID), typed(line.value, style)]);
  }
  const lastRow = rows.length;
  rows.push(
    [],
    ...(over === null ? [] : [across(over, 2, { wrap: true, height: 34 })]),
    across(`${tally.note}.`, 2, { wrap: true, height: 34 }),
  );
  return {
    setup: { name: 'Tóm tắt', landscape: false, header: { row: 1, columns: 2, lastRow } },
    rows,
    widths: [38, 44],
    sticky: 1,
  };
}

function sourcesSheet(tally: Tally): Sheet {
  const rows: Row[] = [
    SOURCE_TITLES.map((title) => text(title, HEAD)),
    ...sourceRows(tally).map((row) => row.map((value) => typed(value, GRID))),
  ];
  const lastRow = Math.max(2, rows.length);
  rows.push([], across(`${tally.note}.`, SOURCE_TITLES.length, {}));
  return {
    setup: { name: 'Nguồn', landscape: true, header: { row: 1, columns: SOURCE_TITLES.length, lastRow } },
    rows,
    widths: [44, 18, 10, 13, 13, 40],
    sticky: 1,
  };
}

/** One text over several columns; the cells it covers are given as null, as the writer wants. */
function across(content: string, columns: number, style: Style): Row {
  const cell = content === '' ? null : text(content, { ...style, columnSpan: columns });
  return [cell, ...Array.from({ length: columns - 1 }, () => null)];
}

function text(content: string, style: Style = {}): Cell {
  return { ...style, value: safeText(content), type: String };
}

function typed(value: Value, style: Style): Cell {
  if (value === null) return { ...style, format: undefined };
  if (typeof value === 'number') {
    const format = style.format ?? (Number.isInteger(value) ? NUMBER : DECIMAL);
    return { ...style, value, type: Number, format };
  }
  if (typeof value === 'boolean') return { ...style, value: yesNo(value), type: String, align: 'center' };
  if (typeof value === 'object')
    return { ...style, value: new Date(`${value.day}T00:00:00Z`), type: Date, format: DAY };
  return text(value, style);
}

// Replaces texts the writer cannot index by a placeholder number and returns them by cell address.
function takeInlineTexts(rows: Row[]): Map<string, string> {
  const texts = new Map<string, string>();
  rows.forEach((row, rowIndex) =>
    row.forEach((cell, column) => {
      if (cell === null || typeof cell !== 'object' || !('value' in cell)) return;
      const value: unknown = cell.value;
      if (typeof value !== 'string' || !needsInlineText(value)) return;
      texts.set(`${String.fromCharCode(65 + column)}${rowIndex + 1}`, value);
      row[column] = { ...cell, value: 0, type: Number };
    }),
  );
  return texts;
}
