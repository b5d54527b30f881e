/** The tally as an aligned table for a terminal. */
import {
  memberColumns,
  overHundredNote,
  periodText,
  rankingText,
  summaryLines,
  yesNo,
  type Value,
} from '../formats/tally-table';
import type { Tally } from '../model/tally';
import { formatDay } from '../vi/dates';
import { formatNumber, formatPercent } from '../vi/numbers';
import { printable } from './io';

const RIGHT = new Set(['order', 'opening', 'closing', 'points', 'rank', 'readings']);

/** Members and summary, aligned; ends with the note that it replaces no official figure. */
export function printTally(tally: Tally): string {
  const columns = memberColumns(tally).filter(
    ({ id, value }) =>
      !['code', 'installed', 'eligible'].includes(id) || tally.members.some((one) => value(one, 0) !== null),
  );
  const cells = tally.members.map((member, index) => columns.map((column) => show(column.value(member, index))));
  const titles = columns.map((column) => column.title);
  const widths = titles.map((title, index) => Math.max(width(title), ...cells.map((row) => width(row[index] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => pad(cell, widths[index] ?? 0, RIGHT.has(columns[index]?.id ?? '')))
      .join('  ')
      .trimEnd();
  const summary = summaryLines(tally).filter(
    ({ kind, value }) => (kind === 'count' || kind === 'rate') && value !== null,
  );
  const labels = Math.max(0, ...summary.map(({ label }) => width(label)));
  const over = overHundredNote(tally);
  return [
    `${tally.unit ?? 'Chi bộ'}, ${periodText(tally)}; xếp hạng ${rankingText(tally)}`,
    '',
    line(titles),
    line(widths.map((size) => '-'.repeat(size))),
    ...cells.map(line),
    '',
    ...summary.map(({ label, value, kind }) => {
      const text = kind === 'rate' && typeof value === 'number' ? formatPercent(value) : show(value);
      return `${pad(label, labels, false)}  ${text}`;
    }),
    ...(over === null ? [] : ['', over]),
    '',
    `${tally.note}.`,
    '',
  ].join('\n');
}

function show(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return yesNo(value);
  if (typeof value === 'object') return formatDay(value.day);
  return printable(value);
}

// Composed letters take one column each; combining marks that stay take none.
function width(text: string): number {
  return [...text.normalize('NFC').replace(/\p{M}/gu, '')].length;
}

function pad(text: string, size: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, size - width(text)));
  return right ? blanks + text : text + blanks;
}
