/** Tells whether only a window of a list's rows is in the page, by the traces row virtualisation leaves. */
import { cleanText } from '../vi/text';
import { type Grid, type GridRow, wholeAttribute } from './grid';
import type { Page } from './page';
import { textOf } from './text';

const POSITIONS = ['data-index', 'row-index', 'data-row-index', 'data-rowindex'];
const TALL_SPACER = 60;

/** The grid with `windowed` and row numbers set where spacers, offsets or counts show that rows are missing. */
export function markWindow(grid: Grid, page: Page): Grid {
  if (grid.windowed || grid.rowsOnPage !== null) return grid;
  const counted = wholeAttribute(grid.element, 'aria-rowcount');
  const parent = grid.rows[0]?.element.parentElement ?? null;
  const floating = grid.rows.some(({ element }) => isFloating(element));
  const spaced = parent !== null && (hasSpacer(parent, grid.rows, page) || isPadded(parent));
  const windowed = floating || spaced || (counted !== null && counted > grid.rows.length + 1);
  if (!windowed) return grid;
  const places = grid.rows.map(({ element }) => placeOf(element));
  const known = places.every((place) => place !== null) && new Set(places).size === places.length;
  const rows: GridRow[] = grid.rows.map((row, at) => ({
    ...row,
    index: known ? (places[at] ?? 0) + 1 : row.index,
    numbered: known,
  }));
  rows.sort((a, b) => a.index - b.index);
  return { ...grid, rows, windowed: true };
}

/** Row number from 0 as virtualising libraries note it. */
function placeOf(row: Element): number | null {
  for (const name of POSITIONS) {
    const text = row.getAttribute(name);
    const number = text === null || text === '' ? Number.NaN : Number(cleanText(text));
    if (Number.isInteger(number) && number >= 0) return number;
  }
  return null;
}

function isFloating(row: Element): boolean {
  const style = styleOf(row);
  return style.includes('position:absolute') || style.includes('translatey(') || style.includes('translate3d(');
}

function hasSpacer(parent: Element, rows: readonly GridRow[], page: Page): boolean {
  const near = [...parent.children, ...[parent.previousElementSibling, parent.nextElementSibling].filter(isElement)];
  return near.some(
    (element) =>
      !rows.some((row) => row.element === element || element.contains(row.element)) &&
      [element, ...element.children].some((inner) => heightOf(inner) >= TALL_SPACER) &&
      textOf(element, page) === '',
  );
}

function isPadded(parent: Element): boolean {
  const style = styleOf(parent);
  return (
    ['padding-top:', 'padding-bottom:'].some((name) => pixels(style, name) >= TALL_SPACER) ||
    style.includes('translatey(')
  );
}

function heightOf(element: Element): number {
  const attribute = Number(element.getAttribute('height') ?? '');
  return Math.max(pixels(styleOf(element), 'height:'), Number.isFinite(attribute) ? attribute : 0);
}

function pixels(style: string, name: string): number {
  const at = style.indexOf(name);
  return at < 0 ? 0 : Number.parseFloat(style.slice(at + name.length)) || 0;
}

function styleOf(element: Element): string {
  return (element.getAttribute('style') ?? '').replaceAll(' ', '').toLowerCase();
}

function isElement(element: Element | null): element is Element {
  return element !== null;
}
