/** Opens a page for reading, its roots being the document, open shadow roots and same-origin frames, and searches all of them. */
import type { Site } from '../model/site';
import { foldLabel } from '../vi/text';
import type { Budget } from './budget';
import type { FoundText, Page } from './page';
import { ELEMENT, TEXT, isSilent } from './text';

const MAX_ROOTS = 60;

/** Opens a document: finds all roots a person would see as one page. */
export function openPage(doc: Document, path: string, site: Site, budget: Budget, narrowed = false): Page {
  const roots: Element[] = [];
  addRoot(doc, roots, budget);
  const hasTemplates = roots.some((root) => root.querySelector('template') !== null);
  const memory = { texts: null, anchors: new Set<Element>(), choices: new Map<HTMLSelectElement, number>() };
  return { site, budget, path, narrowed, icons: site.icons.join(','), roots, hasTemplates, memory };
}

function addRoot(container: Document | ShadowRoot, roots: Element[], budget: Budget): void {
  if (roots.length >= MAX_ROOTS) return;
  const tops = 'body' in container ? [container.body as Element | null] : [...container.children]; // body is null in an empty document
  for (const top of tops) {
    if (top === null) continue;
    roots.push(top);
    const everything = [top, ...top.querySelectorAll('*')];
    budget.spend(everything.length);
    for (const element of everything) {
      const shadow = element.shadowRoot as ShadowRoot | null | undefined; // undefined outside browsers
      if (shadow !== null && shadow !== undefined) addRoot(shadow, roots, budget);
      if (element.localName === 'iframe' || element.localName === 'frame') {
        const inner = frameDocument(element);
        if (inner !== null) addRoot(inner, roots, budget);
      }
    }
  }
}

function frameDocument(frame: Element): Document | null {
  try {
    const inner = (frame as HTMLIFrameElement).contentDocument as Document | null | undefined; // undefined outside browsers
    return inner !== null && inner !== undefined && (inner.body as Element | null) !== null ? inner : null;
  } catch {
    return null; // another origin: not ours to read
  }
}

/** All matches in all roots, in page order. */
export function findAll(page: Page, selector: string): Element[] {
  return page.roots.flatMap((root) => findIn(root, selector, page));
}

/** All matches at or under one element. A selector the engine does not know finds nothing. */
export function findIn(root: Element, selector: string, page: Page): Element[] {
  if (selector === '') return [];
  try {
    const all = [...root.querySelectorAll(selector)];
    // Some parsers keep the content of a template among the page's own elements.
    const found = page.hasTemplates ? all.filter((element) => element.closest('template') === null) : all;
    page.budget.spend(all.length + 1);
    return root.matches(selector) ? [root, ...found] : found;
  } catch {
    return [];
  }
}

/** Visits the text nodes under `root` whose folded text is wanted. All texts are gathered once per page. */
export function eachText(
  page: Page,
  root: Element,
  wants: (folded: string) => boolean,
  visit: (node: Text, folded: string) => void,
): void {
  const whole = page.roots.includes(root);
  for (const found of textsOf(page)) {
    if (!wants(found.folded)) continue;
    if (whole ? found.root === root : root.contains(found.node)) visit(found.node, found.folded);
  }
}

/** Every text node that is words of the page. */
export function textsOf(page: Page): readonly FoundText[] {
  if (page.memory.texts !== null) return page.memory.texts;
  const texts: FoundText[] = [];
  for (const root of page.roots) walkTexts(root, page, (node, folded) => texts.push({ node, folded, root }));
  page.memory.texts = texts;
  return texts;
}

/** Folded texts under one element as they stand now. */
export function textsUnder(element: Element, page: Page): string[] {
  const texts: string[] = [];
  walkTexts(element, page, (_node, folded) => texts.push(folded));
  return texts;
}

/** Folded texts of nodes that said the same before: most of a page stands as it stood at the last pass. */
const known = new WeakMap<Node, { text: string; folded: string }>();

function foldedOf(node: Node): string {
  const text = node.nodeValue ?? '';
  const before = known.get(node);
  if (before?.text === text) return before.folded;
  const folded = foldLabel(text);
  known.set(node, { text, folded });
  return folded;
}

function walkTexts(node: Node, page: Page, visit: (node: Text, folded: string) => void): void {
  page.budget.spend(1);
  if (node.nodeType === TEXT) {
    const folded = foldedOf(node);
    if (folded !== '') visit(node as Text, folded); // nodeType says so
    return;
  }
  if (node.nodeType !== ELEMENT) return;
  const element = node as Element; // nodeType says so
  if (isSilent(element, page)) return;
  for (let child = element.firstChild; child !== null; child = child.nextSibling) walkTexts(child, page, visit);
}

/** True when the query of an address has one of these names; its values are never looked at. */
export function hasParameter(url: string, names: readonly string[]): boolean {
  try {
    const { searchParams, hash } = new URL(url);
    const inHash = new URLSearchParams(hash.split('?')[1] ?? '');
    return names.some((name) => searchParams.has(name) || inHash.has(name));
  } catch {
    return false;
  }
}

/** Address without query and fragment, or '' for none. */
export function addressOf(url: string): { address: string; path: string; origin: string } {
  try {
    const parsed = new URL(url);
    if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return { address: '', path: '', origin: '' };
    // A hash router keeps its route in the fragment; only its path part is kept.
    const route = parsed.hash.startsWith('#/') ? (parsed.hash.slice(1).split('?')[0] ?? '') : '';
    const path = route === '' ? parsed.pathname : route;
    return { address: (parsed.origin + path).slice(0, 500), path, origin: parsed.origin };
  } catch {
    return { address: '', path: '', origin: '' };
  }
}
