/** What was pasted and answered while a list is brought in, kept until it is saved. Pure. */
import type { Decision, ReviewItem } from './review-state';

export interface PasteDraft {
  text: string;
  /** Answers of the review of this text, by person. */
  answers: Record<string, Decision>;
}

export const NOTHING_PASTED: PasteDraft = { text: '', answers: {} };

/** A draft as it was kept; null when it is of another shape. */
export function readPasteDraft(value: unknown): PasteDraft | null {
  if (typeof value !== 'object' || value === null || !('text' in value) || !('answers' in value)) return null;
  const { text, answers } = value;
  if (typeof text !== 'string' || typeof answers !== 'object' || answers === null) return null;
  const kept = Object.entries(answers).filter((one): one is [string, Decision] => isDecision(one[1]));
  return { text, answers: Object.fromEntries(kept) };
}

function isDecision(value: unknown): value is Decision {
  if (typeof value !== 'object' || value === null || !('to' in value)) return false;
  if (value.to === 'member') return 'memberId' in value && typeof value.memberId === 'string';
  return value.to === 'new' || value.to === 'skip';
}

/** The rows tell one person from another of the same name. */
const nameOf = ({ name, rows }: ReviewItem) => `${rows[0] ?? ''} ${name}`;

/** Answers that were given, as opposed to those proposed. */
export function answersOf(proposed: readonly ReviewItem[], items: readonly ReviewItem[]): PasteDraft['answers'] {
  const before = new Map(proposed.map((item) => [item.key, item.decision]));
  return Object.fromEntries(
    items.flatMap((item) =>
      item.decision === null || item.decision === before.get(item.key) ? [] : [[nameOf(item), item.decision]],
    ),
  );
}

/** The people of the list with the answers given before, as far as the members named are still there. */
export function withAnswers(
  items: readonly ReviewItem[],
  answers: PasteDraft['answers'],
  isMember: (id: string) => boolean,
): ReviewItem[] {
  return items.map((item) => {
    const answer = answers[nameOf(item)];
    const stands = answer !== undefined && (answer.to !== 'member' || isMember(answer.memberId));
    return stands ? { ...item, decision: answer } : item;
  });
}
