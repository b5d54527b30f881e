/** Opens a page for pointing: the same view the reader has, and the place a site remembers it by. */
import type { Taught, TaughtPlace } from '../model/taught';
import { createBudget } from '../reader/budget';
import { headingOf } from '../reader/detect';
import type { Page } from '../reader/page';
import { addressOf, openPage } from '../reader/roots';
import { headingMark, placePath } from '../reader/taught';
import { blankSite } from './generic';

/** Pointing happens once and may take longer than reading. */
export const POINTING_LIMITS = { nodes: 4_000_000, rows: 5_000, milliseconds: 5_000 };
export const NOTHING: Taught = {
  day: '2000-01-01',
  parts: [],
  lists: [],
  invariants: { name: false, leapLimit: null },
};
/** Stands for the host while a part is tried out. */
export const TRIAL_HOST = 'trial.invalid';

/** @throws OverBudget */
export function openForPointing(doc: Document, url: string): Page {
  return openPage(doc, addressOf(url).path, blankSite(TRIAL_HOST, NOTHING), createBudget(POINTING_LIMITS));
}

export function placeOf(page: Page, url: string): TaughtPlace {
  return { path: placePath(addressOf(url).path), heading: headingMark(headingOf(page)) };
}
