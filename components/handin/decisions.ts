/** What the secretary chose on each row, what is still missing, and the decisions that follow; pure. */
import type { HandInDecision } from '@/lib/handin/apply';
import { type Comparison, compareWith } from '@/lib/handin/compare';
import type { Known, Review, ReviewRow } from '@/lib/handin/review';

export interface RowChoice {
  take: boolean;
  memberId: string | null;
  conflicts: 'theirs' | 'ours' | null;
  acceptNewKey: boolean;
}

/** As proposed and not taken: nothing happens by itself. */
export function firstChoice({ who }: ReviewRow): RowChoice {
  return { take: false, memberId: who.memberId, conflicts: null, acceptNewKey: false };
}

export function choiceOf(choices: ReadonlyMap<string, RowChoice>, row: ReviewRow): RowChoice {
  return choices.get(row.id) ?? firstChoice(row);
}

/** Against the member chosen, who may be another than the one proposed. */
export function comparisonOf(row: ReviewRow, choice: RowChoice, known: Known): Comparison | null {
  if (choice.memberId === null) return null;
  return choice.memberId === row.who.memberId ? row.comparison : compareWith(row.handIn, choice.memberId, known);
}

/** The member has another key, and this one is not pinned to them. */
export function asksForKey(row: ReviewRow, choice: RowChoice, known: Known): boolean {
  const pinned = known.peers.find(({ keyId }) => keyId === row.handIn.from);
  if (pinned?.memberId === choice.memberId) return false;
  return (comparisonOf(row, choice, known)?.otherKeys.length ?? 0) > 0;
}

/** A row that is to be taken and can be. */
export function isAnswered(row: ReviewRow, choice: RowChoice, known: Known): boolean {
  if (choice.memberId === null) return false;
  const conflicts = comparisonOf(row, choice, known)?.conflicts.length ?? 0;
  if (conflicts > 0 && choice.conflicts === null) return false;
  return choice.acceptNewKey || !asksForKey(row, choice, known);
}

export interface Plan {
  decisions: HandInDecision[];
  /** Taken rows that lack an answer. */
  unanswered: number;
  /** Readings that would be added. */
  readings: number;
}

export function planOf(review: Review, choices: ReadonlyMap<string, RowChoice>, known: Known): Plan {
  const plan: Plan = { decisions: [], unanswered: 0, readings: 0 };
  for (const row of review.rows) {
    const choice = choiceOf(choices, row);
    if (!choice.take || row.standing === 'same' || row.standing === 'older') continue;
    if (!isAnswered(row, choice, known)) {
      plan.unanswered++;
      continue;
    }
    const { memberId, conflicts, acceptNewKey } = choice;
    plan.decisions.push({ rowId: row.id, memberId, conflicts, acceptNewKey });
    const found = comparisonOf(row, choice, known);
    plan.readings += (found?.fresh.length ?? 0) + (conflicts === 'theirs' ? (found?.conflicts.length ?? 0) : 0);
  }
  return plan;
}

/** The four parts of the review, in the order in which they are shown. */
export function groupsOf({ rows }: Review): Record<'ask' | 'harmless' | 'done', ReviewRow[]> {
  const isDone = ({ standing }: ReviewRow) => standing === 'same' || standing === 'older';
  return {
    ask: rows.filter((row) => row.questions.length > 0 && !isDone(row)),
    harmless: rows.filter((row) => row.harmless),
    done: rows.filter(isDone),
  };
}
