/** Lists without headers (cards, plain lines): finds the items, and in each the columns by anchors that must agree. */
import type { Anchor, TaughtColumn, TaughtList } from '../model/taught';
import type { ColumnSpec } from '../model/site';
import { foldLabel } from '../vi/text';
import { agree } from './agree';
import { type Finding, type Scope, findAnchor, select, wordsIn } from './anchors';
import type { Grid, GridRow } from './grid';
import { isLayered } from './layers';
import type { Page } from './page';
import { readCell } from './parsers';
import { Refusal } from './problem';
import { tagOf, textOf } from './text';

const NUMERIC: readonly ColumnSpec['parse'][] = ['wholeNumber', 'decimal'];

/** The list as a grid with one made-up header per column; null when nothing on the page points at it. @throws Refusal */
export function readItems(page: Page, list: TaughtList, grids: readonly Grid[]): Grid | null {
  const items = findItems(page, list, grids);
  if (items === null) return null;
  const rows: GridRow[] = items.map((item, index) => ({
    index: index + 1,
    numbered: true,
    element: item,
    cells: new Map(
      list.columns.map((column, at) => [
        at + 1,
        cellOf(page, item, column, `${list.kind}, item ${index + 1}, ${column.field}`),
      ]),
    ),
  }));
  return {
    element: around(items),
    shape: 'table',
    headers: list.columns.map((column, index) => ({ column: index + 1, text: column.labels[0] ?? '', group: '' })),
    rows,
    rowsOnPage: null,
    windowed: false,
    busy: items[0]?.closest('[aria-busy="true"]') != null,
    fault: null,
  };
}

function around(items: readonly Element[]): Element {
  const [first] = items;
  if (first === undefined) throw new Refusal('missing', 'items', 'no item');
  let element = first.parentElement ?? first;
  while (element.parentElement !== null && !items.every((item) => element.contains(item)))
    element = element.parentElement;
  return element;
}

/** @throws Refusal when the ways to find the items disagree or only one is left */
export function findItems(page: Page, list: TaughtList, grids: readonly Grid[]): Element[] | null {
  const sets = list.items
    .map((anchor) => ({ by: anchor.by, items: itemsBy(page, anchor, list, grids) }))
    .filter(({ items }) => items.length > 0);
  const [first, second] = sets;
  if (first === undefined) return null;
  if (sets.some(({ items }) => !isSame(items, first.items)))
    throw new Refusal('anchorsDisagree', `table ${list.kind}`, 'the ways to find its items find different ones');
  if (second === undefined)
    throw new Refusal('missing', `table ${list.kind}`, `its items are found by ${first.by} alone`);
  return sets.map(({ items }) => items).reduce((a, b) => (a[0]?.contains(b[0] ?? null) === true ? b : a));
}

/** The same things, one perhaps wrapped once more. */
function isSame(a: readonly Element[], b: readonly Element[]): boolean {
  return a.length === b.length && a.every((one, at) => one.contains(b[at] ?? null) || b[at]?.contains(one) === true);
}

function itemsBy(page: Page, anchor: Anchor, list: TaughtList, grids: readonly Grid[]): Element[] {
  const scope = { page, within: page.roots, grids };
  if (anchor.by === 'path') return outermost(select(anchor.select, scope));
  if (anchor.by === 'attribute') return outermost(select(`[${anchor.name}="${anchor.value}"]`, scope));
  if (anchor.by === 'label' && anchor.side === 'inside') return aroundLabel(scope, anchor.text);
  if (anchor.by === 'label') return below(scope, anchor.text, list.columns.length);
  return [];
}

function outermost(elements: readonly Element[]): Element[] {
  return elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));
}

/** A word that stands once in each item: the items are the largest elements that hold it once. */
function aroundLabel(scope: Pick<Scope, 'page' | 'within' | 'grids'>, text: string): Element[] {
  const label = foldLabel(text);
  const spots = wordsIn(scope)
    .filter(
      (word) => word.folded === label || word.folded.startsWith(`${label}:`) || word.folded.startsWith(`${label} :`),
    )
    .flatMap((word) => word.node.parentElement ?? [])
    .filter((element) => !isLayered(element));
  if (spots.length < 2) return [];
  return spots.map((spot) => {
    let item = spot;
    for (let up = item.parentElement; up !== null && tagOf(up) !== 'body'; up = item.parentElement) {
      const holder = up;
      if (spots.some((other) => other !== spot && holder.contains(other))) break;
      item = up;
    }
    return item;
  });
}

