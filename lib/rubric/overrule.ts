/** What fills itself in beside what a person answered: proposals taken where nobody answered, and overrules that need a note. */
import type { Answer, Answers } from '../model/score-sheet';
import type { Proposal } from './proposal';

type Proposed = Proposal & { is: 'ANSWER' };

/** Answers with each open item filled by its proposal; `noteOf` puts the reason in words, so that a deduction explains itself. */
export function withProposals(
  answers: Answers,
  proposals: readonly Proposal[],
  noteOf: (proposal: Proposed) => string,
): Answers {
  const filled: Answers = { ...answers };
  for (const one of proposals)
    if (one.is === 'ANSWER' && !Object.hasOwn(filled, one.item))
      filled[one.item] = { ...one.answer, note: noteOf(one) };
  return filled;
}

/** True where both say the same, whatever their notes. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'BAND' && b.kind === 'BAND') return a.band === b.band;
  if (a.kind === 'POINTS' && b.kind === 'POINTS') return a.points === b.points;
  return true;
}

/** Items answered otherwise than proposed without saying why. */
export function findUnexplained(answers: Answers, proposals: readonly Proposal[]): string[] {
  return proposals.flatMap((one) => {
    const answer = Object.hasOwn(answers, one.item) ? answers[one.item] : undefined;
    if (one.is !== 'ANSWER' || answer === undefined || sameAnswer(answer, one.answer)) return [];
    return answer.note.trim() === '' ? [one.item] : [];
  });
}
