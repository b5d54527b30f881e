/** From one element pointed at to a part with anchors, proven by reading it back on the same page. */
import type { Anchor, PartKind, TaughtPart } from '../model/taught';
import type { TextPart } from '../model/site-grammar';
import { deniedKind, looksDenied } from '../privacy/deny-list';
import { findSecrecyMark } from '../privacy/secrecy';
import { findAnchor, shownText, withoutLabels, wholeNumber, wordsIn } from '../reader/anchors';
import { OverBudget } from '../reader/budget';
import type { Grid } from '../reader/grid';
import { isLayered } from '../reader/layers';
import type { Page } from '../reader/page';
import { readPage } from '../reader/read-any';
import { findGrids } from '../reader/taught-list';
import { isNumeric, labelsInside, valueOf } from '../reader/taught-part';
import { textOf } from '../reader/text';
import { cleanText } from '../vi/text';
import { isBarred } from './candidates';
import { blankSite } from './generic';
import { NOTHING, POINTING_LIMITS, TRIAL_HOST, openForPointing, placeOf } from './open';
import { type Target, proposeAnchors, spareAnchors } from './part-anchors';
import { pathTo } from './paths';
import type { DeriveProblem, PartResult } from './types';

const MOST_ANCHORS = 6;
const LONGEST = 300;

/** Never throws for anything a page contains. */
export function derivePart(doc: Document, url: string, element: Element, what: PartKind): PartResult {
  try {
    return derive(doc, url, element, what);
  } catch (error) {
    if (error instanceof OverBudget) return refuse('tooLarge');
    throw error;
  }
}

function refuse(problem: DeriveProblem): PartResult {
  return { ok: false, problem };
}

function derive(doc: Document, url: string, pointed: Element, what: PartKind): PartResult {
  if (isBarred(pointed) || isLayered(pointed)) return refuse('barred');
  const page = openForPointing(doc, url);
  const all = shownText(pointed, page);
  if (all === '') return refuse('empty');
  if (findSecrecyMark(all) !== null) return refuse('secret');
  const numeric = isNumeric(what);
  const grids = findGrids(page, []).filter((grid) => !grid.element.contains(pointed) || grid.rows.length === 1);
  const single = grids.filter((grid) => grid.element.contains(pointed));
  const outside = grids.filter((grid) => !single.includes(grid));
  const target = numeric ? numberIn(page, pointed, outside) : textIn(page, pointed, what, outside);
  if (typeof target === 'string') return refuse(target);
  const part = target.part;
  const problem = deniedAround(target);
  if (problem !== null) return refuse(problem);
  const value = valueOf(target.text, { what, part });
  if (value === null) return refuse(numeric ? 'notANumber' : 'notLikeThat');
  const whole = { ...target, grids: single.length > 0 ? [...outside, ...single] : outside };
  const anchors = proposeAnchors(whole);
  const labels = labelsInside({ anchors });
  const holds = (list: Anchor[]): Anchor[] =>
    list.filter((anchor) => {
      const found = findAnchor(anchor, {
        page,
        within: page.roots,
        grids: anchor.by === 'header' ? grids : outside,
        numeric,
        labels,
      });
      const values = found
        .map((finding) => valueOf(finding.text, { what, part }))
        .filter((one) => one !== null || anchor.by === 'path');
      return values.length > 0 && values.every((one) => one === value);
    });
  const first = holds(
    anchors.map((anchor) =>
      anchor.by === 'label' && holds([anchor]).length === 0 ? inRegion(anchor, target, holds) : anchor,
    ),
  );
  const proven = first.filter(({ by }) => by !== 'near').length < 2 ? [...first, ...holds(spareAnchors(whole))] : first;
  if (numeric && !proven.some(({ by }) => by === 'label' || by === 'header' || by === 'aria'))
    return refuse('noMeaning');
  if (proven.length < 2) return refuse('tooVague');
  const taught: TaughtPart = { what, anchors: choose(proven), part, place: placeOf(page, url) };
  const wrong = readBack(doc, url, taught, value);
  if (wrong !== null) return refuse(wrong);
  const [named] = taught.anchors.filter((anchor) => anchor.by === 'label' || anchor.by === 'header');
  return { ok: true, part: taught, value, element: target.element, label: named === undefined ? '' : named.text };
}

/** The same words stand elsewhere before other values: then only those in the nearest region that can be named count. */
function inRegion(
  anchor: Extract<Anchor, { by: 'label' }>,
  target: Target,
  holds: (list: Anchor[]) => Anchor[],
): Anchor {
  let at = target.element.parentElement;
  for (let climb = 0; at !== null && climb < 6 && !target.within.includes(at); climb++, at = at.parentElement) {
    const within = pathTo([at], target.page, target.within);
    const scoped = within === null ? null : { ...anchor, within };
    if (scoped !== null && holds([scoped]).length > 0) return scoped;
  }
  return anchor;
}

