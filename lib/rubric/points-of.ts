/** Points of one answer to one item. */
import type { NaPolicy, RubricItem } from '../model/rubric';
import type { Answer } from '../model/score-sheet';

/** Null where nothing is counted: an item left out, one without points, or an answer that does not fit. */
export function pointsOf(item: RubricItem, answer: Answer): number | null {
  if (item.mode === 'PASS_FAIL' || !fits(item, answer)) return null;
  switch (answer.kind) {
    case 'NA': {
      const policy = policyOf(item, answer);
      return policy === 'FULL' ? item.max : policy === 'ZERO' ? 0 : null;
    }
    case 'YES':
      return item.max;
    case 'NO':
      return 0;
    case 'POINTS':
      return answer.points;
    case 'BAND':
      return item.mode === 'BAND' ? (item.bands.find((band) => band.id === answer.band)?.points ?? null) : null;
  }
}

/** What "not applicable" means here: what the rubric says, else what the scorer says; null for any other answer. */
export function policyOf(item: RubricItem, answer: Answer): NaPolicy | null {
  return answer.kind === 'NA' ? (item.naPolicy ?? answer.policy) : null;
}

/** True where this kind of answer belongs to this kind of item and its points are within the most. */
export function fits(item: RubricItem, answer: Answer): boolean {
  if (answer.kind === 'NA') return true;
  switch (item.mode) {
    case 'YES_NO':
    case 'PASS_FAIL':
      return answer.kind === 'YES' || answer.kind === 'NO';
    case 'NUMERIC':
      return answer.kind === 'POINTS' && answer.points <= item.max && answer.points >= 0;
    case 'BAND':
      // Where the form has a gap, a person gives points of their own, with a note.
      return answer.kind === 'BAND'
        ? item.bands.some((band) => band.id === answer.band)
        : answer.kind === 'POINTS' && answer.points <= item.max && answer.points >= 0;
  }
}
