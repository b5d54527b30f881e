/** Finds what the anchors of a taught part point at: each anchor by itself, so that they can be compared. */
import type { Anchor } from '../model/taught';
import { cleanText, foldLabel } from '../vi/text';
import { parseNumber } from '../vi/numbers';
import { OverBudget } from './budget';
import { chosenOption } from './context';
import type { Grid } from './grid';
import { isGlued, restAfter } from './labelled';
import { isLayered } from './layers';
import type { FoundText, Page } from './page';
import { findIn, textsOf } from './roots';
import { textOf } from './text';

/** One place an anchor points at. */
export interface Finding {
  element: Element;
  /** Its text without the label. */
  text: string;
}

/** Where anchors look: whole roots, or one item of a list. */
export interface Scope {
  page: Page;
  within: readonly Element[];
  /** Lists the part does not stand in. */
  grids: readonly Grid[];
  /** Numbers are looked for past words that stand between; other texts exactly where they were. */
  numeric: boolean;
  /** Labels that stand in the text of the value itself. */
  labels: readonly string[];
}

/** Texts a label and its number may come to stand apart more than when taught. */
const SLACK = 2;
export const SELECTOR_MS = 20;

/** Everything one anchor finds; nothing for `place` and `only`, which are known to lists alone. */
export function findAnchor(anchor: Anchor, scope: Scope): Finding[] {
  switch (anchor.by) {
    case 'label':
    case 'near':
      return byLabel(anchor, scope);
    case 'header':
      return byHeader(anchor.text, scope);
    case 'aria':
      return only(
        select(`[role="${anchor.role}"], ${anchor.role}`, scope).filter(
          (element) => accessibleName(element) === foldLabel(anchor.name),
        ),
        scope,
      );
    case 'attribute':
      return only(select(`[${anchor.name}="${anchor.value}"]`, scope), scope);
    case 'path':
      return only(select(anchor.select, scope), scope);
    default:
      return [];
  }
}

/** @throws OverBudget when one selector takes too long */
export function select(selector: string, { page, within }: Pick<Scope, 'page' | 'within'>): Element[] {
  const look = (): Element[] => within.flatMap((root) => findIn(root, selector, page));
  const start = page.budget.clock?.() ?? 0;
  let found = look();
  const between = page.budget.clock?.() ?? 0;
  // Slow once may be the machine; slow twice is the selector.
  if (between - start > SELECTOR_MS) {
    found = look();
    if ((page.budget.clock?.() ?? 0) - between > SELECTOR_MS) throw new OverBudget('tooSlow');
  }
  return found.filter((element) => !isLayered(element));
}

/** A selector that fits several things points at none of them. */
function only(elements: Element[], scope: Scope): Finding[] {
  const [element, second] = elements;
  if (element === undefined || second !== undefined) return [];
  const found: Finding[] = [];
  add(found, { element, text: withoutLabels(shownText(element, scope.page), scope.labels) }, scope);
  return found;
}

/** Text of an element; of a native list the chosen one. */
export function shownText(element: Element, page: Page): string {
  const [chosen] = element.localName === 'select' ? chosenOption(element, page) : [];
  return textOf(chosen ?? element, page);
}

/** Role and name as assistive software would say them; enough of the rules for labels that people read. */
export function accessibleName(element: Element): string {
  const own = element.getAttribute('aria-label') ?? element.getAttribute('title');
  if (own !== null) return foldLabel(own);
  const ids = cleanText(element.getAttribute('aria-labelledby') ?? '').split(' ');
  const words = ids.map((id) => (id === '' ? '' : (element.ownerDocument.getElementById(id)?.textContent ?? '')));
  return foldLabel(words.join(' '));
}

/** The text that is left when a label stands before or behind a value. */
export function withoutLabels(text: string, labels: readonly string[]): string {
  for (const label of labels) {
    const rest = restAfter(text, foldLabel(label));
    if (rest !== null && rest.text !== '') return rest.text;
    const folded = foldLabel(text);
    if (folded !== foldLabel(label) && folded.endsWith(` ${foldLabel(label)}`)) {
      const at = text.length - cleanText(label).length;
      if (foldLabel(text.slice(at)) === foldLabel(label)) return text.slice(0, at).trim();
    }
  }
  return text;
}

