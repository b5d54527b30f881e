/** Reads a taught list: the table with exactly the headers it had, or the items its anchors agree on; anything else is refused. */
import type { TableRead } from '../model/observation';
import type { ColumnSpec, TableSpec } from '../model/site';
import type { TaughtList } from '../model/taught';
import { foldLabel } from '../vi/text';
import { select } from './anchors';
import { joinGrid } from './columns';
import type { Grid } from './grid';
import { findAriaGrids } from './grid-aria';
import { findDivGrids } from './grid-divs';
import { joinSplitTables } from './grid-split';
import { findTableGrids } from './grid-table';
import { readItems } from './items';
import { isLayered } from './layers';
import type { Page } from './page';
import { Refusal } from './problem';
import { type TableResult, readTable } from './read-table';
import { readSurroundings } from './surroundings';
import { textOf } from './text';
import { vocabularyOf } from './vocabulary';
import { markWindow } from './windows';

/** All tables of a page, whatever they are built of; `headers`: labels known to head a list. */
export function findGrids(page: Page, headers: readonly (readonly string[])[]): Grid[] {
  const labels = new Set(headers.flat().map(foldLabel));
  const isLabel = (text: string): boolean => labels.has(foldLabel(text));
  const tagged = joinSplitTables([...findAriaGrids(page), ...findTableGrids(page, isLabel)], page);
  const drawn = headers.flatMap((list) => findDivGrids(page, list, tagged));
  const all = [...tagged, ...drawn].filter((grid) => !isLayered(grid.element));
  return all
    .filter((grid, at) => all.findIndex((other) => other.element === grid.element) === at)
    .map((grid) => markWindow(grid, page));
}

/** Headers as they are compared: folded, sorted, blank ones left out. */
export function headerSet(headers: readonly string[]): string[] {
  return headers
    .map(foldLabel)
    .filter((text) => text !== '')
    .sort();
}

/** A grid's headers as they are kept in a site: a group's name before them. */
export function headersOf(grid: Grid): string[] {
  return grid.headers
    .map((header) => `${header.group} ${header.text}`.trim().slice(0, 120))
    .filter((text) => foldLabel(text) !== '');
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at]);
}

/** The grid a taught list stands in, or null when nothing looks like it. @throws Refusal `headersChanged`, `ambiguous` */
export function gridFor(list: TaughtList, grids: readonly Grid[]): Grid | null {
  const wanted = headerSet(list.headers);
  const same = grids.filter((grid) => isSameSet(headerSet(headersOf(grid)), wanted));
  // A head that stays in sight while one scrolls is drawn twice, once without rows.
  const filled = same.filter((grid) => grid.rows.length > 0);
  const [grid, twin] = filled.length > 0 ? filled : same;
  if (twin !== undefined) throw new Refusal('ambiguous', `table ${list.kind}`, 'two tables have the same headers');
  if (grid !== undefined) return grid;
  const changed = grids.some((other) => {
    const shown = headerSet(headersOf(other));
    const shared = wanted.filter((text) => shown.includes(text)).length;
    return shared >= 2 && shared * 2 >= wanted.length;
  });
  if (changed)
    throw new Refusal('headersChanged', `table ${list.kind}`, 'its headers are not the ones that were taught');
  return null;
}

/** Null when the list is not on this page. `lists`: elements of all lists of the page. @throws Refusal */
export function readTaughtList(
  page: Page,
  list: TaughtList,
  grids: readonly Grid[],
  lists: readonly Element[],
  listId: string,
): TableResult | null {
  const headed = list.headers.length > 0;
  const found = headed ? gridFor(list, grids) : readItems(page, list, grids);
  if (found === null) return null;
  if (found.busy) throw new Refusal('notReady', `table ${list.kind}`, 'the list says it is loading');
  // Without a stated total or a pager nobody knows whether an unknown list is whole: `grid` says so to what follows.
  const grid: Grid = { ...(headed ? found : markWindow(found, page)), shape: 'grid' };
  const spec: TableSpec = {
    kind: list.kind,
    paging: list.paging,
    columns: list.columns.map(({ anchors: _a, length: _l, valued: _v, pure: _p, ...column }): ColumnSpec => column),
  };
  const join = joinGrid(grid, { ...page.site, tables: [spec] }, new Set([list.kind]), page);
  if (join === null || join.columns.length !== list.columns.length)
    throw new Refusal('missing', `table ${list.kind}`, 'not all of its columns are there');
  if (headed)
    checkCells(
      page,
      list,
      grid,
      join.columns.map((joined) => joined.header.column),
      join.columns.map((joined) => joined.spec.field),
    );
  const own = headed ? undefined : grid.rows.map((row) => row.element);
  const around = readSurroundings(grid.element, [...lists, grid.element], page, own);
  const result = readTable(grid, join, around, `${listId}|${list.kind}`, page);
  if (result.table.rows.length + result.secretRows === 0 && result.table.total !== 0 && !saysEmpty(page, grid))
    throw new Refusal(
      'notReady',
      `table ${list.kind}`,
      'the headers are there without a row or a word that says it is empty',
    );
  checkLengths(list, result);
  return { ...result, table: { ...result.table, headers: result.table.headers.slice(0, 60) } satisfies TableRead };
}

