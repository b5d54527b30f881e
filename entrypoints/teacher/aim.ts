/** What lies under a point of the window, where it stands, and what comes before and after it: through open shadow roots and frames of the same origin. */
import type { LightBox } from '@/lib/teaching';

/** A page with more texts in the window than this is stepped through as far as this. */
const MOST = 4_000;
const SKIPPED = new Set(['script', 'style', 'template', 'noscript', 'head', 'title']);
const FIELDS = new Set(['input', 'select', 'textarea']);

/** The smallest element under the point; `isOurs` are passed over. */
export function elementAt(x: number, y: number, isOurs: (element: Element) => boolean): Element | null {
  return within(document, x, y, isOurs);
}

function within(
  root: Document | ShadowRoot,
  x: number,
  y: number,
  isOurs: (element: Element) => boolean,
): Element | null {
  const html = document.documentElement;
  const found = root
    .elementsFromPoint(x, y)
    // What hangs beside the body is no part of a page: our panel's element, say.
    .find((element) => !isOurs(element) && (element.parentElement !== html || element.localName === 'body'));
  if (found === undefined || found.localName === 'html') return null;
  if (found.shadowRoot !== null && root !== found.shadowRoot) {
    const inner = within(found.shadowRoot, x, y, isOurs);
    if (inner !== null && inner !== found) return inner;
  }
  const doc = frameDocument(found);
  if (doc !== null) {
    const { left, top } = offsetOf(found);
    return within(doc, x - left, y - top, isOurs) ?? found;
  }
  return narrowed(found, x, y);
}

/** Things that let the pointer through are found by where they stand. */
function narrowed(element: Element, x: number, y: number): Element {
  for (let at = element; ;) {
    const child = [...at.children].find((one) => {
      const { left, top, right, bottom } = one.getBoundingClientRect();
      return left <= x && x < right && top <= y && y < bottom && getComputedStyle(one).pointerEvents === 'none';
    });
    if (child === undefined) return at;
    at = child;
  }
}

function frameDocument(element: Element): Document | null {
  if (element.localName !== 'iframe' && element.localName !== 'frame') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument; // an element of that name is one
  } catch {
    return null;
  }
}

/** Where the inside of a frame begins, in the window that holds it. */
function offsetOf(frame: Element): { left: number; top: number } {
  const { left, top } = frame.getBoundingClientRect();
  return { left: left + frame.clientLeft, top: top + frame.clientTop };
}

/** Its box in the top window; null when it takes no room. */
export function boxOf(element: Element): LightBox | null {
  if (!element.isConnected) return null;
  const { width, height, ...own } = element.getBoundingClientRect().toJSON() as DOMRect; // plain numbers
  let { left, top } = own;
  let view = element.ownerDocument.defaultView;
  while (view !== null && view !== window) {
    const frame: Element | null = view.frameElement;
    if (frame === null) return null;
    const offset = offsetOf(frame);
    left += offset.left;
    top += offset.top;
    view = frame.ownerDocument.defaultView;
  }
  return width <= 0 || height <= 0 ? null : { left, top, width, height };
}

/** Things worth pointing at that can be seen in the window now, in reading order. */
export function thingsInView(isOurs: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  const visit = (element: Element): void => {
    if (found.length >= MOST || SKIPPED.has(element.localName) || isOurs(element)) return;
    const doc = frameDocument(element);
    if (doc !== null) {
      if (isInView(element) && doc.body !== null) visit(doc.body);
      return;
    }
    if (saysSomething(element) && isInView(element)) found.push(element);
    const children = element.shadowRoot?.children ?? element.children;
    for (const child of [...children]) visit(child);
  };
  if (document.body !== null) visit(document.body);
  return found;
}

/** Has words of its own, or is a field. */
function saysSomething(element: Element): boolean {
  if (FIELDS.has(element.localName)) return true;
  return [...element.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && (node.nodeValue ?? '').trim() !== '',
  );
}

function isInView(element: Element): boolean {
  const box = boxOf(element);
  if (box === null) return false;
  const { left, top, width, height } = box;
  const seen = left < innerWidth && left + width > 0 && top < innerHeight && top + height > 0;
  return seen && element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
}
