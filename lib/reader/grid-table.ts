/** Tables made of real `<table>`s: plain pages, Ant Design (header and body may be two tables) and Odoo lists. */
import { foldLabel } from '../vi/text';
import { type Grid, type GridHeader, type GridRow } from './grid';
import type { Page } from './page';
import { findAll, findIn } from './roots';
import { tagOf, textOf } from './text';

const ANTD = '.ant-table';
const ODOO = '.o_list_table';
const MAX_SPAN = 60;
export const FOOT_WORDS = ['tong cong', 'cong', 'tong', 'tong so', 'trung binh'];

/** Finds all headed tables that hold no other table. */
export function findTableGrids(page: Page, isLabel: (text: string) => boolean): Grid[] {
  const grids: Grid[] = [];
  const antd = findAll(page, ANTD).filter((element) => element.parentElement?.closest(ANTD) == null);
  for (const element of antd) grids.push(readAntd(element, page));
  for (const element of findAll(page, 'table')) {
    if (element.closest(ANTD) !== null || findIn(element, 'table', page).length > 1) continue;
    const grid = readTable(element, page, isLabel);
    if (grid !== null) grids.push(grid);
  }
  return grids;
}

function readAntd(element: Element, page: Page): Grid {
  const faults: string[] = [];
  const headRows = findIn(element, '.ant-table-thead > tr', page);
  const headers = leafHeaders(headRows, page, '.ant-table-cell-scrollbar');
  const rows: GridRow[] = [];
  for (const row of findIn(element, '.ant-table-row', page)) {
    if (row.getAttribute('aria-hidden') === 'true') continue;
    const cells = [...row.children].filter(
      (cell) => tagOf(cell) === 'td' || tagOf(cell) === 'th' || cell.matches('.ant-table-cell'),
    );
    addRow(rows, row, cells, headers.length, faults);
  }
  const loading = element.closest('.ant-spin-blur, .ant-spin-container.ant-spin-blur') !== null;
  const spinning =
    element.closest('.ant-spin-nested-loading')?.querySelector(':scope > div > .ant-spin-spinning') ?? null;
  const virtual = element.querySelector('.ant-table-tbody-virtual') !== null;
  if (virtual) for (const row of rows) row.numbered = false;
  return {
    element,
    shape: 'antd',
    headers,
    rows,
    rowsOnPage: null,
    windowed: virtual,
    busy: loading || spinning !== null,
    fault: faults[0] ?? null,
  };
}

function readTable(element: Element, page: Page, isLabel: (text: string) => boolean): Grid | null {
  const faults: string[] = [];
  const all = findIn(element, 'tr', page).filter(
    (row) => row.closest('table') === element && row.getAttribute('aria-hidden') !== 'true',
  );
  const inHead = all.filter((row) => row.parentElement !== null && tagOf(row.parentElement) === 'thead');
  const headRows = inHead.length > 0 ? inHead : leadingHeads(all, page, isLabel);
  if (headRows.length === 0) return null;
  const headers = leafHeaders(headRows, page);
  const rows: GridRow[] = [];
  const odoo = element.matches(ODOO) || element.closest('.o_list_view, .o_list_renderer') !== null;
  const odooRows = odoo && all.some((row) => row.matches('.o_data_row'));
  for (const row of all) {
    if (headRows.includes(row) || (row.parentElement !== null && tagOf(row.parentElement) === 'tfoot')) continue;
    if (odooRows && !row.matches('.o_data_row')) continue;
    const cells = [...row.children].filter((cell) => tagOf(cell) === 'td' || tagOf(cell) === 'th');
    if (cells.length === 0 || isSpanningNote(cells, headers.length) || isFoot(cells, page)) continue;
    if (odoo && cells.every((cell) => textOf(cell, page) === '')) continue;
    addRow(rows, row, cells, headers.length, faults);
  }
  return {
    element,
    shape: odoo ? 'odoo' : 'table',
    headers,
    rows,
    rowsOnPage: null,
    windowed: false,
    busy: element.getAttribute('aria-busy') === 'true',
    fault: faults[0] ?? null,
  };
}

/** Old pages have no `thead`: leading rows of `th`, else a first row whose words are all known labels. */
function leadingHeads(rows: Element[], page: Page, isLabel: (text: string) => boolean): Element[] {
  const heads: Element[] = [];
  for (const row of rows) {
    const cells = [...row.children];
    const depth = heads.reduce(
      (left, head) => Math.max(left, ...[...head.children].map((cell) => span(cell, 'rowspan'))),
      1,
    );
    const underSpan = heads.length > 0 && heads.length < depth;
    if (!underSpan && (cells.length < 2 || !cells.every((cell) => tagOf(cell) === 'th'))) break;
    heads.push(row);
  }
  if (heads.length > 0) return heads;
  for (const row of rows.slice(0, 3)) {
    const texts = [...row.children].map((cell) => textOf(cell, page)).filter((text) => text !== '');
    if (texts.length >= 2 && texts.filter(isLabel).length >= 2 && texts.every((text) => text.length <= 60)) {
      return rows.slice(0, rows.indexOf(row) + 1);
    }
  }
  return [];
}

function leafHeaders(rows: readonly Element[], page: Page, filler = '.no-such-cell'): GridHeader[] {
  const matrix: (string | undefined)[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.children) {
      if (cell.matches(filler)) continue;
      while (matrix[y]?.[x] !== undefined) x++;
      const text = textOf(cell, page);
      const wide = span(cell, 'colspan');
      const tall = span(cell, 'rowspan');
      for (let dy = 0; dy < tall && y + dy < rows.length; dy++) {
        for (let dx = 0; dx < wide; dx++) {
          const line = matrix[y + dy];
          if (line !== undefined) line[x + dx] = text;
        }
      }
      x += wide;
    }
  });
  const last = matrix.at(-1) ?? [];
  return Array.from(last, (text, index) => {
    const group = matrix.at(-2)?.[index] ?? '';
    return { column: index + 1, text: text ?? '', group: group === text ? '' : group };
  });
}

export function addRow(rows: GridRow[], row: Element, cells: Element[], columns: number, faults: string[]): void {
  const map = new Map<number, Element>();
  let column = 1;
  for (const cell of cells) {
    map.set(column, cell);
    if (span(cell, 'rowspan') > 1) faults.push('a cell spans several rows');
    column += span(cell, 'colspan');
  }
  if (column - 1 !== columns) faults.push(`a row has ${column - 1} cells under ${columns} headers`);
  rows.push({ index: rows.length + 1, numbered: true, element: row, cells: map });
}

function isSpanningNote(cells: Element[], columns: number): boolean {
  const [only] = cells;
  return cells.length === 1 && only !== undefined && columns > 1 && span(only, 'colspan') >= columns;
}

function isFoot(cells: Element[], page: Page): boolean {
  const texts = cells.map((cell) => foldLabel(textOf(cell, page)));
  const first = texts.find((text) => text !== '') ?? '';
  return FOOT_WORDS.includes(first);
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const number = Number(cell.getAttribute(name) ?? '1');
  return Number.isInteger(number) && number >= 1 ? Math.min(number, MAX_SPAN) : 1;
}
