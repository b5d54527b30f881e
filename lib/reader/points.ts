/** The member's points: the one number after their label, in the bar it belongs to where the site names one. */
import type { PageRead } from '../model/observation';
import type { Grid } from './grid';
import { type Labelled, findLabelled } from './labelled';
import { isLayered } from './layers';
import { showsNoPoints } from './no-points';
import type { Page } from './page';
import { Refusal } from './problem';
import { findAll } from './roots';

const HIGHEST_BAR = 7;
/** Articles and notices may quote the label with any number. */
const PROSE = 'p, li, article, blockquote, dd, figcaption';

/** @throws Refusal when the number is missing, not exact, not there yet, or when the page shows two different ones */
export function readPoints(page: Page, grids: readonly Grid[], context: PageRead['context']): PageRead['points'] {
  const rule = page.site.points;
  if (rule === null) return null;
  const isElsewhere = (element: Element): boolean =>
    isLayered(element) || grids.some((grid) => grid.element.contains(element));
  const find = (skip: (element: Element) => boolean): Labelled =>
    findLabelled(page, page.roots, rule.labels, 'points', {
      units: rule.units,
      alone: true,
      skip: (element) => isElsewhere(element) || skip(element),
    });
  const bars = rule.beside.flatMap((selector) => findAll(page, selector)).filter((element) => !isLayered(element));
  const outside = (element: Element): boolean => bars.length > 0 && !isInBar(element, bars, grids, page);
  const { found, empty } = find(outside);
  const [first] = found;
  if (first === undefined) {
    if (empty > 0) throw new Refusal('notReady', 'points', 'the label stands there without its number yet');
    const { name, role, unit } = context;
    const signedIn = name !== null && role !== null && unit !== null;
    // A label anywhere else means that the points moved, whatever the bar looks like.
    if (rule.required && signedIn && !isAnywhere(() => find(() => false)) && showsNoPoints(page)) return null;
    if (rule.required) throw new Refusal('missing', 'points', `no number after "${rule.labels[0] ?? ''}"`);
    return null;
  }
  const rest = bars.length === 0 ? [] : contradictions(() => find((element) => !outside(element) || isProse(element)));
  const other = [...found, ...rest].find((hit) => hit.value !== first.value);
  if (other !== undefined) throw new Refusal('ambiguous', 'points', `the page shows ${first.value} and ${other.value}`);
  return first;
}

function isAnywhere(look: () => Labelled): boolean {
  try {
    const { found, empty } = look();
    return found.length > 0 || empty > 0;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** Outside the bar only a plain number of its own contradicts; a sentence with the label in it says nothing. */
function contradictions(look: () => Labelled): Labelled['found'] {
  try {
    return look().found;
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function isProse(element: Element): boolean {
  return element.closest(PROSE) !== null;
}

/** True when label and bar share an element that holds no heading and no table yet: they stand in one line. */
function isInBar(element: Element, bars: readonly Element[], grids: readonly Grid[], page: Page): boolean {
  const headings = page.site.headings.join(',');
  let at: Element | null = element;
  for (let climb = 0; at !== null && climb <= HIGHEST_BAR; climb++, at = at.parentElement) {
    const here = at;
    if (climb > 0 && (here.querySelector(headings) !== null || grids.some((grid) => here.contains(grid.element))))
      return false;
    if (bars.some((bar) => here.contains(bar))) return true;
  }
  return false;
}
