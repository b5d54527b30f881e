/** Every way to find one value again that works on the page as it stands: its label, its neighbours, name, attributes, path. */
import type { Anchor } from '../model/taught';
import { accessibleName, shownText, withoutLabels, wordsIn } from '../reader/anchors';
import type { Grid } from '../reader/grid';
import type { FoundText, Page } from '../reader/page';
import { linesOf, textOf } from '../reader/text';
import { cleanText, foldLabel } from '../vi/text';
import { pathTo, structureTo } from './paths';
import { ANCHOR_ATTRIBUTES, isStableValue } from './stable';
import { isCommonLabel, isLabelLike } from './words';

/** A card may be captioned by a small heading, never by the page's own. */
const TITLES = 'h1, .page-title, [class*="breadcrumb"], [class*="page-header"]';

/** What stands for one value on the page. */
export interface Target {
  page: Page;
  /** Smallest element that holds it. */
  element: Element;
  /** Its text without its label. */
  text: string;
  grids: readonly Grid[];
  numeric: boolean;
  /** Where its words are looked for: all roots, or one item of a list. */
  within: readonly Element[];
}

const REACH = 4;
/** Words of the screen, other ones on each: no witness of what stands on all. */
const SCREEN_WORDS = 'h1, h2, h3, h4, h5, h6, [role="heading"], [class*="breadcrumb"], [class*="page-header"]';

/** Label first, then what else leads there; none is checked yet. */
export function proposeAnchors(target: Target): Anchor[] {
  const words = wordsIn(target);
  const inside = insideLabels(target);
  const around = neighbours(target, words);
  const means: Anchor[] = inside.map((text) => ({ by: 'label', text, side: 'inside', distance: 0 }));
  // What stands behind a name is another thing; what stands behind a number may be its caption.
  const meant = inside.length > 0 ? undefined : around.find((one) => target.numeric || isAhead(one));
  const others = around.filter((one) => one !== meant);
  if (meant !== undefined) means.push({ ...meant, by: 'label' });
  const near: Anchor[] = others.flatMap((one) => (isCommonLabel(one.text) ? [{ ...one, by: 'near' as const }] : []));
  return [...means, ...byHeader(target), ...byName(target), ...byAttribute(target), ...byPath(target), ...near];
}

/** `Điểm tích lũy: 1286` in one text: the words before the value. */
function insideLabels({ element, text, page }: Target): string[] {
  const whole = textOf(element, page);
  if (whole === text || !whole.endsWith(text)) return [];
  let label = whole.slice(0, whole.length - text.length).trim();
  while (label !== '' && ':：-–('.includes(label.at(-1) ?? ' ')) label = label.slice(0, -1).trim();
  return label !== '' && isLabelLike(label, element) && withoutLabels(whole, [label]) === text ? [label] : [];
}

/** The way down by tags alone, for where little else leads there. */
export function spareAnchors(target: Target): Anchor[] {
  const select = structureTo(target.element, target.page);
  return select === null ? [] : [{ by: 'path', select }];
}

function isAhead({ side }: Neighbour): boolean {
  return side === 'before' || side === 'above';
}

type Neighbour = { text: string; side: 'before' | 'above' | 'after' | 'below'; distance: number };

/** Label-like texts beside the value, the one closest to it in the document first. */
function neighbours(target: Target, words: readonly FoundText[]): Neighbour[] {
  const own = words.flatMap((word, at) => (target.element.contains(word.node) ? [at] : []));
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return [];
  const found: (Neighbour & { depth: number; before: boolean })[] = [];
  for (const step of [-1, 1]) {
    for (let distance = 0; distance < REACH; distance++) {
      const word = words[(step < 0 ? first : last) + step * (distance + 1)];
      if (word === undefined || word.root !== words[first]?.root) break;
      const text = cleanText(word.node.nodeValue ?? '');
      if (!isLabelLike(text, word.node.parentElement)) continue;
      if (word.node.parentElement?.closest(target.numeric ? TITLES : SCREEN_WORDS) != null) continue;
      const share = sharedWith(target.element, word.node);
      found.push({
        text: trimColon(text),
        side: sideOf(target, share, text, step < 0),
        distance,
        depth: share.climb,
        before: step < 0,
      });
      break;
    }
  }
  found.sort((a, b) => a.depth + a.distance - (b.depth + b.distance) || Number(b.before) - Number(a.before));
  return found.map(({ text, side, distance }) => ({ text, side, distance }));
}

function sharedWith(element: Element, node: Node): { element: Element; climb: number } {
  let at = element;
  let climb = 0;
  for (let up = at.parentElement; up !== null && !at.contains(node); up = at.parentElement) {
    at = up;
    climb++;
  }
  return { element: at, climb };
}

function sideOf(
  { page, text }: Target,
  share: { element: Element },
  label: string,
  before: boolean,
): Neighbour['side'] {
  const line = linesOf(share.element, page).some(
    (one) => one.includes(text) && foldLabel(one).includes(foldLabel(label)),
  );
  if (before) return line ? 'before' : 'above';
  return line ? 'after' : 'below';
}

function trimColon(text: string): string {
  let label = text;
  while (label !== '' && ':：'.includes(label.at(-1) ?? ' ')) label = label.slice(0, -1).trim();
  return label;
}

/** The only row of a table: known by the header above it. */
function byHeader({ element, grids }: Target): Anchor[] {
  return grids.flatMap((grid): Anchor[] => {
    const [row, second] = grid.rows;
    if (row === undefined || second !== undefined) return [];
    return grid.headers.flatMap((header): Anchor[] =>
      header.text !== '' && row.cells.get(header.column)?.contains(element) === true
        ? [{ by: 'header', text: header.text.slice(0, 120) }]
        : [],
    );
  });
}

/** The element itself and up to two around it that hold nothing else. */
function shells({ element, text, page, within }: Target): Element[] {
  const found = [element];
  const whole = shownText(element, page);
  for (let at = element.parentElement; at !== null && found.length < 3 && !within.includes(at); at = at.parentElement) {
    const words = textOf(at, page);
    if (words !== whole && words !== text) break;
    found.push(at);
  }
  return found;
}

function byName(target: Target): Anchor[] {
  for (const element of shells(target)) {
    const own = element.getAttribute('aria-label') ?? element.getAttribute('title');
    const name = cleanText(own ?? (element.hasAttribute('aria-labelledby') ? accessibleName(element) : ''));
    if (name === '' || name.includes(target.text) || !isLabelLike(name, null)) continue;
    return [{ by: 'aria', role: element.getAttribute('role') ?? element.localName, name }];
  }
  return [];
}

function byAttribute(target: Target): Anchor[] {
  for (const element of shells(target)) {
    for (const name of ANCHOR_ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value !== null && isStableValue(value) && value !== target.text) return [{ by: 'attribute', name, value }];
    }
  }
  return [];
}

function byPath(target: Target): Anchor[] {
  for (const element of shells(target)) {
    const select = pathTo([element], target.page, target.within);
    if (select !== null) return [{ by: 'path', select }];
  }
  return [];
}
