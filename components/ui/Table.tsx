/** A small table, every row in the page; above a hundred rows use VirtualTable. */
import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  id: string;
  header: ComponentChildren;
  align?: 'start' | 'end';
  /** CSS grid track of a VirtualTable: `120px`, `minmax(160px, 2fr)`; default `minmax(96px, 1fr)`. */
  width?: string;
  /** The same on a narrow screen. */
  narrowWidth?: string;
  /** Names the row for screen readers; stays in view when a narrow screen scrolls the table sideways. */
  rowHeader?: boolean;
  /** Left out on a narrow screen, where the others say what matters. */
  minor?: boolean;
  cell: (row: Row, index: number) => ComponentChildren;
}

export function Table<Row>(props: {
  label: string;
  /** Shows the label above the table. */
  captioned?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row, index: number) => string | number;
}) {
  return (
    <div class="table-box" tabIndex={0} role="region" aria-label={props.label}>
      <table class="table">
        <caption class={props.captioned ? undefined : 'unseen'}>{props.label}</caption>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                data-align={column.align}
                data-minor={column.minor}
                data-holds={column.rowHeader}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row, index) => (
            <tr key={props.rowKey(row, index)}>
              {props.columns.map((column) =>
                column.rowHeader ? (
                  <th key={column.id} scope="row" data-align={column.align} data-minor={column.minor} data-holds>
                    {column.cell(row, index)}
                  </th>
                ) : (
                  <td key={column.id} data-align={column.align} data-minor={column.minor}>
                    {column.cell(row, index)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
