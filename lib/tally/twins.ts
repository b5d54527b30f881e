/** Members of one roster who may be one person: the same name in another spelling, without marks, or with one slip. Pure. */
import type { Member } from '../model/member';
import { looseNameKey, nameKey } from '../vi/names';
import { isTypo } from './match';

export const TWIN_REASONS = ['sameName', 'marksMissing', 'typo'] as const;
export type TwinReason = (typeof TWIN_REASONS)[number];

export interface Twins {
  /** The one to keep: entered earlier. */
  first: Member;
  second: Member;
  why: TwinReason;
}

/** Above this many members slips of one letter are not looked for: every pair would have to be compared. */
const MOST_FOR_TYPOS = 600;

interface Named {
  member: Member;
  keys: ReadonlySet<string>;
  loose: string;
}

/**
 * Pairs still to be decided, surest first. Hoà and Hòa are one name; different codes, or a person's word that they are two
 * people, settle it, and so does being known as one already.
 */
export function findTwins(members: readonly Member[]): Twins[] {
  const named = members
    .filter((one) => one.removedAt === null && one.sameAs == null)
    .map((member): Named => {
      const spellings = [member.name, ...member.otherNames];
      return { member, keys: new Set(spellings.map(nameKey)), loose: looseNameKey(member.name) };
    });
  const found = new Map<string, Twins>();
  const compare = (a: Named, b: Named) => {
    const id = `${a.member.id}\u0000${b.member.id}`;
    if (a === b || found.has(id) || isSettled(a.member, b.member)) return;
    const why = reasonFor(a, b);
    if (why === null) return;
    const [first, second] = a.member.createdAt <= b.member.createdAt ? [a.member, b.member] : [b.member, a.member];
    found.set(id, { first, second, why });
  };
  if (named.length <= MOST_FOR_TYPOS) {
    named.forEach((a, index) => named.slice(index + 1).forEach((b) => compare(a, b)));
  } else {
    for (const group of groupsOf(named)) {
      group.forEach((a, index) => group.slice(index + 1).forEach((b) => compare(a, b)));
    }
  }
  return [...found.values()].sort((x, y) => TWIN_REASONS.indexOf(x.why) - TWIN_REASONS.indexOf(y.why));
}

/** Members who share a spelling, with or without marks; in the order of the list. */
function groupsOf(named: readonly Named[]): Named[][] {
  const groups = new Map<string, Named[]>();
  for (const one of named) {
    for (const key of new Set([...one.keys, `loose ${one.loose}`])) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function isSettled(a: Member, b: Member): boolean {
  if (a.code !== null && b.code !== null && nameKey(a.code) !== nameKey(b.code)) return true;
  return (a.notSameAs?.includes(b.id) ?? false) || (b.notSameAs?.includes(a.id) ?? false);
}

function reasonFor(a: Named, b: Named): TwinReason | null {
  if ([...a.keys].some((key) => b.keys.has(key))) return 'sameName';
  if (a.loose === b.loose) return 'marksMissing';
  return isTypo(a.loose, b.loose) ? 'typo' : null;
}
