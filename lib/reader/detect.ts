/** Which site a page belongs to, which of its screens it shows, and whether it is ready and signed in. */
import type { Mark, ScreenSpec, Site } from '../model/site';
import { foldLabel } from '../vi/text';
import { createBudget, DEFAULT_LIMITS } from './budget';
import { isLayered } from './layers';
import type { Page } from './page';
import { addressOf, findAll, openPage, textsOf } from './roots';
import { textOf } from './text';

/**
 * The site a page belongs to: by host when it is listed, else by what the page shows. Null when no site recognises it.
 * `url` may be '' for a saved page.
 */
export function findSite(doc: Document, url: string, sites: readonly Site[]): Site | null {
  const { origin, path } = addressOf(url);
  const byHost = sites.filter((site) => site.hosts.some((host) => matchesHost(host, origin)));
  if (byHost.length === 1) return byHost[0] ?? null;
  const candidates = byHost.length > 0 ? byHost : sites;
  const ordered = [...candidates.filter((site) => !site.lastResort), ...candidates.filter((site) => site.lastResort)];
  return firstOn(doc, path, ordered) ?? byHost[0] ?? null;
}

/** Pages of exactly this host over https, or with `*.host` of the host and everything under it. */
export function matchesHost(pattern: string, origin: string): boolean {
  const [name = ''] = pattern.split(':');
  if (name === 'localhost' || name === '127.0.0.1') return origin === `http://${pattern}`;
  if (!pattern.startsWith('*.')) return origin === `https://${pattern}`;
  const base = pattern.slice(2);
  return origin === `https://${base}` || (origin.startsWith('https://') && origin.endsWith(`.${base}`));
}

function firstOn(doc: Document, path: string, sites: readonly Site[]): Site | null {
  const [any] = sites;
  if (any === undefined) return null;
  try {
    // One look serves all sites: their icon fonts do not matter for recognising them.
    const page = openPage(doc, path, { ...any, icons: [] }, createBudget(DEFAULT_LIMITS));
    const texts = ownTexts(page);
    return sites.find((site) => site.detect.some((group) => group.every((mark) => hasMark(page, mark, texts)))) ?? null;
  } catch {
    return null; // too large to look at
  }
}

/** Folded texts of all text nodes. */
export function ownTexts(page: Page): Set<string> {
  return new Set(textsOf(page).map((found) => found.folded));
}

function hasMark(page: Page, mark: Mark, texts: ReadonlySet<string>): boolean {
  if ('select' in mark) return findAll(page, mark.select).length > 0;
  if ('path' in mark) return page.path === mark.path || page.path.startsWith(`${mark.path.replace(/\/$/, '')}/`);
  if ('text' in mark) return texts.has(foldLabel(mark.text));
  const start = foldLabel(mark.starts);
  return [...texts].some((text) => text.startsWith(start));
}

/** The first heading of the page that says something, by the site's heading selectors in order. */
export function headingOf(page: Page): string {
  for (const selector of page.site.headings) {
    for (const element of findAll(page, selector)) {
      const text = isLayered(element) ? '' : textOf(element, page);
      if (foldLabel(text) === '') continue;
      page.memory.anchors.add(element);
      return text;
    }
  }
  return '';
}

/** The screen by heading and marks; by path only when the heading names none. Null for a screen the site does not know. */
export function findScreen(page: Page, heading: string, texts: ReadonlySet<string>): ScreenSpec | null {
  const folded = foldLabel(heading);
  const marked = page.site.screens.filter((screen) => screen.marks.every((mark) => texts.has(foldLabel(mark))));
  const fits = marked.filter((screen) => {
    if (screen.headings.length === 0) return screen.marks.length > 0 || onPath(page, screen);
    return screen.headings.some((label) => foldLabel(label) === folded);
  });
  const byPath = fits.find((screen) => onPath(page, screen));
  if (byPath !== undefined) return byPath;
  const [first] = [...fits].sort((a, b) => b.marks.length - a.marks.length);
  if (first !== undefined) return first;
  // Narrow screens leave the heading out.
  return folded === '' ? (marked.find((screen) => onPath(page, screen)) ?? null) : null;
}

function onPath(page: Page, screen: ScreenSpec): boolean {
  return page.path !== '' && screen.paths.includes(page.path);
}

/** True on a login page or when a text says the session is over. Only the presence of a password field is looked at, never its value. */
export function isSessionEnded(page: Page, texts: ReadonlySet<string>): boolean {
  if (page.site.sessionEnded.some((text) => texts.has(foldLabel(text)))) return true;
  if (page.path !== '' && page.site.loginPaths.some((path) => page.path === path || page.path.startsWith(`${path}/`)))
    return true;
  if (findAll(page, 'input[type="password"]').length === 0) return false;
  return ['dang nhap', 'login', 'sign in'].some((text) => texts.has(text));
}

/** The loading mark that stands on the page, or null. */
export function loadingMark(page: Page): string | null {
  for (const selector of page.site.loading) {
    if (findAll(page, selector).some((element) => !isLayered(element))) return selector;
  }
  return null;
}
