/** The table under what was pointed at, whatever it is built of. */
import type { Grid } from '../reader/grid';
import { readDivGrid } from '../reader/grid-divs';
import type { Page } from '../reader/page';
import { findGrids } from '../reader/taught-list';
import { markWindow } from '../reader/windows';
import { textOf } from '../reader/text';
import { isLabelLike } from './words';

const MAX_CLIMB = 8;

/** The innermost table that holds all elements, else the only one inside them; null for none. */
export function gridUnder(page: Page, elements: readonly Element[]): Grid | null {
  const grids = findGrids(page, []).filter((grid) => grid.rows.length > 0);
  const holding = grids.filter((grid) => elements.every((element) => grid.element.contains(element)));
  const innermost = holding.filter(
    (grid) => !holding.some((other) => other !== grid && grid.element.contains(other.element)),
  );
  if (innermost[0] !== undefined) return innermost[0];
  const [only, second] = grids.filter((grid) => elements.some((element) => element.contains(grid.element)));
  if (only !== undefined && second === undefined) return only;
  return drawnGrid(page, elements);
}

/** A line of headers above lines with as many parts, in plain `div`s. */
function drawnGrid(page: Page, elements: readonly Element[]): Grid | null {
  const [pointed] = elements;
  let row: Element | null = pointed ?? null;
  for (let climb = 0; row !== null && climb < MAX_CLIMB; climb++, row = row.parentElement) {
    const here = row;
    const width = here.children.length;
    if (width < 2 || !elements.every((element) => here.contains(element))) continue;
    const head = headAbove(here, width, page);
    if (head === null) continue;
    const grid = readDivGrid(head, page);
    if (grid?.rows.some((one) => one.element === here) === true) return markWindow(grid, page);
  }
  return null;
}

/** The nearest line before a row with as many parts, all of them labels or empty, two at least saying something. */
function headAbove(row: Element, width: number, page: Page): Element | null {
  let at: Element | null = row;
  for (let climb = 0; at !== null && climb < 4; climb++, at = at.parentElement) {
    for (let before = at.previousElementSibling; before !== null; before = before.previousElementSibling) {
      const lines = [before, ...before.querySelectorAll('*')].filter((one) => one.children.length === width);
      const head = lines.find((line) => isHead(line, page));
      if (head !== undefined) return head;
    }
  }
  return null;
}

function isHead(line: Element, page: Page): boolean {
  const cells = [...line.children];
  const words = cells.map((cell) => textOf(cell, page));
  const said = words.filter((text) => text !== '');
  return (
    said.length >= 2 &&
    new Set(said).size === said.length &&
    cells.every((cell, at) => words[at] === '' || isLabelLike(words[at] ?? '', cell) || isColumnWord(words[at] ?? ''))
  );
}

/** Headers of columns that are never read are headers all the same. */
function isColumnWord(text: string): boolean {
  return text.length <= 40 && ![...text].some((char) => char >= '0' && char <= '9') && text === text.toUpperCase();
}
