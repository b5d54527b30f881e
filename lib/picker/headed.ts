/** A list with headers: its columns as raw material for proposals, and the taught list made of what was accepted. */
import type { TableKind } from '../model/observation';
import type { Anchor, TaughtColumn, TaughtList, TaughtPlace } from '../model/taught';
import type { Grid, GridHeader } from '../reader/grid';
import type { Page } from '../reader/page';
import { isMissingWord, readCell } from '../reader/parsers';
import { headersOf, isPure, lengthOf } from '../reader/taught-list';
import { textOf } from '../reader/text';
import { columnsOf, type RawColumn } from './propose';
import { ANCHOR_ATTRIBUTES, isStableValue } from './stable';
import type { ProposedColumn } from './types';

const LOOK_AT = 30;

/** Headers with the first texts below them. */
export function rawColumns(grid: Grid, page: Page): RawColumn[] {
  return grid.headers.map((header) => {
    const cells = cellsUnder(grid, header);
    return {
      column: header.column,
      header: labelOf(header),
      texts: cells.map((cell) => textOf(cell, page)),
      radios: cells.some((cell) => cell.querySelector('[role="radio"], input[type="radio"]') !== null),
    };
  });
}

function cellsUnder(grid: Grid, header: GridHeader): Element[] {
  return grid.rows.slice(0, LOOK_AT).flatMap((row) => row.cells.get(header.column) ?? []);
}

function labelOf(header: GridHeader): string {
  return `${header.group} ${header.text}`.trim().slice(0, 120);
}

/** The taught list; an optional column whose cells do not read exactly is left out rather than refusing all. */
export function headedList(
  page: Page,
  grid: Grid,
  kind: TableKind,
  proposed: readonly ProposedColumn[],
  place: TaughtPlace,
): { list: TaughtList; columns: ProposedColumn[] } {
  const known = columnsOf(kind);
  const taught: TaughtColumn[] = [];
  const columns = proposed.map((proposal): ProposedColumn => {
    if (proposal.field === null || proposal.parse === null) return proposal;
    const header = grid.headers.find((one) => one.column === proposal.column);
    if (header === undefined || proposal.header === '')
      return { ...proposal, field: null, parse: null, state: 'unknown' };
    const entry = known.find((one) => one.field === proposal.field && one.parse === proposal.parse);
    const column: TaughtColumn = {
      field: proposal.field,
      labels: [proposal.header],
      parse: proposal.parse,
      required: entry?.required ?? false,
      filled: entry?.filled ?? false,
      ...(entry?.choices === undefined ? {} : { choices: [...entry.choices] }),
      ...madeOf(proposal.parse, cellsUnder(grid, header), page),
      anchors: attributeOf(grid, header),
    };
    const exact = cellsUnder(grid, header).every((cell) => readCell(cell, column, page).ok);
    if (!exact && !column.required && proposal.state !== 'chosen')
      return { ...proposal, field: null, parse: null, state: 'unknown' };
    taught.push(column);
    return proposal;
  });
  return { list: { kind, headers: headersOf(grid), columns: taught, items: [], paging: 'pager', place }, columns };
}

function madeOf(
  parse: TaughtColumn['parse'],
  cells: readonly Element[],
  page: Page,
): Pick<TaughtColumn, 'length' | 'valued' | 'pure'> {
  const said = cells.map((cell) => textOf(cell, page)).filter((text) => text !== '' && !isMissingWord(text));
  const free = parse === 'text' || parse === 'status';
  const length = free ? lengthOf(said) : null;
  return {
    ...(length === null ? {} : { length }),
    ...(said.length >= 3 ? { valued: true } : {}),
    ...(said.length >= 3 && isPure(said, parse) ? { pure: true } : {}),
  };
}

/** An attribute that all cells of the column share and no other cell has. */
function attributeOf(grid: Grid, header: GridHeader): Anchor[] {
  const [row] = grid.rows;
  const cell = row?.cells.get(header.column);
  if (row === undefined || cell === undefined) return [];
  for (const name of ANCHOR_ATTRIBUTES) {
    const value = cell.getAttribute(name);
    if (value === null || !isStableValue(value)) continue;
    const all = grid.rows.every((one) => one.cells.get(header.column)?.getAttribute(name) === value);
    const others = [...row.cells.values()].filter((other) => other !== cell && other.getAttribute(name) === value);
    if (all && others.length === 0 && grid.rows.length > 1) return [{ by: 'attribute', name, value }];
  }
  return [];
}