/** At least half of some texts plainly belong to a column of this kind. */
export function isPure(texts: readonly string[], parse: string): boolean {
  return texts.filter((text) => vocabularyOf(text) === parse).length * 2 >= texts.length;
}

function saysEmpty(page: Page, grid: Grid): boolean {
  const words = foldLabel(textOf(grid.element, page));
  return page.site.emptyTexts.some((text) => words.includes(foldLabel(text)));
}

/** Characters from which a free text is no mere word. */
const LONG = 15;

/** Which make most of some texts are of; null when they are too few or too mixed to say. */
export function lengthOf(texts: readonly string[]): 'long' | 'short' | null {
  if (texts.length < 3) return null;
  const long = texts.filter((text) => text.length >= LONG).length;
  if (long * 10 >= texts.length * 8) return 'long';
  return long * 10 <= texts.length * 2 ? 'short' : null;
}

/** Lists in which each person stands once. */
const PEOPLE: readonly string[] = ['members', 'ranking', 'attendance'];

/** Titles under the header of a state, or states under that of a title, are told by their length. */
function checkLengths(list: TaughtList, { table }: TableResult): void {
  const names = table.rows.map((row) => row.cells['name']?.value ?? null).filter((name) => name !== null);
  if (PEOPLE.includes(list.kind) && names.length >= 6 && new Set(names).size * 2 < names.length)
    throw new Refusal('inconsistent', 'column name', 'hardly any two names differ');
  for (const column of list.columns) {
    const empty =
      table.rows.length >= 3 && table.rows.every((row) => (row.cells[column.field]?.value ?? null) === null);
    if (empty && column.valued === true)
      throw new Refusal(
        'inconsistent',
        `column ${column.field}`,
        'it has no value at all where it had some when it was taught',
      );
    const texts = table.rows.flatMap((row) => {
      const value = row.cells[column.field]?.value;
      return typeof value === 'string' ? [value] : [];
    });
    if (column.pure === true && texts.length >= 3 && !isPure(texts, column.parse))
      throw new Refusal(
        'inconsistent',
        `column ${column.field}`,
        'its texts are of another kind than when it was taught',
      );
    const shown = column.length === undefined ? null : lengthOf(texts);
    if (shown !== null && shown !== column.length)
      throw new Refusal(
        'inconsistent',
        `column ${column.field}`,
        'its texts are of another make than when it was taught',
      );
  }
}

/** Attributes that named a column's cells must name the same cells still, where they are there at all. */
function checkCells(
  page: Page,
  list: TaughtList,
  grid: Grid,
  columns: readonly number[],
  fields: readonly string[],
): void {
  const [row] = grid.rows;
  if (row === undefined) return;
  for (const column of list.columns) {
    const at = columns[fields.indexOf(column.field)];
    const cell = at === undefined ? undefined : row.cells.get(at);
    for (const anchor of column.anchors) {
      if (anchor.by !== 'attribute') continue;
      const cells = select(`[${anchor.name}="${anchor.value}"]`, { page, within: [...row.cells.values()] });
      if (cells.some((one) => cell === undefined || !(cell === one || cell.contains(one))))
        throw new Refusal(
          'anchorsDisagree',
          `column ${column.field}`,
          'its header and its cells’ own name point at different columns',
        );
    }
  }
}
