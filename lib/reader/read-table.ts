/** Reads one table into rows: every cell exact or the whole table refused; denied columns dropped, secret rows skipped and counted. */
import type { RowRead, TableKind, TableRead } from '../model/observation';
import { looksDenied } from '../privacy/deny-list';
import { findSecrecyMark } from '../privacy/secrecy';
import { nameKey } from '../vi/names';
import type { Join } from './columns';
import type { Grid, GridRow } from './grid';
import { checkInvariants, isMeetingTitle } from './invariants';
import type { Page } from './page';
import { readCell } from './parsers';
import { Refusal } from './problem';
import type { Surroundings } from './surroundings';
import { textOf } from './text';

export interface TableResult {
  table: TableRead;
  skippedColumns: string[];
  secretRows: number;
  scene: TableScene;
}

/** All that one table was read from, so that single rows can be read again. */
export interface TableScene {
  grid: Grid;
  join: Join;
  around: Surroundings;
  list: string;
  kept: Join['columns'];
  /** Place of the page's first row in the whole list, or null. */
  first: number | null;
  skippedOrders: number[];
  secretRows: number;
  /** A column was dropped for what one of its cells holds: another cell may change that. */
  leaking: boolean;
  /** A column that is not read shows what the titles of meetings look like. */
  titlesElsewhere: boolean;
  /** Rows of `grid` that gave a row of the table, with its place there. */
  places: ReadonlyMap<Element, { row: GridRow; at: number }>;
}

/** @throws Refusal naming the row and column of the first cell that is not exact */
export function readTable(grid: Grid, join: Join, around: Surroundings, list: string, page: Page): TableResult {
  const what = join.spec.kind;
  if (grid.fault !== null) throw new Refusal('headersChanged', what, grid.fault);
  if (grid.rows.length > page.budget.rows)
    throw new Refusal('tooLarge', what, `${grid.rows.length} rows where ${page.budget.rows} are the limit`);
  const skippedColumns = [...join.denied, ...join.unknown.map((header) => header.text.slice(0, 200))];
  const kept = join.columns.filter((joined) => {
    const leaks = grid.rows.some((row) => {
      const cell = row.cells.get(joined.header.column);
      return cell !== undefined && looksDenied(textOf(cell, page));
    });
    if (leaks && joined.spec.required)
      throw new Refusal('refusedValue', `column "${joined.header.text}"`, 'holds identifiers that are never read');
    if (leaks) skippedColumns.push(joined.header.text.slice(0, 200));
    return !leaks;
  });
  let leaking = kept.length < join.columns.length;
  for (const column of unheadedColumns(grid)) {
    const leaks = grid.rows.some((row) => looksDenied(cellText(row.cells.get(column), page)));
    if (leaks) skippedColumns.push(`(${column})`);
    leaking ||= leaks;
  }

  const first = firstPosition(grid, around);
  const rows: RowRead[] = [];
  const skippedOrders: number[] = [];
  let secretRows = 0;
  const keys = new Map<string, number>();
  const places = new Map<Element, { row: GridRow; at: number }>();
  for (const row of grid.rows) {
    const { cells, secret } = readRow(what, row, kept, page);
    if (secret) {
      secretRows++;
      const order = cells['order']?.value;
      if (typeof order === 'number') skippedOrders.push(order);
      continue;
    }
    places.set(row.element, { row, at: rows.length });
    rows.push({ key: keyOf(cells, row, keys, around, first), cells });
  }
  const titlesElsewhere = what === 'meetings' && showsTitles(grid, kept, page);
  const scene = { grid, join, around, list, kept, first, skippedOrders, secretRows, leaking, titlesElsewhere, places };
  return { table: tableOf(scene, rows), skippedColumns, secretRows, scene };
}

function showsTitles(grid: Grid, kept: Join['columns'], page: Page): boolean {
  const others = grid.headers.filter(({ column }) => !kept.some(({ header }) => header.column === column));
  return others.some(({ column }) => grid.rows.some((row) => isMeetingTitle(cellText(row.cells.get(column), page))));
}

/** Columns without a header: nothing in them is read, but what they must not hold is told. */
export function unheadedColumns(grid: Grid): number[] {
  const headed = new Set(grid.headers.filter((header) => header.text !== '').map((header) => header.column));
  return grid.headers.map((header) => header.column).filter((column) => !headed.has(column));
}

/** The cells of one row; of a secret one only its number. @throws Refusal naming the first cell that is not exact */
export function readRow(
  what: TableKind,
  row: GridRow,
  kept: Join['columns'],
  page: Page,
): { cells: RowRead['cells']; secret: boolean } {
  const secret = findSecrecyMark(textOf(row.element, page)) !== null;
  const cells: RowRead['cells'] = {};
  for (const { spec, header } of kept) {
    if (secret && spec.field !== 'order') continue;
    const where = `${what}, row ${row.index}, column "${header.text.slice(0, 100)}"`;
    const cell = row.cells.get(header.column);
    if (cell === undefined) throw new Refusal('missing', where, 'the row has no such cell');
    const result = readCell(cell, spec, page);
    if (!result.ok) throw new Refusal('refusedValue', where, `"${result.raw.slice(0, 80)}": ${result.reason}`);
    if (result.value === null && spec.filled) throw new Refusal('missing', where, 'the cell is empty');
    cells[spec.field] = { value: result.value, raw: result.raw, where };
    for (const [field, value] of Object.entries(result.extra ?? {})) cells[field] = { value, raw: result.raw, where };
  }
  return { cells, secret };
}

