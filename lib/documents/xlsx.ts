/** The tables of a document as a workbook: one sheet per table, the first one with header, title, notes and signature; numbers as numbers. */
import { writeBook } from '../formats/xlsx-book';
import type { Cell, Row, Sheet } from '../formats/xlsx-sheet';
import type { Style } from '../formats/xlsx-styles';
import { freeColumns } from './head-cells';
import { columnWidths, pageOf } from './geometry';
import { linesOf } from './measure';
import { type Paper, type PaperColumn, type PaperRow, type PaperTable, type Value, tablesOf } from './paper';
import { capitals, plainText } from './plain-text';
import { showValue } from './values';

export const XLSX_MIME = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

// Width of a digit of the default font at 12 points, in millimetres.
const MM_PER_CHARACTER = 2.12;
const POINTS_PER_LINE = 16;
const CENTRED: Style = { align: 'center' };
const ALIGN = { start: undefined, centre: 'center', end: 'right' } as const;

/** The file. */
export function writeXlsx(paper: Paper): Uint8Array {
  const tables = tablesOf(paper);
  if (tables.length === 0) throw new RangeError(`${paper.definition} holds no table`);
  return writeBook(
    tables.map((table, at) => sheetOf(paper, table, at === 0)),
    new Date(paper.madeAt),
  );
}

function sheetOf(paper: Paper, table: PaperTable, first: boolean): Sheet {
  const { text } = pageOf(paper);
  const widths = columnWidths(table, text);
  const page = { width: table.columns.length, widths, text };
  const above = first ? [...heading(paper, page), ...titles(paper, page)] : [];
  const caption = table.caption === null ? [] : [across(table.caption, page, { bold: true, middle: true })];
  const start = above.length + caption.length + 1;
  const head = headRows(table, widths);
  const body = table.rows.map((row) => bodyRow(table, row, widths));
  const after = first ? [...remarks(paper, page), ...closing(paper, page)] : [];
  const header = start + head.length - 1;
  return {
    name: table.name,
    rows: [...above, ...caption, ...head, ...body, ...after],
    widths: widths.map((width) => Math.round((width / MM_PER_CHARACTER) * 10) / 10),
    landscape: paper.landscape,
    margins: paper.profile.page.margins,
    table: {
      first: start,
      header,
      columns: table.columns.length,
      lastRow: Math.max(header + 1, header + body.length),
      // Sorting must not carry a total in among the lines.
      ...(table.rows.some((row) => row.kind !== 'plain') ? { filter: false } : {}),
    },
  };
}

interface Page {
  width: number;
  widths: readonly number[];
  text: number;
}

function heading({ header, profile }: Paper, page: Page): Row[] {
  const { fonts } = profile;
  const organisation: Style = { ...CENTRED, size: fonts.organisation };
  const party: Style = { ...CENTRED, bold: true, underline: profile.header.rule, size: fonts.party };
  const date: Style = { ...CENTRED, italic: true, size: fonts.placeDate };
  const left: [string, Style][] = [
    ...(header.superior === null ? [] : [[capitals(header.superior), organisation] as [string, Style]]),
    [capitals(header.body), { ...organisation, bold: true }],
    ...(profile.header.mark === '' ? [] : [[profile.header.mark, organisation] as [string, Style]]),
    ...(header.number === null ? [] : [[header.number, { ...CENTRED, size: fonts.number }] as [string, Style]]),
  ];
  const last = left.length - 1;
  return left.map(([text, style], at) => {
    const right: [string, Style] =
      at === 0 ? [profile.header.party, party] : at === last ? [header.placeDate, date] : ['', CENTRED];
    return pair([text, style], right, page);
  });
}

function titles({ title, profile, draft }: Paper, page: Page): Row[] {
  const bold: Style = { ...CENTRED, bold: true, size: profile.fonts.abstract };
  return [
    { cells: [] },
    ...(draft === null ? [] : [across(`(${draft})`, page, { ...CENTRED, italic: true })]),
    across(title.type, page, { ...CENTRED, bold: true, size: profile.fonts.type }),
    ...title.abstract.map((one) => across(one, page, bold)),
    across(profile.title.dashes, page, CENTRED),
    { cells: [] },
  ];
}

function headRows(table: PaperTable, widths: readonly number[]): Row[] {
  return table.head.map((row, at) => {
    const numbers = row.every((head) => /^\d+$/.test(head.text));
    const style: Style = { bold: !numbers, align: 'center', middle: true, wrap: true, border: true };
    // What is covered from above still carries the lines.
    const cells: (Cell | null)[] = table.columns.map(() => ({ value: null, style }));
    const free = freeColumns(table, at);
    let next = 0;
    let lines = 1;
    for (const head of row) {
      const span = head.span ?? 1;
      const column = free[next] ?? 0;
      for (let over = 1; over < span; over++) cells[column + over] = null;
      cells[column] = { value: numbers ? Number(head.text) : plainText(head.text), style, span, down: head.down };
      next += span;
      const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0);
      lines = Math.max(lines, Math.ceil(linesOf(head.text, 12, width - 2) / (head.down ?? 1)));
    }
    return { cells, height: lines * POINTS_PER_LINE + 3 };
  });
}

