/** The review step between a list and the roster: who is who, what is still undecided, and nothing merged by itself. */
import type { MatchReason, RosterMatch } from '@/lib/tally/match';

export const REVIEW_KINDS = ['doubtful', 'duplicate', 'fresh', 'exact'] as const;
/** `doubtful` and `duplicate` wait for an answer; `fresh` and `exact` carry one that can be changed. */
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** A member id, a new member, or leave out. */
export type Decision = { to: 'member'; memberId: string } | { to: 'new' } | { to: 'skip' };

/** One person of the list. `key` names the person within this review. */
export interface ReviewItem {
  key: string;
  kind: ReviewKind;
  name: string;
  code: string | null;
  /** Their rows, as indexes into the list. */
  rows: number[];
  candidates: { memberId: string; why: MatchReason | 'sameName' }[];
  decision: Decision | null;
}

/** Review items of a match, questions first. Keys count up in that order. */
export function reviewItems(match: RosterMatch): ReviewItem[] {
  const items: Omit<ReviewItem, 'key'>[] = [
    ...match.doubtful.map(({ person, candidates }) => ({
      ...about(person, 'doubtful'),
      candidates: [...candidates],
      decision: null,
    })),
    ...match.duplicates.flatMap(({ memberId, people }) =>
      people.map((person) => ({
        ...about(person, 'duplicate'),
        candidates: [{ memberId, why: 'sameName' as const }],
        decision: null,
      })),
    ),
    ...match.fresh.map((person) => ({ ...about(person, 'fresh'), candidates: [], decision: { to: 'new' } as const })),
    ...match.exact.map(({ person, memberId }) => ({
      ...about(person, 'exact'),
      candidates: [{ memberId, why: 'sameName' as const }],
      decision: { to: 'member', memberId } as const,
    })),
  ];
  return items.map((item, index) => ({ ...item, key: String(index) }));
}

function about(person: { name: string; code: string | null; rows: readonly number[] }, kind: ReviewKind) {
  return { kind, name: person.name, code: person.code, rows: [...person.rows] };
}

/** The items with one answer changed. */
export function decide(items: readonly ReviewItem[], key: string, decision: Decision | null): ReviewItem[] {
  return items.map((item) => (item.key === key ? { ...item, decision } : item));
}

/** Answers every open question of a kind at once. */
export function decideOpen(items: readonly ReviewItem[], kind: ReviewKind, decision: Decision): ReviewItem[] {
  return items.map((item) => (item.kind === kind && item.decision === null ? { ...item, decision } : item));
}

/** What saving would do. `shared` are members that two or more people of the list would become. */
export interface ReviewCount {
  open: number;
  toMembers: number;
  toNew: number;
  skipped: number;
  shared: string[];
}

/** Counts answers. */
export function countReview(items: readonly ReviewItem[]): ReviewCount {
  const takers = new Map<string, number>();
  const count: ReviewCount = { open: 0, toMembers: 0, toNew: 0, skipped: 0, shared: [] };
  for (const { decision } of items) {
    if (decision === null) count.open += 1;
    else if (decision.to === 'new') count.toNew += 1;
    else if (decision.to === 'skip') count.skipped += 1;
    else {
      count.toMembers += 1;
      takers.set(decision.memberId, (takers.get(decision.memberId) ?? 0) + 1);
    }
  }
  count.shared = [...takers].filter(([, people]) => people > 1).map(([memberId]) => memberId);
  return count;
}
