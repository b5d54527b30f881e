/** What stands around a list and belongs to it: its stated total, its pager, a search box that narrows it. */
import { parseNumber } from '../vi/numbers';
import { cleanText, foldLabel } from '../vi/text';
import { findLabelled } from './labelled';
import { isLayered } from './layers';
import type { Page } from './page';
import { findIn } from './roots';
import { Refusal } from './problem';
import { rawText, textOf } from './text';

export interface Surroundings {
  total: number | null;
  /** Current page from 1, whether others follow; null without a pager. */
  pager: { current: number | null; hasNext: boolean; hasPrevious: boolean } | null;
  /** First and last row and total as an `1-10 / 34` pager states them. */
  range: { from: number; to: number; total: number } | null;
  /** What narrows the list (search box, choice, the address itself), '' for nothing. */
  search: string;
  /** Name of the chosen tab over the list when it is not the first one, else ''. */
  tab: string;
}

/** Where to look for what belongs to a list: the largest element around it alone, and its neighbours up to the next list. */
interface Areas {
  around: Element;
  before: Element[];
  after: Element[];
  /** Nothing follows but the end of what the lists share. */
  last: boolean;
}

function areasOf(list: Element, others: readonly Element[], page: Page): Areas {
  const holdsOther = (element: Element): boolean => others.some((other) => other !== list && element.contains(other));
  let around = list;
  for (
    let parent = around.parentElement;
    parent !== null && !page.roots.includes(around);
    parent = around.parentElement
  ) {
    if (holdsOther(parent)) break;
    around = parent;
  }
  const before: Element[] = [];
  const after: Element[] = [];
  if (page.roots.includes(around)) return { around, before, after, last: true };
  let at = around.previousElementSibling;
  for (; at !== null && !holdsOther(at); at = at.previousElementSibling) before.push(at);
  at = around.nextElementSibling;
  for (; at !== null && !holdsOther(at); at = at.nextElementSibling) after.push(at);
  return { around, before, after, last: at === null };
}

/** `own`: the elements that hold the rows themselves. @throws Refusal `ambiguous` when two different totals stand beside one list */
export function readSurroundings(
  list: Element,
  others: readonly Element[],
  page: Page,
  own: readonly Element[] = [list],
): Surroundings {
  const areas = areasOf(list, others, page);
  const region = areas.around;
  const inside = (element: Element): boolean => isLayered(element) || own.some((part) => part.contains(element));
  const totalsIn = (roots: readonly Element[]) =>
    findLabelled(page, roots, page.site.totalLabels, 'total', {
      skip: inside,
      units: ['bản ghi', 'dòng', 'mục', 'đồng chí'],
    }).found;
  const near = totalsIn([region]);
  // Between two lists a total belongs to the list below it, unless this page writes totals below.
  const below = areas.last && areas.before.length > 0 && totalsIn(areas.after).length > 0;
  const totals = near.length > 0 || below ? near : totalsIn(areas.before);
  const [first] = totals;
  if (first !== undefined && totals.some((total) => total.value !== first.value)) {
    throw new Refusal('ambiguous', 'total', 'two different totals stand beside one list');
  }
  const pagersIn = (roots: readonly Element[]) => {
    const known = roots.flatMap((root) => page.site.pagers.flatMap((selector) => findIn(root, selector, page)));
    const outside = outermost(known.filter((element) => !inside(element)));
    return outside.length > 0 ? outside : roots.flatMap((root) => pagersByLabel(root, inside, page));
  };
  const inRegion = pagersIn([region]);
  const marked = inRegion.length > 0 ? inRegion : pagersIn(areas.after);
  for (const pager of marked) page.memory.anchors.add(pager);
  const range = marked.flatMap((pager) => rangesIn(pager, page))[0] ?? null;
  if (range !== null && first !== undefined && range.total !== first.value) {
    throw new Refusal('ambiguous', 'total', 'the pager and the label state different totals');
  }
  return {
    total: first?.value ?? range?.total ?? null,
    pager: marked.length === 0 ? null : withRange(readPager(marked, page), range, statedPage(marked, page)),
    range,
    search: searchIn(region, page),
    tab: chosenTab(region, page),
  };
}

