/** The text of an element as a person reads it: `br` and block edges are blanks, icon names and scripts are no text, styling plays no part. */
import { cleanText } from '../vi/text';
import type { Page } from './page';

const SKIPPED = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'textarea',
  'select',
  'option',
  'datalist',
  'svg',
  'iframe',
  'object',
  'head',
]);
const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'br',
  'caption',
  'dd',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'label',
  'legend',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'td',
  'tfoot',
  'th',
  'thead',
  'tr',
  'ul',
]);
const UNSEEN_CLASSES = ['visually-hidden', 'sr-only', 'ant-table-filter-trigger', 'rs-ripple-pond'];

export const ELEMENT = 1;
export const TEXT = 3;

/** Lower-case tag name, whatever the document kind. */
export function tagOf(element: Element): string {
  return element.localName.toLowerCase();
}

/** True for elements whose words are never shown as words of the page. */
export function isSilent(element: Element, page: Page): boolean {
  const tag = tagOf(element);
  if (SKIPPED.has(tag)) return true;
  if (element.hasAttribute('hidden')) return true;
  const role = element.getAttribute('role');
  if (role === 'tooltip' || role === 'listbox' || role === 'menu') return true;
  const classes = element.getAttribute('class') ?? '';
  if (UNSEEN_CLASSES.some((name) => classes.includes(name))) return true;
  return isIcon(element, page);
}

/** Icon fonts write the icon's name as text: by the site's selectors, or hidden from screen readers and one lower-case ASCII word. */
export function isIcon(element: Element, page: Page): boolean {
  const tag = tagOf(element);
  if (tag !== 'span' && tag !== 'i' && tag !== 'em') return false;
  if (page.icons !== '' && element.matches(page.icons)) return true;
  if (element.getAttribute('aria-hidden') !== 'true') return false;
  return isIconName(cleanText(element.textContent ?? ''));
}

function isIconName(text: string): boolean {
  if (text.length < 3) return text === '';
  return [...text].every((char) => (char >= 'a' && char <= 'z') || char === '_' || (char >= '0' && char <= '9'));
}

/** Lines of text: `br` and block elements start a new line; each line is cleaned, empty ones dropped. */
export function linesOf(element: Element, page: Page, skip?: (inner: Element) => boolean): string[] {
  return rawText(element, page, skip)
    .split('\n')
    .map(cleanText)
    .filter((line) => line !== '');
}

/** Cleaned text on one line. */
export function textOf(element: Element, page: Page, skip?: (inner: Element) => boolean): string {
  return cleanText(rawText(element, page, skip));
}

/** Text with line breaks as `\n` at `br` and block edges, otherwise as the page wrote it. */
export function rawText(element: Element, page: Page, skip?: (inner: Element) => boolean): string {
  let text = '';
  const walk = (node: Node): void => {
    page.budget.spend(1);
    if (node.nodeType === TEXT) {
      // Line ends inside a text node are only blanks to the eye.
      text += (node.nodeValue ?? '').replaceAll('\n', ' ').replaceAll('\r', ' ');
      return;
    }
    if (node.nodeType !== ELEMENT) return;
    const inner = node as Element; // nodeType says so
    if (inner !== element && (isSilent(inner, page) || skip?.(inner) === true)) {
      if (BLOCKS.has(tagOf(inner))) text += '\n';
      return;
    }
    const block = inner !== element && BLOCKS.has(tagOf(inner));
    if (block) text += '\n';
    for (let child = inner.firstChild; child !== null; child = child.nextSibling) walk(child);
    if (block) text += '\n';
  };
  walk(element);
  return text;
}