/** The table of these rows. @throws Refusal when they contradict each other or what the page says of the list */
export function tableOf(scene: TableScene, rows: RowRead[]): TableRead {
  const { grid, join, around, list, kept, first, skippedOrders, secretRows, titlesElsewhere } = scene;
  checkInvariants(join.spec.kind, rows, skippedOrders, 'name', titlesElsewhere);
  return assemble(join.spec.kind, grid, join, around, list, rows, skippedOrders, secretRows, kept, first);
}

/** Place of the page's first row in the whole list, where pager, total and page size let it be known. */
function firstPosition(grid: Grid, around: Surroundings): number | null {
  if (around.range !== null) return around.range.from;
  if (around.pager === null) return 1;
  const { current, hasNext, hasPrevious } = around.pager;
  if (!hasPrevious) return 1;
  const size = grid.rowsOnPage ?? (grid.windowed ? null : grid.rows.length);
  if (size === null || current === null) return null;
  if (hasNext) return (current - 1) * size + 1;
  return around.total === null ? null : around.total - size + 1;
}

function shownPositions(grid: Grid, first: number | null): [number | null, number | null] {
  const [head, tail] = [grid.rows[0], grid.rows.at(-1)];
  if (first === null || head === undefined || tail === undefined || !head.numbered) return [null, null];
  return [first + head.index - 1, first + tail.index - 1];
}

export function cellText(cell: Element | undefined, page: Page): string {
  return cell === undefined ? '' : textOf(cell, page);
}

/** The order number goes on over pages; with the name it tells namesakes apart and a changed list from a turned page. */
export function keyOf(
  cells: RowRead['cells'],
  row: GridRow,
  keys: Map<string, number>,
  around: Surroundings,
  first: number | null,
): string {
  const words = ['name', 'title', 'topic', 'task', 'unit', 'number'].flatMap((field) => {
    const value = cells[field]?.value;
    return typeof value === 'string' ? [nameKey(value)] : [];
  });
  const text = words.slice(0, 2).join('|').slice(0, 300);
  const order = cells['order']?.value;
  if (typeof order === 'number') return `${order}|${text}`;
  if (first !== null && row.numbered) return `${first + row.index - 1}|${text}`;
  const own = row.element.getAttribute('data-row-key') ?? row.element.getAttribute('data-id');
  if (own !== null && own.length <= 80 && !looksDenied(own)) return `k${own}|${text}`;
  const seen = (keys.get(text) ?? 0) + 1;
  keys.set(text, seen);
  return row.numbered ? `p${around.pager?.current ?? 0}r${row.index}|${text}` : `t${text}|${seen}`;
}

function assemble(
  kind: TableKind,
  grid: Grid,
  join: Join,
  around: Surroundings,
  listId: string,
  rows: RowRead[],
  skippedOrders: number[],
  secretRows: number,
  kept: Join['columns'],
  first: number | null,
): TableRead {
  const here = rows.length + secretRows;
  const narrowing = narrowedBy(kind, around);
  const paged = around.pager !== null || around.range !== null;
  const onPage = grid.rowsOnPage ?? (grid.windowed ? null : here);
  const total =
    around.total ?? (paged || join.spec.paging === 'pager' || grid.rowsOnPage === null ? null : grid.rowsOnPage);
  if (total !== null && here > total)
    throw new Refusal('inconsistent', kind, `${here} rows where the page says ${total}`);
  if (here === 0 && total !== null && total > 0)
    throw new Refusal('emptyButCounted', kind, `no rows where the page says ${total}`);
  if (here === 0 && grid.rowsOnPage !== null && grid.rowsOnPage > 0)
    throw new Refusal('notReady', kind, 'rows are announced but not there');
  const orders = [...rows.map((row) => row.cells['order']?.value), ...skippedOrders].filter(
    (order) => typeof order === 'number',
  );
  const [low, high] = shownPositions(grid, first);
  const from = orders.length > 0 ? Math.min(...orders) : low;
  const to = orders.length > 0 ? Math.max(...orders) : high;
  if (total !== null && to !== null && to > total)
    throw new Refusal('inconsistent', kind, `row number ${to} where the page says ${total}`);
  const whole =
    !grid.windowed && (onPage === null || here === onPage) && (from === null || from === 1) && narrowing === '';
  const alone = paged
    ? around.pager?.hasNext !== true && around.pager?.hasPrevious !== true
    : join.spec.paging !== 'pager' || grid.shape !== 'grid';
  const complete = whole && (total !== null ? here === total : here > 0 && alone);
  const lastHere = grid.rows.at(-1)?.index ?? 0;
  const atEnd =
    here > 0 &&
    narrowing === '' &&
    around.pager?.hasNext !== true &&
    (paged || join.spec.paging !== 'pager' || grid.shape !== 'grid') &&
    (!grid.windowed || lastHere === grid.rowsOnPage);
  return {
    kind,
    listId: listId + (narrowing === '' ? '' : `|search:${nameKey(narrowing).slice(0, 60)}`) + tabPart(kind, around),
    headers: kept.map((joined) => joined.header.text.slice(0, 200)),
    rows,
    complete,
    total,
    page:
      paged || grid.windowed ? { from, to, rowsOnPage: onPage, hasNext: around.pager?.hasNext ?? null, atEnd } : null,
  };
}

/** A list of people under another tab than the first may hold candidates or requests: never the whole list of members. */
function narrowedBy(kind: TableKind, around: Surroundings): string {
  return kind === 'members' && around.tab !== '' ? `${around.search} ${around.tab}`.trim() : around.search;
}

function tabPart(kind: TableKind, around: Surroundings): string {
  return kind === 'members' || around.tab === '' ? '' : `|tab:${nameKey(around.tab).slice(0, 40)}`;
}
