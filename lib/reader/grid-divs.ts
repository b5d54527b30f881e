/** Lists drawn with plain `div`s under a line of headers, without roles or tags that say so: found by the headers' own words. */
import { foldLabel } from '../vi/text';
import type { Grid, GridHeader, GridRow } from './grid';
import { isLayered } from './layers';
import type { Page } from './page';
import { textsOf } from './roots';
import { tagOf, textOf } from './text';

const MAX_CLIMB = 8;
const MAX_REACH = 4;

/** Grids whose header line holds all of these headers; none inside elements already known as tables. */
export function findDivGrids(page: Page, headers: readonly string[], known: readonly Grid[]): Grid[] {
  const wanted = headers.map(foldLabel);
  const [first] = wanted;
  if (first === undefined || wanted.length < 2) return [];
  const heads = new Set<Element>();
  for (const word of textsOf(page)) {
    if (word.folded !== first) continue;
    const start = word.node.parentElement;
    if (start === null || isLayered(start) || known.some((grid) => grid.element.contains(start))) continue;
    const head = headAround(start, wanted, page);
    if (head !== null) heads.add(head);
  }
  return [...heads].flatMap((head) => readDivGrid(head, page) ?? []);
}

/** The smallest element whose own children are headers, all wanted ones among them. */
function headAround(start: Element, wanted: readonly string[], page: Page): Element | null {
  let at: Element | null = start;
  for (let climb = 0; at !== null && climb < MAX_CLIMB; climb++, at = at.parentElement) {
    if (at.children.length < wanted.length) continue;
    const words = [...at.children].map((child) => foldLabel(textOf(child, page)));
    if (wanted.every((text) => words.includes(text))) return at;
  }
  return null;
}

/** The grid under one header line; null when nothing below it has as many cells. */
export function readDivGrid(head: Element, page: Page): Grid | null {
  const width = head.children.length;
  const headers: GridHeader[] = [...head.children].map((child, index) => ({
    column: index + 1,
    text: textOf(child, page),
    group: '',
  }));
  let at = head.parentElement;
  for (let reach = 0; at !== null && reach < MAX_REACH && tagOf(at) !== 'body'; reach++, at = at.parentElement) {
    const rows = rowsIn(at, head, width, page);
    if (rows.length > 0) return assemble(at, headers, rows, page);
  }
  return null;
}

/** Elements after the head with as many children as it: of all depths the one where most of them are neighbours. */
function rowsIn(around: Element, head: Element, width: number, page: Page): Element[] {
  const parts = [...around.children];
  let level = parts.slice(parts.findIndex((part) => part === head || part.contains(head)) + 1);
  let best: { rows: Element[]; alike: number } = { rows: [], alike: 0 };
  for (let depth = 0; level.length > 0 && depth < 6; depth++) {
    page.budget.spend(level.length);
    const rows = level.filter((element) => isRow(element, width, page));
    const groups = new Map<Element | null, number>();
    for (const row of rows) groups.set(row.parentElement, (groups.get(row.parentElement) ?? 0) + 1);
    const alike = Math.max(0, ...groups.values());
    if (alike > best.alike) best = { rows, alike };
    level = level.flatMap((element) => [...element.children]);
  }
  return best.rows;
}

function isRow(element: Element, width: number, page: Page): boolean {
  if (element.children.length !== width || textOf(element, page) === '') return false;
  // As many rows as columns: what holds them is no row.
  return ![...element.children].every((child) => child.children.length === width);
}

function assemble(element: Element, headers: GridHeader[], found: readonly Element[], page: Page): Grid {
  const parent = found[0]?.parentElement ?? null;
  const siblings = parent === null ? [] : [...parent.children];
  const odd = siblings.some(
    (one) => !found.includes(one) && one.children.length !== headers.length && textOf(one, page) !== '',
  );
  const scattered = found.some((row) => row.parentElement !== parent);
  const rows: GridRow[] = found.map((row, index) => ({
    index: index + 1,
    numbered: true,
    element: row,
    cells: new Map([...row.children].map((cell, column) => [column + 1, cell])),
  }));
  return {
    element,
    shape: 'table',
    headers,
    rows,
    rowsOnPage: null,
    windowed: false,
    busy: element.getAttribute('aria-busy') === 'true',
    fault: odd || scattered ? 'its rows are of different make' : null,
  };
}
