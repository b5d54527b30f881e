/** Paragraphs, headings, lists and tables of a document on paper. */
import { SHORT_TABLE, columnWidths } from '@/lib/documents/geometry';
import type { Block, PaperRow, PaperTable } from '@/lib/documents/paper';
import { showValue } from '@/lib/documents/values';

export function PaperBlocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, at) => {
        switch (block.kind) {
          case 'paragraph':
            return (
              <p
                key={at}
                class="sheet-text"
                data-align={block.align}
                data-keep={block.text.endsWith(':') ? '' : undefined}
              >
                {block.text}
              </p>
            );
          case 'heading':
            return (
              <p key={at} class="sheet-heading" data-level={block.level} role="heading" aria-level={block.level + 2}>
                {block.text}
              </p>
            );
          case 'list':
            return (
              <ul key={at} class="sheet-list">
                {block.items.map((item, index) => (
                  <li key={index} class="sheet-text">
                    - {item}
                  </li>
                ))}
              </ul>
            );
          case 'table':
            return <SheetTable key={at} table={block} />;
        }
      })}
    </>
  );
}

function SheetTable({ table }: { table: PaperTable }) {
  const widths = columnWidths(table, 100);
  return (
    <table class="sheet-table" data-short={table.rows.length <= SHORT_TABLE ? '' : undefined}>
      <caption class={table.caption === null ? 'unseen' : undefined}>{table.caption ?? table.name}</caption>
      <colgroup>
        {table.columns.map((column, at) => (
          <col key={column.id} style={{ width: `${widths[at] ?? 0}%` }} />
        ))}
      </colgroup>
      <thead>
        {table.head.map((row, at) => (
          <tr key={at} data-numbers={row.every((cell) => /^\d+$/.test(cell.text)) ? '' : undefined}>
            {row.map((cell, index) => (
              <th key={index} scope={(cell.span ?? 1) > 1 ? 'colgroup' : 'col'} colSpan={cell.span} rowSpan={cell.down}>
                {cell.text}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <SheetRow key={at} table={table} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function SheetRow({ table, row }: { table: PaperTable; row: PaperRow }) {
  if (row.kind === 'group') {
    return (
      <tr data-kind="group">
        <th scope="rowgroup" colSpan={table.columns.length}>
          {showValue(row.cells.find((cell) => cell !== null) ?? null)}
        </th>
      </tr>
    );
  }
  return (
    <tr data-kind={row.kind}>
      {table.columns.map((column, at) => (
        <td key={column.id} data-align={column.align}>
          {showValue(row.cells[at] ?? null)}
        </td>
      ))}
    </tr>
  );
}
