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

/**
 * Pairs still to be decided, surest first. Hoà and Hòa are one name; different codes, or a person's word that they are two
 * people, settle it, and so does being known as one already.
 */
export function findTwins(members: readonly Member[]): Twins[] {
  const open = members.filter((one) => one.removedAt === null && one.sameAs == null);
  const named = open.map((member) => ({
    member,
    keys: new Set([member.name, ...member.otherNames].map(nameKey)),
    loose: looseNameKey(member.name),
  }));
  const found: Twins[] = [];
  named.forEach((a, index) => {
    for (const b of named.slice(index + 1)) {
      if (isSettled(a.member, b.member)) continue;
      const why = reasonFor(a, b);
      if (why === null) continue;
      const [first, second] = a.member.createdAt <= b.member.createdAt ? [a.member, b.member] : [b.member, a.member];
      found.push({ first, second, why });
    }
  });
  return found.sort((x, y) => TWIN_REASONS.indexOf(x.why) - TWIN_REASONS.indexOf(y.why));
}

function isSettled(a: Member, b: Member): boolean {
  if (a.code !== null && b.code !== null && nameKey(a.code) !== nameKey(b.code)) return true;
  return (a.notSameAs?.includes(b.id) ?? false) || (b.notSameAs?.includes(a.id) ?? false);
}

function reasonFor(
  a: { keys: ReadonlySet<string>; loose: string },
  b: { keys: ReadonlySet<string>; loose: string },
): TwinReason | null {
  if ([...a.keys].some((key) => b.keys.has(key))) return 'sameName';
  if (a.loose === b.loose) return 'marksMissing';
  return isTypo(a.loose, b.loose) ? 'typo' : null;
}
