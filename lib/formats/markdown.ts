/** The tally as Markdown tables, for pasting into notes and messages. */
import { formatDay } from '../vi/dates';
import { formatNumber, formatPercent } from '../vi/numbers';
import { defineFormat } from './define-format';
import { safeText } from './safe-text';
import {
  SOURCE_TITLES,
  type Value,
  memberColumns,
  overHundredNote,
  periodText,
  sourceRows,
  summaryLines,
  yesNo,
} from './tally-table';

export const markdown = defineFormat({
  id: 'markdown',
  label: { vi: 'Markdown', en: 'Markdown' },
  extension: '.md',
  mime: 'text/markdown;charset=utf-8',
  write: (tally) => {
    const columns = memberColumns(tally);
    const members = tally.members.map((member, index) => columns.map((column) => show(column.value(member, index))));
    const summary = summaryLines(tally).map((line) => [
      line.label,
      line.kind === 'rate' && typeof line.value === 'number' ? formatPercent(line.value) : show(line.value),
    ]);
    const over = overHundredNote(tally);
    const lines = [
      `# Bảng tổng hợp điểm tích lũy${tally.unit === null ? '' : ` – ${escapeText(tally.unit)}`}`,
      '',
      `Kỳ: ${periodText(tally)}`,
      '',
      ...table(
        columns.map((column) => column.title),
        members,
      ),
      '',
      '## Tóm tắt',
      '',
      ...table(['Chỉ số', 'Giá trị'], summary),
      ...(over === null ? [] : ['', over]),
      '',
      '## Nguồn',
      '',
      ...table(
        [...SOURCE_TITLES],
        sourceRows(tally).map((row) => row.map(show)),
      ),
      '',
      `> ${tally.note}`,
      '',
    ];
    return Promise.resolve(new TextEncoder().encode(lines.join('\n')));
  },
});

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)];
}

function show(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return yesNo(value);
  return typeof value === 'object' ? formatDay(value.day) : escapeText(value);
}

// A name is text, never markup: no links, no HTML, no broken table.
function escapeText(text: string): string {
  return safeText(text)
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/([\\`*_[\]|~#])/g, '\\$1');
}
