/** Writes a page's structure as HTML text in which no word, number or address of the person is left. */
import { foldLabel } from '../vi/text';
import { isPlainName, safeClasses } from './scrub-class';
import { knownWords } from './known-words';
import { scrubText } from './scrub-text';

export const SCRUB_LIMITS = { characters: 4_000_000, nodes: 200_000, depth: 200 } as const;

/** How every scrubbed page begins and ends. */
export const SCRUB_HEAD = '<!doctype html>\n<html><head><meta charset="utf-8"><title>x</title></head>';
export const SCRUB_END = '</html>\n';

export interface Scrubbed {
  html: string;
  elements: number;
  /** More than the limits allow was left out. */
  cut: boolean;
}

/** Elements that never come along, with all that is in them. */
export const DROPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'link',
  'meta',
  'base',
  'noscript',
  'template',
  'object',
  'embed',
  'canvas',
  'video',
  'audio',
  'source',
  'picture',
  'map',
  'math',
  'svg',
  'head',
  'title',
]);
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'input', 'wbr']);
/** Numbers of structure: where a cell stands, how many rows there are. */
const NUMBERS = new Set([
  'colspan',
  'rowspan',
  'aria-colindex',
  'aria-rowindex',
  'aria-rowcount',
  'aria-colcount',
  'aria-colspan',
  'aria-rowspan',
  'aria-level',
  'aria-setsize',
  'aria-posinset',
  'data-index',
  'row-index',
  'tabindex',
]);
/** Attributes of a few fixed words. */
const WORDS = new Set([
  'role',
  'type',
  'scope',
  'dir',
  'hidden',
  'disabled',
  'readonly',
  'checked',
  'selected',
  'multiple',
  'open',
  'aria-busy',
  'aria-hidden',
  'aria-selected',
  'aria-checked',
  'aria-current',
  'aria-disabled',
  'aria-expanded',
  'aria-modal',
  'aria-sort',
  'aria-haspopup',
  'aria-orientation',
  'aria-live',
  'aria-pressed',
]);
/** Texts that stay when they are known labels. */
const LABELS = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label']);
/** Names programmers gave; kept when they are words without digits. */
const NAMES = new Set(['data-testid', 'data-test', 'data-field', 'data-column', 'col-id', 'itemprop']);

/** A copy of the page as text; the document itself stays as it is. */
export function scrubPage(doc: Document): Scrubbed {
  const known = knownWords();
  const state = {
    out: [SCRUB_HEAD],
    length: 0,
    elements: 0,
    cut: false,
  };
  const write = (text: string): void => {
    state.length += text.length;
    state.out.push(text);
  };
  const walk = (node: Node, depth: number): void => {
    if (state.length > SCRUB_LIMITS.characters || state.elements > SCRUB_LIMITS.nodes || depth > SCRUB_LIMITS.depth) {
      state.cut = true;
      return;
    }
    if (node.nodeType === 3) return write(escaped(scrubText(node.nodeValue ?? '', known)));
    if (node.nodeType !== 1) return;
    const element = node as Element; // nodeType says so
    const tag = element.localName.toLowerCase();
    if (DROPPED.has(tag)) return;
    state.elements++;
    const frame = tag === 'iframe' || tag === 'frame';
    const name = frame ? 'div' : isPlainTag(tag) ? tag : 'div';
    write(`<${name}${attributesOf(element, known)}${frame ? ' data-scrub="frame"' : ''}>`);
    if (VOID.has(name)) return;
    const shadow = element.shadowRoot as ShadowRoot | null | undefined; // undefined outside browsers
    if (shadow !== null && shadow !== undefined) {
      write('<div data-scrub="shadow">');
      for (const child of shadow.childNodes) walk(child, depth + 1);
      write('</div>');
    }
    const inner = frame ? frameBody(element) : null;
    if (inner !== null) for (const child of inner.childNodes) walk(child, depth + 1);
    // What a person typed into a text box is never part of the page.
    if (tag !== 'textarea') for (const child of element.childNodes) walk(child, depth + 1);
    write(`</${name}>`);
  };
  const body = doc.body as HTMLElement | null; // null in an empty document
  if (body !== null) walk(body, 0);
  write(SCRUB_END);
  return { html: state.out.join(''), elements: state.elements, cut: state.cut };
}

function frameBody(frame: Element): Element | null {
  try {
    return ((frame as HTMLIFrameElement).contentDocument?.body as Element | null | undefined) ?? null; // undefined outside browsers
  } catch {
    return null; // another origin
  }
}

function attributesOf(element: Element, known: ReadonlySet<string>): string {
  const kept: string[] = [];
  for (const { name, value } of element.attributes) {
    const safe = safeValue(name.toLowerCase(), value, known);
    if (safe !== null) kept.push(` ${name.toLowerCase()}="${escaped(safe)}"`);
  }
  return kept.join('');
}

/** What of an attribute may stay; null for nothing. */
export function safeValue(name: string, value: string, known: ReadonlySet<string>): string | null {
  if (name === 'class') return safeClasses(value) || null;
  if (NUMBERS.has(name)) return /^-?\d{1,6}$/.test(value) ? value : null;
  if (WORDS.has(name)) return /^[a-z-]{0,20}$/.test(value) ? value : null;
  if (LABELS.has(name)) return known.has(foldLabel(value)) ? scrubText(value, known) : null;
  if (NAMES.has(name)) return isPlainName(value) ? value : null;
  if (name === 'style') return safeStyle(value);
  return null;
}

/** Only what tells a hidden, floating or stretched element, which a reader must know. */
function safeStyle(value: string): string | null {
  const plain = value.replaceAll(' ', '').toLowerCase();
  const kept = ['display:none', 'visibility:hidden', 'position:absolute'].filter((rule) => plain.includes(rule));
  if (plain.includes('translatey(') || plain.includes('translate3d(')) kept.push('transform:translateY(0px)');
  return kept.length === 0 ? null : kept.join(';');
}

export function isPlainTag(tag: string): boolean {
  return /^[a-z][a-z0-9]{0,20}$/.test(tag);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
