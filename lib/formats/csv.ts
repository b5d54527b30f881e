/** CSV that opens by double click in Vietnamese Excel: UTF-8 with its mark, CRLF, `;`, numbers without grouping. */
import Papa from 'papaparse';
import type { Tally } from '../model/tally';
import { formatDay } from '../vi/dates';
import { CHANGE_TITLES, changeRows, changeTitle } from './change-rows';
import { type WriteOptions, defineFormat } from './define-format';
import { neutralise } from './safe-text';
import {
  SOURCE_TITLES,
  type Value,
  memberColumns,
  overHundredNote,
  sourceRows,
  summaryLines,
  yesNo,
} from './tally-table';

/** Member table first (header in the first row), then summary, sources and the note, each after an empty line. */
export const csv = defineFormat({
  id: 'csv',
  label: { vi: 'CSV (mở bằng Excel)', en: 'CSV' },
  extension: '.csv',
  mime: 'text/csv;charset=utf-8',
  write: (tally, options = {}) => {
    const delimiter = options.delimiter ?? ';';
    return Promise.resolve(csvFile(csvRows(tally, delimiter === ';' ? ',' : '.', options.changes), delimiter));
  },
});

/** Rows of finished cells as a file: UTF-8 with its mark, CRLF. */
export function csvFile(rows: string[][], delimiter: ';' | ','): Uint8Array {
  const text = Papa.unparse(rows, { delimiter, newline: '\r\n' });
  return new TextEncoder().encode(`\ufeff${text}\r\n`);
}

function csvRows(tally: Tally, decimal: ',' | '.', told: WriteOptions['changes']): string[][] {
  const columns = memberColumns(tally);
  const cell = (value: Value) => toCell(value, decimal);
  const over = overHundredNote(tally);
  return [
    columns.map((column) => column.title),
    ...tally.members.map((member, index) => columns.map((column) => cell(column.value(member, index)))),
    [''],
    ['Tóm tắt', ''],
    ...summaryLines(tally).map((line) => [line.label, cell(line.value)]),
    ...(over === null ? [] : [[over]]),
    [''],
    [...SOURCE_TITLES],
    ...sourceRows(tally).map((row) => row.map(cell)),
    ...(told === undefined
      ? []
      : [
          [''],
          [neutralise(changeTitle(told))],
          [...CHANGE_TITLES],
          ...changeRows(told.changes).map((row) => row.map(cell)),
        ]),
    [''],
    [tally.note],
  ];
}

/** One value as a cell: numbers without grouping, text neutralised. */
export function toCell(value: Value, decimal: ',' | '.'): string {
  if (value === null) return '';
  if (typeof value === 'number') return plainNumber(value).replace('.', decimal);
  if (typeof value === 'boolean') return yesNo(value);
  if (typeof value === 'object') return formatDay(value.day);
  // Line breaks inside a cell break the row in programs that read line by line.
  return neutralise(value.replace(/[\t\r\n]+/g, (blank, at: number) => (at === 0 ? blank : ' ')));
}

// Never 1e+21 or 1e-7: a spreadsheet would show what we did not mean.
function plainNumber(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}
