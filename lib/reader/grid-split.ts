/** Tables whose head and body are two `<table>`s (Element Plus, DataTables with a scroll body): joined again by their column count. */
import type { Grid, GridRow } from './grid';
import { addRow } from './grid-table';
import type { Page } from './page';
import { findIn } from './roots';
import { tagOf, textOf } from './text';

const MAX_CLIMB = 5;

/** The same grids, each head without rows filled from the one headless table beside it. */
export function joinSplitTables(grids: readonly Grid[], page: Page): Grid[] {
  return grids.map((grid) => {
    if (grid.shape !== 'table' || grid.rows.length > 0 || tagOf(grid.element) !== 'table') return grid;
    const body = bodyOf(grid.element, page);
    return body === null ? grid : joined(grid, body.table, body.around, page);
  });
}

function bodyOf(head: Element, page: Page): { table: Element; around: Element } | null {
  let at = head.parentElement;
  for (let climb = 0; at !== null && climb < MAX_CLIMB; climb++, at = at.parentElement) {
    const others = findIn(at, 'table', page).filter((table) => table !== head && table.querySelector('tr') !== null);
    const [table] = others;
    if (table === undefined) continue;
    return others.length === 1 && table.querySelector('thead, th') === null ? { table, around: at } : null;
  }
  return null;
}

function joined(grid: Grid, table: Element, around: Element, page: Page): Grid {
  const faults: string[] = grid.fault === null ? [] : [grid.fault];
  const rows: GridRow[] = [];
  const lines = findIn(table, 'tr', page).filter((row) => row.closest('table') === table);
  const widest = Math.max(0, ...lines.map((row) => row.children.length));
  // The head may hold one more, empty cell above the scroll bar.
  const last = grid.headers.at(-1);
  const headers = grid.headers.length === widest + 1 && last?.text === '' ? grid.headers.slice(0, -1) : grid.headers;
  for (const row of lines) {
    const cells = [...row.children];
    const only = cells.length === 1 && headers.length > 1;
    if (cells.length === 0 || (only && textOf(row, page) === '')) continue;
    addRow(rows, row, cells, headers.length, faults);
  }
  return { ...grid, element: around, headers, rows, fault: faults[0] ?? null };
}