/** What narrows the list now: a search box says it without any mutation. */
export function narrowingOf(list: Element, others: readonly Element[], page: Page): string {
  return searchIn(areasOf(list, others, page).around, page);
}

function searchIn(region: Element, page: Page): string {
  return [searchText(region, page), ...choicesIn(region, page), page.narrowed ? 'address' : '']
    .filter((text) => text !== '')
    .join(' ');
}

const NEXT = ['next', 'next page', 'trang sau', 'trang tiep', 'trang tiep theo', 'tiep', 'sau', 'trang ke'];
const PREVIOUS = ['previous', 'previous page', 'prev', 'trang truoc', 'truoc'];

/** A pager whose classes are unknown is still known by its buttons' labels. */
function pagersByLabel(region: Element, inside: (element: Element) => boolean, page: Page): Element[] {
  const labelled = findIn(region, '[aria-label], [title]', page).filter((element) => isStep(element, NEXT));
  const worded = findIn(region, 'a, button', page).filter((element) => isNextText(textOf(element, page)));
  const next = [...labelled, ...worded].filter((element) => !inside(element));
  return outermost(next.flatMap((element) => (element.parentElement === null ? [] : [element.parentElement])));
}

function isNextText(text: string): boolean {
  return (
    ['sau', 'tiep', 'trang sau', 'trang tiep', 'next'].includes(foldLabel(text)) ||
    ['›', '»', '>', '>>', '→'].includes(text)
  );
}

function isStep(element: Element, words: readonly string[]): boolean {
  return [element.getAttribute('aria-label'), element.getAttribute('title')].some(
    (text) => text !== null && words.includes(foldLabel(text)),
  );
}

function readPager(pagers: readonly Element[], page: Page): NonNullable<Surroundings['pager']> {
  const steps = pagers.flatMap((pager) => findIn(pager, 'button, a, li, [role="button"]', page));
  const next = steps.filter((element) => isNext(element, page));
  const previous = steps.filter(
    (element) =>
      isStep(element, PREVIOUS) || hasClass(element, ['ant-pagination-prev', 'o_pager_previous', 'previous']),
  );
  const numbers = steps
    .map((element) => ({ element, number: pageNumber(element, page) }))
    .filter((step) => step.number !== null);
  const current = numbers.find(({ element }) => isActive(element))?.number ?? null;
  const highest = numbers.reduce((top, step) => Math.max(top, step.number ?? 0), 0);
  return {
    current,
    hasNext: next.length > 0 ? next.some((element) => !isDisabled(element)) : current === null || highest > current,
    hasPrevious:
      previous.length > 0 ? previous.some((element) => !isDisabled(element)) : current === null || current > 1,
  };
}

function isNext(element: Element, page: Page): boolean {
  if (isStep(element, NEXT) || hasClass(element, ['ant-pagination-next', 'o_pager_next', 'next'])) return true;
  return isNextText(textOf(element, page));
}

function pageNumber(element: Element, page: Page): number | null {
  const text = cleanText(rawText(element, page));
  const number = Number(text);
  return text !== '' && Number.isInteger(number) && number >= 1 && number < 100_000 ? number : null;
}

function isActive(element: Element): boolean {
  const current = element.getAttribute('aria-current');
  if (current === 'page' || current === 'true' || element.getAttribute('aria-selected') === 'true') return true;
  return (element.getAttribute('class') ?? '')
    .split(' ')
    .some((name) => name === 'active' || name.endsWith('-active') || name === 'current');
}

function isDisabled(element: Element): boolean {
  const holder = element.closest('li') ?? element;
  return [element, holder].some(
    (at) =>
      at.hasAttribute('disabled') ||
      at.getAttribute('aria-disabled') === 'true' ||
      (at.getAttribute('class') ?? '').split(' ').some((name) => name === 'disabled' || name.endsWith('-disabled')),
  );
}