/** The neighbours of one make that follow a heading. */
function below(scope: Pick<Scope, 'page' | 'within' | 'grids'>, text: string, least: number): Element[] {
  const label = foldLabel(text);
  const spots = wordsIn(scope).filter((word) => word.folded === label);
  const [spot, twin] = spots;
  let at = spot?.node.parentElement ?? null;
  if (at === null || twin !== undefined) return [];
  for (let climb = 0; at !== null && climb < 4; climb++, at = at.parentElement) {
    for (let next = at.nextElementSibling; next !== null; next = next.nextElementSibling) {
      const items = alikeIn(next, scope.page, least);
      if (items.length > 0) return items;
    }
  }
  return [];
}

/** The largest group of neighbours that share tag and make, at least two, at or below an element. */
export function alikeIn(element: Element, page: Page, least = 1): Element[] {
  let level: Element[] = [element];
  for (let depth = 0; level.length > 0 && depth < 5; depth++) {
    page.budget.spend(level.length);
    for (const parent of level) {
      const children = [...parent.children].filter((child) => textOf(child, page) !== '');
      const [first] = children;
      if (first === undefined || children.length < 2 || first.querySelectorAll('*').length + 1 < Math.min(least, 2))
        continue;
      if (
        children.every(
          (child) => tagOf(child) === tagOf(first) && child.getAttribute('role') === first.getAttribute('role'),
        )
      )
        return children;
    }
    level = level.flatMap((parent) => [...parent.children]);
  }
  return [];
}

/** The cell of one column in one item: an element whose whole text is the value. @throws Refusal */
function cellOf(page: Page, item: Element, column: TaughtColumn, part: string): Element {
  // A column taught by its label is not read without it: the number beside another word is another number.
  const agreed = agree(
    votesFor(page, item, column),
    part,
    column.anchors.some((anchor) => anchor.by === 'label'),
  );
  if (agreed === null) {
    if (column.required || column.filled) throw new Refusal('missing', part, 'none of its anchors finds anything');
    return detached(item, '');
  }
  return textOf(agreed.element, page) === agreed.text ? agreed.element : detached(item, agreed.text);
}

/** Never enters the page. */
function detached(item: Element, text: string): Element {
  const cell = item.ownerDocument.createElement('span');
  cell.textContent = text;
  return cell;
}

/** What each anchor of a column finds in one item. */
export function votesFor(
  page: Page,
  item: Element,
  column: TaughtColumn,
): { by: Anchor['by']; found: (Finding & { value: string | null })[] }[] {
  const labels = column.anchors.flatMap((anchor) => (anchor.by === 'label' ? [anchor.text] : []));
  const scope: Scope = { page, within: [item], grids: [], numeric: NUMERIC.includes(column.parse), labels };
  const words = wordsIn(scope);
  return column.anchors.map((anchor) => {
    let found: Finding[];
    if (anchor.by === 'place') {
      const element = words[anchor.index - 1]?.node.parentElement ?? null;
      found = element === null ? [] : [{ element, text: textOf(element, page) }];
    } else if (anchor.by === 'only') found = onlyOne(page, words, column);
    else found = findAnchor(anchor, scope);
    return {
      by: anchor.by,
      found: found.map((finding) => ({ ...finding, value: finding.text === '' ? null : finding.text })),
    };
  });
}

function onlyOne(page: Page, words: ReturnType<typeof wordsIn>, column: TaughtColumn): Finding[] {
  const elements = new Set(words.flatMap((word) => word.node.parentElement ?? []));
  const fitting = [...elements].filter((element) => {
    const read = readCell(element, { ...column, choices: column.choices }, page);
    return read.ok && read.value !== null;
  });
  const [element, twin] = fitting;
  return element === undefined || twin !== undefined ? [] : [{ element, text: textOf(element, page) }];
}
