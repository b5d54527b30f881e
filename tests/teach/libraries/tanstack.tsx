/** TanStack Table (React), drawn as a plain table and as lines of `div`s. */
import { createColumnHelper, flexRender, getCoreRowModel, useReactTable } from '@tanstack/react-table';
import { createElement as h, type FC } from 'react';
import { render } from 'react-dom';
import type { Row, Scene } from '../data';
import type { Mount } from './shared';

const helper = createColumnHelper<Row>();

function useTable(scene: Scene) {
  return useReactTable({
    data: scene.rows,
    columns: scene.columns.map(({ field, header }) => helper.accessor((row) => row[field], { id: field, header })),
    getCoreRowModel: getCoreRowModel(),
  });
}

const AsTable: FC<{ scene: Scene }> = ({ scene }) => {
  const table = useTable(scene);
  return h(
    'table',
    { className: 'css-1x2y3z' },
    h(
      'thead',
      null,
      table.getHeaderGroups().map((group) =>
        h(
          'tr',
          { key: group.id },
          group.headers.map((header) =>
            h('th', { key: header.id }, flexRender(header.column.columnDef.header, header.getContext())),
          ),
        ),
      ),
    ),
    h(
      'tbody',
      null,
      table.getRowModel().rows.map((row) =>
        h(
          'tr',
          { key: row.id },
          row
            .getVisibleCells()
            .map((cell) => h('td', { key: cell.id }, flexRender(cell.column.columnDef.cell, cell.getContext()))),
        ),
      ),
    ),
  );
};

const AsDivs: FC<{ scene: Scene }> = ({ scene }) => {
  const table = useTable(scene);
  return h(
    'div',
    { className: 'sc-bdVaJa' },
    h(
      'div',
      { className: 'sc-head' },
      table.getHeaderGroups().map((group) =>
        h(
          'div',
          { key: group.id, className: 'sc-kHxTfl' },
          group.headers.map((header) =>
            h(
              'div',
              { key: header.id, className: 'sc-x' },
              flexRender(header.column.columnDef.header, header.getContext()),
            ),
          ),
        ),
      ),
    ),
    h(
      'div',
      { className: 'sc-body' },
      table.getRowModel().rows.map((row) =>
        h(
          'div',
          { key: row.id, className: 'sc-fAjcbJ' },
          row
            .getVisibleCells()
            .map((cell) =>
              h(
                'div',
                { key: cell.id, className: 'sc-caSCKo' },
                flexRender(cell.column.columnDef.cell, cell.getContext()),
              ),
            ),
        ),
      ),
    ),
  );
};

export const tanstackTable: Mount = (root, scene) => void render(h(AsTable, { scene }), root);
export const tanstackDivs: Mount = (root, scene) => void render(h(AsDivs, { scene }), root);