/** Neighbours come last: many of them would only make it break sooner. */
function choose(proven: readonly Anchor[]): Anchor[] {
  const own = proven.filter(({ by }) => by !== 'near');
  const near = proven.filter(({ by }) => by === 'near');
  return [...own, ...near.slice(0, own.length < 3 ? 2 : 1)].slice(0, MOST_ANCHORS);
}

/** The reader itself must find the value, on this very page. */
function readBack(doc: Document, url: string, part: TaughtPart, value: string | number): DeriveProblem | null {
  const read = readPage(doc, url, blankSite(TRIAL_HOST, { ...NOTHING, parts: [part] }), new Date(0), {
    limits: POINTING_LIMITS,
  });
  if (read.status === 'notReady' || read.status === 'sessionEnded') return 'notReady';
  if (read.status === 'secret') return 'secret';
  if (read.status !== 'ok') {
    const [problem] = read.problems;
    return problem?.code === 'ambiguous' || problem?.code === 'anchorsDisagree' ? 'notUnique' : 'tooVague';
  }
  if (part.what === 'points') return read.points?.value === value ? null : 'notUnique';
  if (part.what === 'name' || part.what === 'role' || part.what === 'unit')
    return read.context[part.what]?.value === value ? null : 'notUnique';
  return null;
}

type Found = Target & { part: TextPart };

/** The one number in what was pointed at, with its label taken off. */
function numberIn(page: Page, pointed: Element, grids: readonly Grid[]): Found | DeriveProblem {
  const base = { page, grids, numeric: true, within: page.roots, part: 'whole' as const };
  const hits: Found[] = [];
  for (const word of wordsIn({ page, within: [pointed], grids: [] })) {
    const element = word.node.parentElement;
    if (element === null || hits.some((hit) => hit.element === element)) continue;
    const text = numberText(textOf(element, page));
    if (text !== null) hits.push({ ...base, element, text });
  }
  const [hit, second] = hits;
  if (hit === undefined) return 'notANumber';
  return second === undefined ? hit : 'tooWide';
}

/** `1.286` of `Điểm tích lũy: 1.286`; null when the text holds no exact whole number at its end. */
function numberText(text: string): string | null {
  if (wholeNumber(text) !== null) return text;
  const at = [...text].findIndex((char) => char >= '0' && char <= '9');
  const start = [...text].slice(0, at).join('').length;
  if (at <= 0) return null;
  const rest = text.slice(start).trim();
  const before = text.slice(0, start).trimEnd();
  // A dash or a word like “gần” before it makes it another number; a label ends in a letter, a colon or a bracket.
  if (wholeNumber(rest) === null || wholeNumber(`${before.split(' ').at(-1) ?? ''} ${rest}`) !== null) return null;
  return withoutLabels(text, [trimmed(before)]) === rest ? rest : null;
}

function trimmed(label: string): string {
  let text = label;
  while (text !== '' && ':：-–('.includes(text.at(-1) ?? ' ')) text = text.slice(0, -1).trim();
  return text;
}

function textIn(page: Page, pointed: Element, what: PartKind, grids: readonly Grid[]): Found | DeriveProblem {
  const words = wordsIn({ page, within: [pointed], grids: [] });
  const elements = [...new Set(words.flatMap((word) => word.node.parentElement ?? []))];
  const whole = cleanText(shownText(pointed, page));
  if (whole.length > LONGEST) return 'tooWide';
  const [only, second] = elements;
  const element = only !== undefined && second === undefined ? only : pointed;
  const target = { page, element, text: whole, grids, numeric: false, within: page.roots };
  const colon = whole.indexOf(':');
  const text = colon > 0 && colon < whole.length - 1 ? whole.slice(colon + 1).trim() : whole;
  const parts: TextPart[] =
    what === 'role'
      ? ['beforeDash', 'whole']
      : what === 'unit'
        ? ['afterDash', 'inParen', 'whole']
        : what === 'name'
          ? ['beforeParen', 'whole']
          : ['whole'];
  for (const part of parts) {
    if (valueOf(text, { what, part }) !== null) return { ...target, text, part };
  }
  return second === undefined ? 'notLikeThat' : 'tooWide';
}

/** The value, or the words it is known by, are of the kind that is never read. */
function deniedAround({ element, text, page }: Target): DeriveProblem | null {
  if (looksDenied(text)) return 'denied';
  const whole = textOf(element, page);
  const label = whole.endsWith(text) ? whole.slice(0, whole.length - text.length) : '';
  return label !== '' && deniedKind(label) !== null ? 'denied' : null;
}
