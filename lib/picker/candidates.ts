/** For an element under the pointer: what it is in plain words, and the wider and narrower ones that arrows walk through. */
import { looksDenied } from '../privacy/deny-list';
import { findSecrecyMark } from '../privacy/secrecy';
import { cleanText } from '../vi/text';
import { wholeNumber } from '../reader/anchors';
import { isLabelLike } from './words';
import type { Candidate, CandidateKind, Candidates } from './types';

const SAMPLE = 80;
const MOST = 24;
const CELLS = 'td, [role="gridcell"], [role="cell"], [role="rowheader"]';
const HEADERS = 'th, [role="columnheader"]';
const ROWS = 'tr, [role="row"]';
const TABLES = 'table, [role="grid"], [role="table"], [role="treegrid"]';

/** Passwords and hidden fields, and anything inside scripts. */
export function isBarred(element: Element): boolean {
  const tag = element.localName;
  if (tag === 'script' || tag === 'style' || tag === 'iframe' || tag === 'frame') return true;
  if (tag !== 'input') return false;
  const type = (element.getAttribute('type') ?? 'text').toLowerCase();
  return type === 'password' || type === 'hidden' || type === 'file';
}

/** Chain from the narrowest to the widest; wrappers that hold exactly the same are left out. */
export function describeCandidates(element: Element): Candidates {
  const narrow: Element[] = [];
  // Down to the smallest as long as there is only one way.
  for (let at = element; at.children.length === 1 && sameText(at, at.children[0]);) {
    const [child] = at.children;
    if (child === undefined) break;
    narrow.unshift(child);
    at = child;
  }
  const wide: Element[] = [];
  for (
    let at: Element | null = element;
    at !== null && at.localName !== 'body' && at.localName !== 'html';
    at = parentOf(at)
  )
    wide.push(at);
  const all = [...narrow, ...wide];
  const kept = all.filter((one, index) => {
    const inner = all[index - 1];
    return inner === undefined || !isWrapper(one, inner);
  });
  const chain = kept.slice(0, MOST).map(describe);
  const start = chain.findIndex((candidate) => candidate.element === element || candidate.element.contains(element));
  return { chain, start: Math.max(0, start) };
}

/** Out of a shadow root into what holds it. */
function parentOf(element: Element): Element | null {
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode() as Node & { host?: Element }; // only shadow roots have a host
  return root.host ?? null;
}

function sameText(a: Element, b: Element | undefined): boolean {
  return b !== undefined && cleanText(a.textContent ?? '') === cleanText(b.textContent ?? '');
}

/** Adds nothing to what it wraps: same words, and no part of a table by itself. */
function isWrapper(outer: Element, inner: Element): boolean {
  return sameText(outer, inner) && !outer.matches(`${CELLS}, ${HEADERS}, ${ROWS}, ${TABLES}, li, [role="listitem"]`);
}

function describe(element: Element): Candidate {
  const barred = isBarred(element);
  const text = barred ? '' : cleanText(element.textContent ?? '');
  const shown = looksDenied(text) || findSecrecyMark(text) !== null ? '' : text;
  return {
    element,
    kind: kindOf(element, text),
    sample: shown.length > SAMPLE ? `${shown.slice(0, SAMPLE - 1)}…` : shown,
    alike: alikeCount(element),
    barred,
  };
}

function kindOf(element: Element, text: string): CandidateKind {
  const tag = element.localName;
  if (element.matches(TABLES)) return 'table';
  if (element.matches(ROWS)) return 'row';
  if (element.matches(HEADERS)) return 'header';
  if (element.matches(CELLS)) return 'cell';
  if (tag === 'li' || element.getAttribute('role') === 'listitem') return 'listItem';
  if (tag === 'ul' || tag === 'ol' || element.getAttribute('role') === 'list') return 'list';
  if (tag === 'select' || element.getAttribute('role') === 'combobox') return 'picker';
  if (tag === 'img' || tag === 'svg' || tag === 'canvas' || tag === 'video') return 'picture';
  if (tag === 'input' || tag === 'textarea') return 'field';
  if (wholeNumber(text) !== null) return 'number';
  if (alikeCount(element) >= 3 && element.children.length >= 2) return 'listItem';
  if (element.children.length === 0 && text !== '') return isLabelLike(text, element) ? 'label' : 'text';
  return text.length <= SAMPLE && text !== '' && element.querySelectorAll('*').length < 4 ? 'text' : 'area';
}

/** Neighbours of the same tag and make. */
function alikeCount(element: Element): number {
  const parent = element.parentElement;
  if (parent === null) return 1;
  const role = element.getAttribute('role');
  const width = element.children.length;
  return [...parent.children].filter(
    (other) =>
      other.localName === element.localName && other.getAttribute('role') === role && other.children.length === width,
  ).length;
}