function hasClass(element: Element, names: readonly string[]): boolean {
  const classes = (element.getAttribute('class') ?? '').split(' ');
  return names.some((name) => classes.includes(name));
}

/** A range or a page number that the pager states counts for more than its buttons. */
function withRange(
  pager: NonNullable<Surroundings['pager']>,
  range: Surroundings['range'],
  stated: { current: number; last: number } | null,
): NonNullable<Surroundings['pager']> {
  if (range !== null) return { ...pager, hasNext: range.to < range.total, hasPrevious: range.from > 1 };
  if (stated === null) return pager;
  return { current: stated.current, hasNext: stated.current < stated.last, hasPrevious: stated.current > 1 };
}

const RANGE =
  /^(?:hien thi )?([\d.]{1,9}) ?[-–] ?([\d.]{1,9}) ?(?:\/|of|tren|trong|cua) ?(?:tong )?(?:so )?([\d.]{1,9})(?: [a-z ]{1,12})?$/;

/** `1-10 / 34`, `1 - 10 of 34`, `1-10 trên tổng số 34` as the whole text of one element. */
function rangesIn(pager: Element, page: Page): NonNullable<Surroundings['range']>[] {
  return findIn(pager, '*', page).flatMap((element) => {
    const match = RANGE.exec(foldLabel(textOf(element, page)));
    const [from, to, total] = (match?.slice(1) ?? []).map((text) => parseNumber(text, { kind: 'whole' }));
    if (!from?.ok || !to?.ok || !total?.ok) return [];
    if (from.value > to.value || to.value > total.value) return [];
    return [{ from: from.value, to: to.value, total: total.value }];
  });
}

/** `Trang 2/4: …` at the start of the pager. */
function statedPage(pagers: readonly Element[], page: Page): { current: number; last: number } | null {
  for (const pager of pagers) {
    const match = /^(?:trang|page) (\d{1,5}) ?(?:\/|tren|of) ?(\d{1,5})(?!\d)/.exec(foldLabel(textOf(pager, page)));
    if (match !== null) return { current: Number(match[1]), last: Number(match[2]) };
  }
  return null;
}

function searchText(region: Element, page: Page): string {
  const wanted = page.site.searchLabels.map(foldLabel);
  for (const input of findIn(region, 'input[placeholder]', page)) {
    const type = input.getAttribute('type') ?? 'text';
    if (type !== 'text' && type !== 'search') continue;
    if (!wanted.includes(foldLabel(input.getAttribute('placeholder') ?? ''))) continue;
    // The live value in a browser; a saved page keeps it in the attribute.
    const live = (input as HTMLInputElement).value as string | undefined;
    const text = cleanText(live ?? input.getAttribute('value') ?? '');
    if (text !== '') return text;
  }
  return '';
}

/** Chosen values of pickers that narrow the list. */
function choicesIn(region: Element, page: Page): string[] {
  const found = page.site.filters.flatMap((selector) => findIn(region, selector, page));
  return found.flatMap((element) => {
    if (isLayered(element)) return [];
    page.memory.anchors.add(element);
    return [textOf(element, page)];
  });
}

/** Tabs may show the same kind of list about others (guests, candidates, requests). */
function chosenTab(region: Element, page: Page): string {
  const tabs = page.site.tabs.flatMap((selector) => findIn(region, selector, page)).filter((tab) => !isLayered(tab));
  for (const tab of tabs) page.memory.anchors.add(tab);
  const at = tabs.findIndex((tab) => isActive(tab));
  const chosen = tabs[at];
  return at <= 0 || chosen === undefined ? '' : textOf(chosen, page);
}

function outermost(elements: readonly Element[]): Element[] {
  const unique = [...new Set(elements)];
  return unique.filter((element) => !unique.some((other) => other !== element && other.contains(element)));
}
