/** How long a meeting must be by the statements of a rubric, and where these statements contradict each other. */
import type { MeetingFacts, ScoredMeeting } from '../model/meeting-facts';
import type { RequiredMinutes, Rubric } from '../model/rubric';
import { exact } from './exact';
import { holds, spanOf } from './partition';

/** Two statements that put the same length from the same number of members, once with it and once beyond it. */
export interface Disagreement {
  at: number;
  minutes: number;
  /** Lengths possible at exactly that number. */
  possible: number[];
  words: string[];
}

/** Statements such as "from 30" beside "more than 30" for the same length. */
export function findDisagreements(statements: readonly RequiredMinutes[]): Disagreement[] {
  const found = new Map<string, Disagreement>();
  for (const one of statements) {
    for (const two of statements) {
      const a = one.members;
      const b = two.members;
      if (a === null || b === null || one.minutes !== two.minutes || !sameKinds(one, two)) continue;
      for (const end of ['from', 'to'] as const) {
        const at = a[end];
        if (typeof at !== 'number' || at !== b[end] || a[`${end}Open`] === b[`${end}Open`]) continue;
        const touching = statements.filter(
          ({ members }) => members !== null && (members.from === at || members.to === at),
        );
        const possible = [...new Set(touching.map(({ minutes }) => minutes))].sort((x, y) => x - y);
        found.set(`${at} ${one.minutes}`, { at, minutes: one.minutes, possible, words: [one.words, two.words].sort() });
      }
    }
  }
  return [...found.values()];
}

function sameKinds(one: RequiredMinutes, two: RequiredMinutes): boolean {
  const overlap = (a: readonly ScoredMeeting[], b: readonly ScoredMeeting[]) => a.some((kind) => b.includes(kind));
  return one.kinds.length === 0 || two.kinds.length === 0 || overlap(one.kinds, two.kinds);
}

export type Requirement =
  /** More than one where the rubric contradicts itself. */
  { ok: true; minutes: number[] } | { ok: false; missing: ('kind' | 'memberCount')[] };

/** Minutes required of this meeting; no minutes at all where the rubric says nothing about it. */
export function requiredFor(rubric: Pick<Rubric, 'requiredMinutes'>, facts: MeetingFacts): Requirement {
  if (facts.requiredMinutes !== null) return { ok: true, minutes: [facts.requiredMinutes] };
  const statements = rubric.requiredMinutes;
  const missing: ('kind' | 'memberCount')[] = [];
  if (facts.kind === null && statements.some(({ kinds }) => kinds.length > 0)) missing.push('kind');
  if (facts.memberCount === null && statements.some(({ members }) => members !== null)) missing.push('memberCount');
  if (missing.length > 0) return { ok: false, missing };
  const matching = statements.filter(({ kinds, members }) => {
    if (kinds.length > 0 && (facts.kind === null || !kinds.includes(facts.kind))) return false;
    if (members === null || facts.memberCount === null) return members === null;
    const span = spanOf(members, null);
    return span !== null && holds(span, exact(facts.memberCount));
  });
  const disputed = findDisagreements(statements)
    .filter(({ at }) => at === facts.memberCount)
    .flatMap(({ possible }) => possible);
  const minutes = [...new Set([...matching.map((one) => one.minutes), ...disputed])];
  return { ok: true, minutes: minutes.sort((a, b) => a - b) };
}
