/** From one row pointed at to the whole list: its shape, its columns, and a preview read back by the reader itself. */
import type { CellValue, Problem, TableKind, TableRead } from '../model/observation';
import type { TaughtList } from '../model/taught';
import { OverBudget } from '../reader/budget';
import type { Grid } from '../reader/grid';
import { isLayered } from '../reader/layers';
import type { Page } from '../reader/page';
import { readPage } from '../reader/read-any';
import { findGrids, headersOf } from '../reader/taught-list';
import { readSurroundings } from '../reader/surroundings';
import { isBarred } from './candidates';
import { blankSite } from './generic';
import { gridUnder } from './grid-under';
import { headedList, rawColumns } from './headed';
import { deriveItems } from './items-under';
import { NOTHING, POINTING_LIMITS, TRIAL_HOST, openForPointing, placeOf } from './open';
import { guessKind, proposeColumns, requiredFields } from './propose';
import type { ColumnChoice, DeriveProblem, ListDoubt, ListResult, ProposedColumn } from './types';

const SAMPLE_ROWS = 20;

/** Never throws for anything a page contains. */
export function deriveList(
  doc: Document,
  url: string,
  elements: readonly Element[],
  kind: TableKind | null,
): ListResult {
  return adjustList(doc, url, elements, kind, []);
}

/** The same with a person's corrections. */
export function adjustList(
  doc: Document,
  url: string,
  elements: readonly Element[],
  kind: TableKind | null,
  choices: readonly ColumnChoice[],
): ListResult {
  try {
    return derive(doc, url, elements, kind, choices);
  } catch (error) {
    if (error instanceof OverBudget) return refuse('tooLarge');
    throw error;
  }
}

function refuse(problem: DeriveProblem, more: Partial<Extract<ListResult, { ok: false }>> = {}): ListResult {
  return { ok: false, problem, columns: [], missingFields: [], where: null, element: null, ...more };
}

function derive(
  doc: Document,
  url: string,
  elements: readonly Element[],
  wanted: TableKind | null,
  choices: readonly ColumnChoice[],
): ListResult {
  const [pointed] = elements;
  if (pointed === undefined) return refuse('empty');
  if (elements.some((element) => isBarred(element) || isLayered(element))) return refuse('barred');
  const page = openForPointing(doc, url);
  const grid = gridUnder(page, elements);
  const place = placeOf(page, url);
  if (grid === null || headersOf(grid).length < 2) {
    const items = deriveItems(page, elements, wanted, choices, place);
    if (typeof items === 'string') return refuse(items);
    return prove(doc, url, page, items.list, items.columns, items.unsure, items.element, items.rows);
  }
  if (grid.fault !== null) return refuse('shape', { element: grid.element });
  if (grid.busy) return refuse('notReady', { element: grid.element });
  const raw = rawColumns(grid, page);
  const guessed = wanted === null ? guessKind(raw) : { kind: wanted, unsure: false };
  if (guessed === null)
    return refuse('noColumns', { columns: proposeColumns('members', raw, choices), element: grid.element });
  const columns = proposeColumns(guessed.kind, raw, choices);
  const missing = requiredFields(guessed.kind).filter((field) => !columns.some((column) => column.field === field));
  if (missing.length > 0) return refuse('missingColumn', { columns, missingFields: missing, element: grid.element });
  const { list, columns: kept } = headedList(page, grid, guessed.kind, columns, place);
  if (list.columns.length === 0) return refuse('noColumns', { columns: kept, element: grid.element });
  return prove(
    doc,
    url,
    page,
    list,
    kept,
    guessed.unsure,
    grid.element,
    grid.rows.map((row) => row.element),
  );
}

/** Reads the list back on the same page; what comes out is what would be stored. */
function prove(
  doc: Document,
  url: string,
  page: Page,
  list: TaughtList,
  columns: ProposedColumn[],
  unsure: boolean,
  element: Element,
  rows: Element[],
): ListResult {
  const site = blankSite(TRIAL_HOST, { ...NOTHING, lists: [list] });
  const read = readPage(doc, url, site, new Date(0), { limits: POINTING_LIMITS });
  const [table] = read.tables;
  if (read.status !== 'ok' || table === undefined) {
    const [problem] = read.problems;
    return refuse(problemOf(read.status, problem), { columns, where: whereOf(problem, columns), element });
  }
  return {
    ok: true,
    proposal: {
      kind: list.kind,
      list,
      columns,
      count: table.rows.length,
      total: table.total,
      paged: table.page !== null && table.page.hasNext !== null,
      complete: table.complete,
      sample: table.rows
        .slice(0, SAMPLE_ROWS)
        .map((row) =>
          Object.fromEntries(
            Object.entries(row.cells).map(([field, cell]): [string, CellValue] => [field, cell.value]),
          ),
        ),
      doubts: doubtsOf(page, list, table, columns, unsure, element, read.skipped.secret),
      element,
      rows,
    },
  };
}

function problemOf(status: string, problem: Problem | undefined): DeriveProblem {
  if (status === 'notReady' || status === 'sessionEnded') return 'notReady';
  if (status === 'secret') return 'secret';
  switch (problem?.code) {
    case 'refusedValue':
      return 'refusedValue';
    case 'missing':
      return 'refusedValue';
    case 'inconsistent':
    case 'emptyButCounted':
      return 'inconsistent';
    case 'ambiguous':
    case 'anchorsDisagree':
      return 'notUnique';
    case 'tooLarge':
    case 'tooSlow':
      return 'tooLarge';
    default:
      return 'shape';
  }
}

/** Row and column of a refused cell, from the place the reader names: `ranking, row 3, column "Điểm"`. */
function whereOf(
  problem: Problem | undefined,
  columns: readonly ProposedColumn[],
): { row: number; column: number } | null {
  const [, rowPart = '', columnPart = ''] = (problem?.part ?? '').split(', ');
  const row = Number(rowPart.replace('row ', '').replace('item ', ''));
  const header = columnPart.replace('column "', '').replace('"', '');
  const column = columns.find((one) => one.header.slice(0, 100) === header || one.field === header);
  return Number.isInteger(row) && row >= 1 && column !== undefined ? { row, column: column.column } : null;
}

function doubtsOf(
  page: Page,
  list: TaughtList,
  table: TableRead,
  columns: readonly ProposedColumn[],
  unsure: boolean,
  element: Element,
  secret: number,
): ListDoubt[] {
  const doubts: ListDoubt[] = [];
  const around = readSurroundings(element, othersOn(page, element), page);
  if (table.total === null && around.pager === null) doubts.push('noTotal');
  if (table.page !== null && around.pager === null) doubts.push('windowed');
  if (around.pager?.hasNext === true || around.pager?.hasPrevious === true) doubts.push('paged');
  if (unsure) doubts.push('kindUnsure');
  if (list.headers.length === 0) doubts.push('noHeaders');
  if (around.search !== '') doubts.push('narrowed');
  if (columns.some((column) => column.state === 'unknown')) doubts.push('unknownColumns');
  if (secret > 0) doubts.push('secretRows');
  return doubts;
}

function othersOn(page: Page, element: Element): Element[] {
  const grids: Grid[] = findGrids(page, []);
  return [...grids.map((grid) => grid.element), element];
}
