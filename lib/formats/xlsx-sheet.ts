/** One sheet of a workbook as XML: rows, widths, merged cells, frozen header, filter and print set-up (ECMA-376, CT_Worksheet). */
import type { Style, StyleTable } from './xlsx-styles';

/** A cell: text, a number, a calendar day or nothing; `span` and `down` count the columns and rows it is merged over. */
export interface Cell {
  value: string | number | { day: string } | null;
  style: Style;
  span?: number;
  down?: number;
}

/** Cells from the first column on; `null` is a cell that is not there, `height` is in points. */
export interface Row {
  cells: readonly (Cell | null)[];
  height?: number;
}

/** One sheet; rows and columns are counted from 1. */
export interface Sheet {
  name: string;
  rows: readonly Row[];
  /** Widths of the columns in characters. */
  widths: readonly number[];
  landscape: boolean;
  /**
   * Table under the header row: the rows up to it stay in view, it is printed on every page and carries the filter.
   * `first` is the first of several header rows; `filter: false` leaves the filter out.
   */
  table: { header: number; first?: number; columns: number; lastRow: number; filter?: false };
  /** Millimetres; default those of HD 05-HD/VPTW. */
  margins?: { top: number; bottom: number; left: number; right: number };
}

/** The number under which a text stands in the workbook's list of texts. */
export type TextNumber = (text: string) => number;

// HD 05-HD/VPTW of 27/5/2026: A4, 20 mm above and below, 30 mm left, 15 mm right.
const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };
// Page number in the middle of the header, from the second page on.
const PAGE_NUMBER = '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader><firstHeader/></headerFooter>';
const DAY_MS = 86_400_000;
// Day 0 of spreadsheets, for every day after February 1900.
const EPOCH = Date.UTC(1899, 11, 30);

/** `xl/worksheets/sheetN.xml`; the elements stand in the order of the schema. */
export function sheetXml(sheet: Sheet, first: boolean, styles: StyleTable, textNumber: TextNumber): string {
  const { rows, widths, landscape, table } = sheet;
  const letters = Array.from({ length: Math.max(...rows.map(({ cells }) => cells.length)) }, (_, at) => letter(at + 1));
  const merged: string[] = [];
  const body = rows.map((row, at) => rowXml(row, at + 1, letters, styles, textNumber, merged));
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  return (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0">` +
    `<pane ySplit="${table.header}" topLeftCell="A${table.header + 1}" activePane="bottomLeft" state="frozen"/>` +
    '<selection pane="bottomLeft"/></sheetView></sheetViews>' +
    `<cols>${columns.join('')}</cols>` +
    `<sheetData>${body.join('')}</sheetData>` +
    (table.filter === false ? '' : `<autoFilter ref="${tableRange(sheet, '')}"/>`) +
    (merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>`) +
    marginsXml(sheet.margins ?? MARGINS) +
    `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>` +
    `${PAGE_NUMBER}</worksheet>`
  );
}

function marginsXml({ top, bottom, left, right }: NonNullable<Sheet['margins']>): string {
  const inches = (mm: number) => Number((mm / 25.4).toFixed(4));
  return (
    `<pageMargins left="${inches(left)}" right="${inches(right)}" top="${inches(top)}" bottom="${inches(bottom)}"` +
    ` header="${inches(top / 2)}" footer="${inches(bottom / 2)}"/>`
  );
}

/** `A9:L42`, or with `$` as defined names want it. */
export function tableRange({ table }: Sheet, dollar: '' | '$'): string {
  return `${dollar}A${dollar}${table.header}:${dollar}${letter(table.columns)}${dollar}${table.lastRow}`;
}

function rowXml(
  { cells, height }: Row,
  row: number,
  letters: readonly string[],
  styles: StyleTable,
  textNumber: TextNumber,
  merged: string[],
): string {
  let xml = '';
  // Cells under a merged one carry its look, or their borders would be missing.
  let covering: Cell | null = null;
  let coveredUpTo = 0;
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] ?? null;
    const address = `${letters[at] ?? ''}${row}`;
    if (cell === null) {
      if (covering !== null && at < coveredUpTo) xml += `<c r="${address}" s="${styles.number(covering.style)}"/>`;
      continue;
    }
    xml += cellXml(cell, address, styles, textNumber);
    const { span = 1, down = 1 } = cell;
    if (span < 2 && down < 2) continue;
    covering = cell;
    coveredUpTo = at + span;
    merged.push(`<mergeCell ref="${address}:${letters[coveredUpTo - 1] ?? ''}${row + down - 1}"/>`);
  }
  if (xml === '' && height === undefined) return '';
  return `<row r="${row}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>${xml}</row>`;
}

function cellXml({ value, style }: Cell, address: string, styles: StyleTable, textNumber: TextNumber): string {
  const head = `<c r="${address}" s="${styles.number(style)}"`;
  if (value === null) return `${head}/>`;
  if (typeof value === 'string') return `${head} t="s"><v>${textNumber(value)}</v></c>`;
  const number = typeof value === 'number' ? value : (Date.parse(`${value.day}T00:00:00Z`) - EPOCH) / DAY_MS;
  if (!Number.isFinite(number)) throw new RangeError(`cell ${address} holds no number`);
  return `${head}><v>${number}</v></c>`;
}

function letter(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before === 0 ? '' : letter(before)) + String.fromCharCode(65 + ((column - 1) % 26));
}
