/** Matching of imported rows against the roster: exact by itself, everything doubtful as a question, never a guess. */
import type { Member } from '../model/member';
import type { ReadingRow } from '../model/tally';
import { looseNameKey, nameKey } from '../vi/names';
import { codeKey, groupPeople, type Person } from './identity';

/** The parts of a roster member that matching needs. */
export type RosterEntry = Pick<Member, 'id' | 'name' | 'otherNames' | 'code'>;

/** Why a person of the file may or may not be a roster member. */
export const MATCH_REASONS = ['marksMissing', 'typo', 'codeDiffers', 'nameDiffers', 'noCodeManyMembers'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface RosterMatch {
  /** Surely this member: same name and no contradicting code, or same name among several and the same code. */
  exact: { person: Person; memberId: string }[];
  /** Needs an answer: one of the candidates, somebody new, or leave out. */
  doubtful: { person: Person; candidates: { memberId: string; why: MatchReason }[] }[];
  /** Several people of the file that would be the same member. */
  duplicates: { memberId: string; people: Person[] }[];
  /** Nobody on the roster resembles them. */
  fresh: Person[];
}

/** Matches the people of `rows` (as `groupPeople` finds them) to the roster. Pure; the caller applies what the user confirms. */
export function matchRoster(rows: readonly ReadingRow[], roster: readonly RosterEntry[]): RosterMatch {
  const byName = index(roster, (entry) => [entry.name, ...entry.otherNames].map(nameKey));
  const byLoose = index(roster, (entry) => [entry.name, ...entry.otherNames].map(looseNameKey));
  const byCode = index(roster, (entry) => [codeKey(entry.code)].filter((key) => key !== null));
  const loose = [...byLoose].map(([key, entries]) => ({ key, entries }));
  const result: RosterMatch = { exact: [], doubtful: [], duplicates: [], fresh: [] };
  for (const person of groupPeople(rows)) {
    const code = codeKey(person.code);
    const named = byName.get(nameKey(person.name)) ?? [];
    const agreeing = named.filter((entry) => agree(code, codeKey(entry.code)));
    const sameCode = named.filter((entry) => code !== null && codeKey(entry.code) === code);
    const sure = sameCode.length === 1 ? sameCode : named.length === 1 ? agreeing : [];
    if (sure.length === 1 && sure[0] !== undefined) {
      result.exact.push({ person, memberId: sure[0].id });
      continue;
    }
    const candidates = new Map<string, MatchReason>();
    const propose = (entries: readonly RosterEntry[], why: MatchReason) => {
      for (const entry of entries) if (!candidates.has(entry.id)) candidates.set(entry.id, why);
    };
    propose(named, agreeing.length > 0 ? 'noCodeManyMembers' : 'codeDiffers');
    if (code !== null) propose(byCode.get(code) ?? [], 'nameDiffers');
    const key = looseNameKey(person.name);
    propose(byLoose.get(key) ?? [], 'marksMissing');
    propose(
      loose.filter((other) => isTypo(key, other.key)).flatMap((other) => other.entries),
      'typo',
    );
    if (candidates.size === 0) result.fresh.push(person);
    else {
      const list = [...candidates].map(([memberId, why]) => ({ memberId, why }));
      result.doubtful.push({ person, candidates: list.slice(0, 8) });
    }
  }
  return withoutDuplicates(result);
}

// Two people of one file on one member (Nguyễn Văn An with and without a code, say): neither is taken by itself.
function withoutDuplicates(result: RosterMatch): RosterMatch {
  const taken = new Map<string, Person[]>();
  for (const { person, memberId } of result.exact) taken.set(memberId, [...(taken.get(memberId) ?? []), person]);
  const duplicates = [...taken].filter(([, people]) => people.length > 1);
  const doubled = new Set(duplicates.map(([memberId]) => memberId));
  return {
    ...result,
    exact: result.exact.filter(({ memberId }) => !doubled.has(memberId)),
    duplicates: duplicates.map(([memberId, people]) => ({ memberId, people })),
  };
}

function agree(code: string | null, other: string | null): boolean {
  return code === null || other === null || code === other;
}

function index(roster: readonly RosterEntry[], keysOf: (entry: RosterEntry) => string[]): Map<string, RosterEntry[]> {
  const found = new Map<string, RosterEntry[]>();
  for (const entry of roster) {
    for (const key of new Set(keysOf(entry))) {
      const same = found.get(key);
      if (same) same.push(entry);
      else found.set(key, [entry]);
    }
  }
  return found;
}

/** True when one small slip (a letter wrong, missing, extra, or two swapped) separates two marks-free names of four letters or more. */
export function isTypo(a: string, b: string): boolean {
  if (a === b || Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
