/** Which rows a set of changes touched, when they touched nothing else: the first half of reading single rows again. */
import type { PageTrace } from './read-page';
import type { GridRow } from './grid';
import { ELEMENT } from './text';

/** The part of a `MutationRecord` that is looked at. */
export interface Change {
  type: string;
  target: Node;
  attributeName?: string | null;
  oldValue?: string | null;
  addedNodes?: Iterable<Node>;
  removedNodes?: Iterable<Node>;
}

/** Attributes whose change can change what is read. Styles are left out: rows are moved by them while a list is scrolled. */
export const READ_ATTRIBUTES = [
  'class',
  'hidden',
  'role',
  'title',
  'placeholder',
  'disabled',
  'selected',
  'colspan',
  'rowspan',
  'data-id',
  'data-row-key',
  'aria-busy',
  'aria-checked',
  'aria-colindex',
  'aria-colspan',
  'aria-current',
  'aria-disabled',
  'aria-hidden',
  'aria-label',
  'aria-rowcount',
  'aria-rowindex',
  'aria-selected',
];

/** Classes that come and go under the pointer and mean nothing. */
const PASSING = /hover|focus|ripple|active|pressed/;
const CHOICE = /check/;

/** Rows touched, by table. */
export type Touched = ReadonlyMap<number, ReadonlySet<GridRow>>;

/** The rows that changes touched inside single cells; null when they touched anything else. `arriving`: see watchwords. */
export function touchedRows(changes: readonly Change[], trace: PageTrace, arriving: string): Touched | null {
  const touched = new Map<number, Set<GridRow>>();
  for (const change of changes) {
    if (isPassing(change)) continue;
    const place = placeOf(change.target, trace);
    if (place === null) return null;
    if (change.type === 'attributes' && !isChoice(change, place, trace)) return null;
    if (change.type === 'childList' && [...nodes(change)].some((node) => meansMore(node, arriving))) return null;
    const rows = touched.get(place.table) ?? new Set<GridRow>();
    touched.set(place.table, rows.add(place.row));
  }
  return touched;
}

function* nodes(change: Change): Iterable<Node> {
  yield* change.addedNodes ?? [];
  yield* change.removedNodes ?? [];
}

interface Place {
  table: number;
  row: GridRow;
  column: number;
}

function placeOf(target: Node, trace: PageTrace): Place | null {
  for (let at: Node | null = target; at !== null; at = at.parentNode) {
    if (at.nodeType !== ELEMENT) continue;
    const element = at as Element; // nodeType says so
    for (const [table, scene] of trace.scenes.entries()) {
      const row = scene?.places.get(element)?.row;
      if (row === undefined) continue;
      for (const [column, cell] of row.cells) if (cell.contains(target)) return { table, row, column };
      return null;
    }
  }
  return null;
}

/** A class that only follows the pointer, wherever it is. */
function isPassing(change: Change): boolean {
  return change.type === 'attributes' && change.attributeName === 'class' && differsBy(change, PASSING);
}

/** A radio that was chosen or left, in a column of choices. */
function isChoice(change: Change, place: Place, trace: PageTrace): boolean {
  const column = trace.scenes[place.table]?.kept.find((joined) => joined.header.column === place.column);
  if (column?.spec.parse !== 'radioChoice') return false;
  if (change.attributeName === 'aria-checked') return true;
  return change.attributeName === 'class' && differsBy(change, CHOICE);
}

function differsBy(change: Change, pattern: RegExp): boolean {
  if (change.target.nodeType !== ELEMENT || change.oldValue === undefined) return false;
  const before = new Set((change.oldValue ?? '').split(' '));
  const after = new Set(((change.target as Element).getAttribute('class') ?? '').split(' ')); // nodeType says so
  const differing = [...before, ...after].filter((name) => name !== '' && before.has(name) !== after.has(name));
  return differing.every((name) => pattern.test(name));
}

/** True when the page as a whole is judged by an element like this or by one in it. */
export function meansMore(node: Node, selector: string): boolean {
  if (node.nodeType !== ELEMENT) return false;
  const element = node as Element; // nodeType says so
  try {
    if (element.matches(selector) || element.querySelector(selector) !== null) return true;
  } catch {
    return true; // a selector this browser does not know
  }
  return [element, ...element.querySelectorAll('*')].some((inner) => {
    const shadow = inner.shadowRoot as ShadowRoot | null | undefined; // undefined outside browsers
    return shadow !== null && shadow !== undefined;
  });
}
