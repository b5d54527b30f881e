/** Makes the anchors of a part agree: two at least, one of them a word that says what it is, and nobody against it. */
import type { Anchor } from '../model/taught';
import type { Finding } from './anchors';
import { Refusal } from './problem';

/** What one anchor makes of a page; `value` null: something that cannot be the part. */
export interface Vote {
  by: Anchor['by'];
  found: (Finding & { value: string | number | null })[];
}

export interface Agreed {
  element: Element;
  text: string;
  value: string | number;
  votes: Anchor['by'][];
}

/** Anchors that say what a thing is; the others only say where it stood. */
const MEANING: readonly Anchor['by'][] = ['label', 'header', 'aria'];
/** Two of these move together, so that one of them is no witness for the other. */
const POSITION: readonly Anchor['by'][] = ['place', 'near'];

/**
 * The one value all anchors that find something find, or null when none finds anything.
 * `meaning`: one of the agreeing anchors must be a label, a header or a name.
 * @throws Refusal `anchorsDisagree`, `missing`, `ambiguous` naming the part, never a value
 */
export function agree(votes: readonly Vote[], part: string, meaning: boolean): Agreed | null {
  const cast = votes.filter((vote) => vote.found.length > 0);
  if (cast.length === 0) return null;
  for (const vote of cast) {
    const values = new Set(vote.found.map((finding) => finding.value));
    if (values.size > 1) throw new Refusal('ambiguous', part, `its ${vote.by} stands at more than one value`);
  }
  const [first] = cast.flatMap((vote) => vote.found);
  if (first === undefined || cast.some((vote) => vote.found[0]?.value !== first.value))
    throw new Refusal('anchorsDisagree', part, `${names(cast)} point at different things`);
  if (first.value === null) throw new Refusal('refusedValue', part, `${names(cast)} point at no exact value`);
  if (cast.length < 2) throw new Refusal('missing', part, `only its ${names(cast)} is left`);
  if (meaning && !cast.some((vote) => MEANING.includes(vote.by)))
    throw new Refusal('missing', part, 'the words that say what it is are gone');
  if (cast.every((vote) => POSITION.includes(vote.by))) throw new Refusal('missing', part, 'only its place is left');
  return { element: first.element, text: first.text, value: first.value, votes: cast.map((vote) => vote.by) };
}

function names(votes: readonly Vote[]): string {
  return [...new Set(votes.map((vote) => vote.by))].join(', ');
}
