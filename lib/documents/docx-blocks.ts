/** Paragraphs, headings, lists and tables of a document as parts of a DOCX. */
import {
  BorderStyle,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { DocProfile } from '../model/doc-profile';
import { plainText } from './plain-text';
import { SHORT_TABLE, columnWidths } from './geometry';
import { freeColumns } from './head-cells';
import type { Block, PaperColumn, PaperTable } from './paper';
import { showValue } from './values';

const TWIPS_PER_MM = 1440 / 25.4;
const TWIPS_PER_POINT = 20;
const ALIGN = { start: 'left', centre: 'center', end: 'right' } as const;

/** Sizes stand in half points. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

export interface LineOptions {
  alignment?: IParagraphOptions['alignment'];
  bold?: boolean;
  italics?: boolean;
  underline?: boolean;
  /** Points; default the body's. */
  size?: number;
  /** Points. */
  before?: number;
  after?: number;
  /** Stays on the page of what follows. */
  keep?: boolean;
  pageBreak?: boolean;
}

/** One paragraph outside the running text: titles, header and signature lines. */
export function line(text: string, { fonts }: DocProfile, options: LineOptions = {}): Paragraph {
  return new Paragraph({
    alignment: options.alignment,
    keepNext: options.keep,
    pageBreakBefore: options.pageBreak,
    spacing: { before: (options.before ?? 0) * TWIPS_PER_POINT, after: (options.after ?? 0) * TWIPS_PER_POINT },
    children: runs(text, {
      bold: options.bold,
      italics: options.italics,
      underline: options.underline ? {} : undefined,
      size: halfPoints(options.size ?? fonts.body),
    }),
  });
}

/** Blocks in order. */
export function docxBlocks(blocks: readonly Block[], profile: DocProfile, text: number): (Paragraph | Table)[] {
  return blocks.flatMap((block, at) => {
    const last = at === blocks.length - 1;
    switch (block.kind) {
      case 'paragraph':
        return [
          running(block.text, profile, {
            alignment: block.align === 'centre' ? 'center' : block.align === 'start' ? 'left' : 'both',
            indent: block.indent ?? true,
            bold: block.bold,
            italics: block.italic,
            // The signature never stands alone on a page, and what is announced stands with its announcement.
            keep: last || block.text.endsWith(':'),
          }),
        ];
      case 'heading':
        return [
          running(block.text, profile, { indent: true, bold: block.level < 3, italics: block.level === 3, keep: true }),
        ];
      case 'list':
        return block.items.map((item, index) =>
          running(`- ${item}`, profile, { indent: true, keep: last && index === block.items.length - 1 }),
        );
      case 'table':
        return [
          ...(block.caption === null
            ? []
            : [line(block.caption, profile, { bold: true, before: 6, after: 3, keep: true })]),
          docxTable(block, profile, text),
          line('', profile, { size: 6 }),
        ];
    }
  });
}

function running(
  text: string,
  { fonts, body }: DocProfile,
  options: {
    alignment?: 'both' | 'left' | 'center';
    indent: boolean;
    bold?: boolean;
    italics?: boolean;
    keep?: boolean;
  },
): Paragraph {
  return new Paragraph({
    alignment: options.alignment ?? 'both',
    keepNext: options.keep,
    indent: options.indent ? { firstLine: Math.round(body.firstLineIndent * TWIPS_PER_MM) } : undefined,
    spacing: {
      line: Math.round(body.lineSpacing * TWIPS_PER_POINT),
      lineRule: LineRuleType.EXACT,
      after: Math.round(body.spaceAfter * TWIPS_PER_POINT),
    },
    children: runs(text, { bold: options.bold, italics: options.italics, size: halfPoints(fonts.body) }),
  });
}

type RunLook = { bold?: boolean; italics?: boolean; underline?: object; size: number };

/** Line breaks inside a text stay line breaks. */
function runs(text: string, look: RunLook): TextRun[] {
  return plainText(text)
    .split('\n')
    .map((part, at) => new TextRun({ ...look, text: part, break: at === 0 ? undefined : 1 }));
}

function docxTable(table: PaperTable, profile: DocProfile, text: number): Table {
  // Whole twips that add up to the width: Word stretches a table whose columns do not.
  const total = Math.round(text * TWIPS_PER_MM);
  const widths = columnWidths(table, total).map(Math.round);
  const rest = total - widths.reduce((sum, width) => sum + width, 0);
  widths[widths.length - 1] = (widths.at(-1) ?? 0) + rest;
  const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: total, type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    rows: [
      ...table.head.map(
        (row, at) =>
          new TableRow({ tableHeader: true, cantSplit: true, children: headCells(table, row, at, widths, profile) }),
      ),
      ...table.rows.map(
        (row, at) =>
          new TableRow({
            cantSplit: true,
            children:
              row.kind === 'group'
                ? [
                    cell(showValue(row.cells.find((one) => one !== null) ?? null), 'start', total, profile, {
                      bold: true,
                      span: table.columns.length,
                    }),
                  ]
                : table.columns.map((column, index) =>
                    cell(showValue(row.cells[index] ?? null), column.align, widths[index] ?? 0, profile, {
                      bold: row.kind === 'total',
                      // A short table stays in one piece, the last line of a long one with the line before it.
                      keep:
                        at < table.rows.length - 1 &&
                        (table.rows.length <= SHORT_TABLE || at === table.rows.length - 2),
                    }),
                  ),
          }),
      ),
    ],
  });
}

function headCells(
  table: PaperTable,
  row: PaperTable['head'][number],
  at: number,
  widths: readonly number[],
  profile: DocProfile,
): TableCell[] {
  const free = freeColumns(table, at);
  let next = 0;
  return row.map((head) => {
    const span = head.span ?? 1;
    const own = free.slice(next, next + span);
    next += span;
    const width = own.reduce((sum, column) => sum + (widths[column] ?? 0), 0);
    // A row of column numbers is not bold.
    const bold = !/^\d+$/.test(head.text);
    return cell(head.text, 'centre', width, profile, { bold, span, down: head.down, keep: true });
  });
}

function cell(
  text: string,
  align: PaperColumn['align'],
  width: number,
  { fonts }: DocProfile,
  options: { bold?: boolean; span?: number; down?: number; keep?: boolean },
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: options.span,
    rowSpan: options.down,
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: ALIGN[align],
        keepNext: options.keep,
        children: runs(text, { bold: options.bold, size: halfPoints(fonts.table) }),
      }),
    ],
  });
}
