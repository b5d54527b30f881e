/** Reads a single taught part (points, name, role, unit, a quiz result) by its anchors, or refuses. */
import type { Seen } from '../model/observation';
import type { PartKind, TaughtPart } from '../model/taught';
import { looksDenied } from '../privacy/deny-list';
import { findSecrecyMark } from '../privacy/secrecy';
import { type Agreed, type Vote, agree } from './agree';
import { type Finding, type Scope, findAnchor, wholeNumber } from './anchors';
import { partOf } from './context';
import type { Grid } from './grid';
import { whereIs } from './labelled';
import type { Page } from './page';
import { Refusal } from './problem';
import { textOf } from './text';
import { belongsTo, looksLikeName } from './vocabulary';

const LONGEST = 300;
/** Parts that are one exact whole number. */
const NUMBERS: readonly PartKind[] = ['points', 'quizCorrect', 'quizQuestions', 'quizScore'];

export function isNumeric(what: PartKind): boolean {
  return NUMBERS.includes(what);
}

/** The value a text stands for when it is this part, else null: exact or nothing. */
export function valueOf(text: string, part: Pick<TaughtPart, 'what' | 'part'>): string | number | null {
  if (text === '' || text.length > LONGEST || looksDenied(text) || findSecrecyMark(text) !== null) return null;
  if (isNumeric(part.what)) return wholeNumber(text);
  const value = partOf(text, part.part);
  if (value === '' || looksDenied(value)) return null;
  if (part.what === 'name') return looksLikeName(value) ? value : null;
  if (part.what === 'role') return belongsTo(value, 'role') ? value : null;
  if (part.what === 'unit') return belongsTo(value, 'unit') ? value : null;
  return value;
}

/** Labels that stand in the same text as the value. */
export function labelsInside(part: Pick<TaughtPart, 'anchors'>): string[] {
  return part.anchors.flatMap((anchor) => (anchor.by === 'label' && isOwn(anchor.side) ? [anchor.text] : []));
}

function isOwn(side: string): boolean {
  return side === 'inside' || side === 'before' || side === 'after';
}

/**
 * Null when no anchor finds anything, and on another screen than the one it was taught on (`here` false) also when too few do.
 * @throws Refusal naming the part
 */
export function readPart(
  page: Page,
  part: TaughtPart,
  grids: readonly Grid[],
  here: boolean,
): Seen<string | number> | null {
  const numeric = isNumeric(part.what);
  const scope: Scope = { page, within: page.roots, grids, numeric, labels: labelsInside(part) };
  const votes = part.anchors.map((anchor) => ({
    by: anchor.by,
    found: findAnchor(anchor, scope)
      .filter((finding) => isWord(anchor.by) === false || isPlausible(finding, part))
      .map((finding) => ({ ...finding, value: valueOf(finding.text, part) })),
  }));
  const agreed = here ? agree(votes, part.what, numeric) : agreeElsewhere(votes, part.what, numeric);
  if (agreed === null) return null;
  return {
    value: agreed.value,
    raw: textOf(agreed.element, page).slice(0, 500),
    where: whereIs(agreed.element),
  };
}

function agreeElsewhere(votes: readonly Vote[], part: string, meaning: boolean): Agreed | null {
  try {
    return agree(votes, part, meaning);
  } catch (error) {
    if (error instanceof Refusal && error.problem.code === 'missing') return null;
    throw error;
  }
}

function isWord(by: string): boolean {
  return by === 'label' || by === 'near';
}

/** A label of a name or a role may stand elsewhere before quite other words, which then say nothing. */
function isPlausible(finding: Finding, part: TaughtPart): boolean {
  return valueOf(finding.text, part) !== null;
}

/** @throws Refusal `missing` when the part must stand on this screen */
export function demand(found: Seen<string | number> | null, part: TaughtPart, here: boolean): void {
  if (found === null && here) throw new Refusal('missing', part.what, 'none of its anchors finds anything');
}
