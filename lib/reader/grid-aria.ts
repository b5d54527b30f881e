/** Tables made of `div`s with ARIA roles (rsuite and the like): cells split over fixed groups, spacer rows, row windows. */
import { type Grid, type GridHeader, type GridRow, wholeAttribute } from './grid';
import type { Page } from './page';
import { findAll, findIn } from './roots';
import { textOf } from './text';

const GRIDS = '[role="grid"], [role="treegrid"], [role="table"], .rs-table';
const HEADS = '[role="columnheader"]';
const CELLS = '[role="gridcell"], [role="cell"], [role="rowheader"]';

/** Finds all ARIA grids, outermost ones only. */
export function findAriaGrids(page: Page): Grid[] {
  const elements = findAll(page, GRIDS).filter(
    (element) => element.localName !== 'table' && findIn(element, 'table', page).length === 0,
  );
  const outer = elements.filter((element) => element.parentElement?.closest(GRIDS) == null);
  return outer.map((element) => readGrid(element, page));
}

function readGrid(element: Element, page: Page): Grid {
  const faults: string[] = [];
  // A tree holds people and units in one column, some of them folded away.
  if (element.getAttribute('role') === 'treegrid') faults.push('its rows unfold');
  const headElements = findIn(element, HEADS, page);
  const leaves = headElements.filter(
    (head) => head.querySelector(HEADS) === null && (wholeAttribute(head, 'aria-colspan') ?? 1) === 1,
  );
  const numbered = leaves.filter((head) => wholeAttribute(head, 'aria-colindex') !== null).length;
  const byIndex = numbered > 0;
  if (byIndex && numbered !== leaves.length) faults.push('only some headers carry a column number');
  const headers: GridHeader[] = leaves.map((head, position) => {
    const parent = head.parentElement?.closest(HEADS) ?? null;
    return {
      column: byIndex ? (wholeAttribute(head, 'aria-colindex') ?? -1) : position + 1,
      text: textOf(head, page),
      group: parent === null ? '' : textOf(parent, page, (inner) => inner.matches(HEADS)),
    };
  });
  if (new Set(headers.map((head) => head.column)).size !== headers.length)
    faults.push('two headers share a column number');

  // Some libraries (AG Grid) draw pinned columns as rows of their own with the same number.
  const rows: GridRow[] = [];
  let spacers = 0;
  for (const row of findIn(element, '[role="row"], .rs-table-row', page)) {
    if (row.querySelector(HEADS) !== null) continue;
    const cells = findIn(row, CELLS, page).filter((cell) => cell.closest('[role="row"], .rs-table-row') === row);
    if (cells.length === 0) {
      spacers++;
      continue;
    }
    const map = new Map<number, Element>();
    const cellsNumbered = cells.filter((cell) => wholeAttribute(cell, 'aria-colindex') !== null).length;
    if (byIndex ? cellsNumbered !== cells.length : cellsNumbered > 0)
      faults.push('headers and cells are numbered differently');
    cells.forEach((cell, position) => {
      const column = byIndex ? (wholeAttribute(cell, 'aria-colindex') ?? -1) : position + 1;
      if (map.has(column)) faults.push('two cells of one row share a column number');
      map.set(column, cell);
    });
    const index = wholeAttribute(row, 'aria-rowindex');
    const parts = index === null || !byIndex ? undefined : rows.find((other) => other.index === index - 1);
    if (parts !== undefined && [...map.keys()].every((column) => !parts.cells.has(column))) {
      parts.cells = new Map([...parts.cells, ...map]);
      continue;
    }
    rows.push({
      index: index === null ? rows.length + 1 : index - 1,
      numbered: index !== null,
      element: row,
      cells: map,
    });
  }
  for (const row of rows) {
    if (row.cells.size !== headers.length)
      faults.push(`a row has ${row.cells.size} cells under ${headers.length} headers`);
  }
  if (new Set(rows.map((row) => row.index)).size !== rows.length) faults.push('two rows share a row number');
  rows.sort((a, b) => a.index - b.index);

  if (spacers === 0 && rows.every((row) => !row.numbered)) for (const row of rows) row.numbered = true;
  const counted = wholeAttribute(element, 'aria-rowcount');
  const rowsOnPage = counted === null ? null : counted - 1;
  if (rowsOnPage !== null && rows.length > rowsOnPage)
    faults.push(`${rows.length} rows where the table says ${rowsOnPage}`);
  return {
    element,
    shape: 'grid',
    headers: headers.sort((a, b) => a.column - b.column),
    rows,
    rowsOnPage,
    windowed: rowsOnPage === null ? spacers > 0 : rows.length < rowsOnPage,
    busy: element.getAttribute('aria-busy') === 'true',
    fault: faults[0] ?? null,
  };
}
