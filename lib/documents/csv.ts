/** The tables of a document as CSV: one header row each, numbers without grouping, rates as `95,45%`, notes at the end. */
import { csvFile, toCell } from '../formats/csv';
import { formatPercent } from '../vi/numbers';
import { type Paper, type PaperTable, type Value, tablesOf } from './paper';
import { plainText } from './plain-text';

export const CSV_MIME = 'text/csv;charset=utf-8';

/** The file; tables stand one after the other, an empty line between them. */
export function writeCsv(paper: Paper, delimiter: ';' | ','): Uint8Array {
  const decimal = delimiter === ';' ? ',' : '.';
  const rows = tablesOf(paper).flatMap((table, at) => [
    ...(at === 0 ? [] : [['']]),
    ...(table.caption === null ? [] : [[plain(table.caption)]]),
    ...tableRows(table, decimal),
  ]);
  return csvFile([...rows, [''], ...paper.notes.map((note) => [plain(note)])], delimiter);
}

function tableRows(table: PaperTable, decimal: ',' | '.'): string[][] {
  return [
    table.columns.map((column) => plain(column.title)),
    ...table.rows.map((row) => table.columns.map((_, at) => cell(row.cells[at] ?? null, decimal))),
  ];
}

function cell(value: Value, decimal: ',' | '.'): string {
  if (typeof value === 'string') return plain(value);
  if (value === null || typeof value !== 'object' || !('rate' in value)) return toCell(value, decimal);
  // As printed, but without the dots that group thousands.
  return formatPercent(value.rate).replaceAll('.', '').replace(',', decimal);
}

function plain(text: string): string {
  return toCell(plainText(text), ',');
}