function bodyRow(table: PaperTable, row: PaperRow, widths: readonly number[]): Row {
  const bold = row.kind !== 'plain';
  if (row.kind === 'group') {
    const text = showValue(row.cells.find((cell) => cell !== null) ?? null);
    const cells: (Cell | null)[] = table.columns.map(() => null);
    cells[0] = { value: plainText(text), style: look('start', bold, null), span: table.columns.length };
    return { cells, height: POINTS_PER_LINE + 3 };
  }
  const cells = table.columns.map((column, at) => typed(row.cells[at] ?? null, column, bold));
  const lines = table.columns.map((_, at) => linesOf(showValue(row.cells[at] ?? null), 12, (widths[at] ?? 0) - 3));
  return { cells, height: Math.max(...lines) * POINTS_PER_LINE + 3 };
}

function typed(value: Value, { align }: PaperColumn, bold: boolean): Cell {
  if (typeof value === 'string') return { value: plainText(value), style: look(align, bold, null) };
  if (typeof value === 'number') {
    return { value, style: look(align, bold, Number.isInteger(value) ? '#,##0' : '#,##0.##') };
  }
  if (value === null) return { value: null, style: look(align, bold, null) };
  if ('day' in value) return { value, style: look(align, bold, 'dd/mm/yyyy') };
  return { value: value.rate, style: look(align, bold, rateFormat(value.rate)) };
}

/** The same digits as on paper: two decimals at most, none that are zero. */
function rateFormat(rate: number): string {
  const decimals = Math.round(Math.abs(rate) * 10_000) % 100;
  return decimals === 0 ? '0%' : decimals % 10 === 0 ? '0.0%' : '0.00%';
}

const looks = new Map<string, Style>();

/** Style objects are found by identity, so each look is made once. */
function look(align: PaperColumn['align'], bold: boolean, format: string | null): Style {
  const key = `${align} ${bold} ${format}`;
  const known = looks.get(key);
  if (known !== undefined) return known;
  const made: Style = {
    border: true,
    middle: true,
    wrap: true,
    bold,
    align: ALIGN[align],
    ...(format === null ? {} : { format }),
  };
  looks.set(key, made);
  return made;
}

/** Paragraphs of the document and its notes. */
function remarks(paper: Paper, page: Page): Row[] {
  const said = paper.blocks.flatMap((block) => {
    if (block.kind === 'table') return [];
    return block.kind === 'list' ? block.items.map((item) => `- ${item}`) : [block.text];
  });
  return [
    { cells: [] },
    ...said.map((text) => across(text, page, { wrap: true })),
    ...paper.notes.map((note) => across(note, page, { italic: true, wrap: true })),
  ];
}

function closing({ closing: { recipients, signatures }, profile }: Paper, page: Page): Row[] {
  const { fonts } = profile;
  const size = fonts.signature;
  const left: [string, Style][] =
    recipients === null
      ? []
      : [
          [profile.recipients.title, { underline: profile.recipients.underline, size }],
          ...recipients.map((one): [string, Style] => [`- ${one}`, { size: fonts.recipients }]),
        ];
  const right = signatures.at(-1);
  if (right === undefined) return [];
  const signed: [string, Style][] = [
    [right.head, { ...CENTRED, bold: true, size }],
    ...(right.title === null ? [] : [[right.title, { ...CENTRED, size }] as [string, Style]]),
    ['', CENTRED],
    ['', CENTRED],
    ['', CENTRED],
    [right.name ?? '', { ...CENTRED, bold: true, size }],
  ];
  const rows = Math.max(left.length, signed.length);
  return [
    { cells: [] },
    ...Array.from({ length: rows }, (_, at) => pair(left[at] ?? ['', {}], signed[at] ?? ['', {}], page)),
  ];
}

/** One text over all columns, its row as high as its lines. */
function across(text: string, { width, text: room }: Page, style: Style): Row {
  const cell: Cell = { value: plainText(text), style, span: width };
  const lines = linesOf(text, style.size ?? 12, room - 4);
  const height = lines * Math.max(POINTS_PER_LINE, (style.size ?? 12) * 1.3) + 2;
  return { cells: [cell, ...Array.from({ length: width - 1 }, () => null)], height };
}

/** Two texts side by side, parted at the column nearest to the middle of the paper. */
function pair(a: [string, Style], b: [string, Style], { width, widths, text }: Page): Row {
  let used = 0;
  let left = 0;
  while (left < width - 1 && used + (widths[left] ?? 0) / 2 < text * 0.45) used += widths[left++] ?? 0;
  left = Math.max(1, left);
  const half = ([value, style]: [string, Style], columns: number): (Cell | null)[] => [
    value === '' ? null : { value: plainText(value), style, span: columns },
    ...Array.from({ length: columns - 1 }, () => null),
  ];
  const height = Math.max(a[1].size ?? 12, b[1].size ?? 12) * 1.35;
  return { cells: [...half(a, left), ...half(b, width - left)], height };
}
