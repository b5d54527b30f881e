/** Selectors that lead to an element by tags, roles and lasting classes, short, allowed by the grammar, and fitting nothing else. */
import type { Page } from '../reader/page';
import { findIn } from '../reader/roots';
import { isLayered } from '../reader/layers';
import { isStableName, stableClasses } from './stable';

const LONGEST = 300;
const MAX_PARTS = 6;
const FORBIDDEN = ['password', 'hidden', 'token', 'csrf', 'secret'];

/** The shortest selector with a class, an id or a role that fits exactly `wanted` within `within`, or null. */
export function pathTo(wanted: readonly Element[], page: Page, within: readonly Element[]): string | null {
  const [first] = wanted;
  if (first === undefined) return null;
  const fits = (selector: string): boolean => {
    if (selector.length > LONGEST) return false;
    const found = within
      .flatMap((root) => findIn(root, selector, page))
      .filter((element) => !within.includes(element) || wanted.includes(element))
      .filter((element) => !isLayered(element));
    return found.length === wanted.length && found.every((element) => wanted.includes(element));
  };
  const bare = (selector: string): boolean => !['.', '#', '['].some((sign) => selector.includes(sign));
  for (const own of ownParts(wanted)) {
    let path = own;
    if (!bare(path) && fits(path)) return path;
    let parts = 1;
    for (
      let at = first.parentElement;
      at !== null && !within.includes(at) && parts < MAX_PARTS;
      at = at.parentElement
    ) {
      const part = tellingPart(at);
      if (part === null) continue;
      path = `${part} ${path}`;
      parts++;
      if (!bare(path) && fits(path)) return path;
    }
  }
  return null;
}

/** The way down by tags and places alone; it breaks when blocks move, so it is a witness of last resort. */
export function structureTo(element: Element, page: Page): string | null {
  const steps: string[] = [];
  for (let at: Element | null = element; at !== null && at.localName !== 'body'; at = at.parentElement) {
    if (!isTag(at.localName)) return null;
    const here = at;
    const alike = [...(at.parentElement?.children ?? [])].filter((other) => other.localName === here.localName);
    steps.unshift(alike.length > 1 ? `${at.localName}:nth-of-type(${alike.indexOf(at) + 1})` : at.localName);
    const selector = steps.join('>');
    if (selector.length > LONGEST) return null;
    const found = page.roots.flatMap((root) => findIn(root, selector, page)).filter((other) => !isLayered(other));
    if (found.length === 1 && found[0] === element && steps.length > 1) return selector;
  }
  return null;
}

/** Ways to name the element itself: with its classes, by its role, by being first or last, by its bare tag. */
function ownParts(wanted: readonly Element[]): string[] {
  const [first] = wanted;
  if (first === undefined) return [];
  const tag = first.localName;
  const classes = stableClasses(first)
    .filter(isAllowed)
    .filter((name) => wanted.every((element) => element.classList.contains(name)));
  const role = first.getAttribute('role');
  const parts: string[] = [];
  if (classes.length > 0) parts.push(...classes.slice(0, 3).map((name) => `${tag}.${name}`));
  if (classes.length > 1) parts.push(`${tag}.${classes.slice(0, 2).join('.')}`);
  if (role !== null && isStableName(role)) parts.push(`${tag}[role="${role}"]`);
  if (isTag(tag)) {
    if (wanted.length === 1 && first.parentElement !== null) {
      if (first.parentElement.lastElementChild === first) parts.push(`${tag}:last-child`);
      if (first.parentElement.firstElementChild === first) parts.push(`${tag}:first-child`);
    }
    parts.push(tag);
  }
  return parts;
}

/** An ancestor worth naming: by id, a class, a role, or a tag that has a meaning. */
function tellingPart(element: Element): string | null {
  const id = element.getAttribute('id');
  if (id !== null && isStableName(id) && isAllowed(id)) return `#${id}`;
  const [name] = stableClasses(element).filter(isAllowed);
  if (name !== undefined) return `.${name}`;
  const role = element.getAttribute('role');
  if (role !== null && isStableName(role)) return `[role="${role}"]`;
  return ['header', 'main', 'nav', 'aside', 'footer', 'section', 'article', 'ul', 'ol', 'dl', 'table', 'form'].includes(
    element.localName,
  )
    ? element.localName
    : null;
}

function isAllowed(name: string): boolean {
  return !FORBIDDEN.some((word) => name.toLowerCase().includes(word));
}

function isTag(tag: string): boolean {
  return [...tag].every((char) => (char >= 'a' && char <= 'z') || char === '-' || (char >= '0' && char <= '9'));
}