/** The words of a scope in reading order, without what lies over the page or in lists. */
export function wordsIn(scope: Pick<Scope, 'page' | 'within' | 'grids'>): FoundText[] {
  const whole = scope.within === scope.page.roots;
  return textsOf(scope.page).filter((found) => {
    if (!whole && !scope.within.some((root) => root.contains(found.node))) return false;
    return !scope.grids.some((grid) => grid.element.contains(found.node));
  });
}

type LabelAnchor = Extract<Anchor, { by: 'label' | 'near' }>;

function byLabel(anchor: LabelAnchor, scope: Scope): Finding[] {
  const label = foldLabel(anchor.text);
  const region = anchor.by === 'label' ? anchor.within : undefined;
  const regions = region === undefined ? null : select(region, scope);
  const words = wordsIn(scope).filter((word) => regions === null || regions.some((one) => one.contains(word.node)));
  const found: Finding[] = [];
  const forward = anchor.side !== 'after' && anchor.side !== 'below';
  words.forEach((word, at) => {
    if (!word.folded.startsWith(label) && !(anchor.side === 'inside' && word.folded.endsWith(` ${label}`))) return;
    const parent = word.node.parentElement;
    if (parent === null || isLayered(parent)) return;
    const text = cleanText(word.node.nodeValue ?? '');
    if (word.folded !== label) {
      const own = withoutLabels(text, [anchor.text]);
      if (own === text || !(forward || anchor.side === 'inside')) return;
      add(found, { element: parent, text: own }, scope);
      return;
    }
    const step = forward ? 1 : -1;
    const reach = scope.numeric ? anchor.distance + SLACK : anchor.distance;
    for (let distance = scope.numeric ? 0 : anchor.distance; distance <= reach; distance++) {
      const next = words[at + step * (distance + 1)];
      if (next === undefined || next.root !== word.root) return;
      const element = next.node.parentElement;
      if (element === null || isLayered(element)) return;
      const near = withoutLabels(textOf(element, scope.page), [anchor.text, ...scope.labels]);
      if (scope.numeric && !hasDigit(near)) continue;
      add(found, { element, text: near }, scope);
      return;
    }
  });
  return found;
}

/** A number that goes on in the next element is no number; the caller refuses the text that shows it. */
function add(found: Finding[], finding: Finding, scope: Scope): void {
  const glued =
    scope.numeric && (isGlued(finding.element, scope.page, false) || isFollowedByNumber(finding.element, scope.page));
  found.push(glued ? { ...finding, text: `${finding.text}…` } : finding);
}

/** Two numbers in one line: nobody can tell which is meant. */
function isFollowedByNumber(element: Element, page: Page): boolean {
  const next = element.nextElementSibling;
  if (next === null || !['span', 'b', 'strong', 'i', 'em'].includes(next.localName)) return false;
  return hasDigit(textOf(next, page));
}

function hasDigit(text: string): boolean {
  return [...text].some((char) => char >= '0' && char <= '9');
}

function byHeader(text: string, scope: Scope): Finding[] {
  const wanted = foldLabel(text);
  return scope.grids.flatMap((grid) => {
    const [header, twin] = grid.headers.filter((one) => foldLabel(one.text) === wanted);
    const [row, second] = grid.rows;
    const cell = header === undefined ? undefined : row?.cells.get(header.column);
    if (cell === undefined || twin !== undefined || second !== undefined || grid.fault !== null) return [];
    return [{ element: cell, text: textOf(cell, scope.page) }];
  });
}

/** True when a text is one exact whole number, with the words people put behind it. */
export function wholeNumber(text: string): number | null {
  const number = parseNumber(text, { kind: 'whole', units: ['điểm', 'đ', 'câu', 'lần', 'points'] });
  return number.ok && number.value >= 0 ? number.value : null;
}
