/** What was true of a member on a given day: belonging to the cell, status, role, exemption. Pure. */
import type { Member } from './member';

export interface MemberOnDay {
  inCell: boolean;
  status: Member['status'];
  role: Member['role'];
  /** Exempt from meetings or on special duty, with the reason as noted; null: neither. */
  exemption: { kind: 'MIEN' | 'NHIEM_VU_DAC_BIET'; reason: string } | null;
}

/** `day` is YYYY-MM-DD as lived in Vietnam; without any history the member is as known now. */
export function memberOn(member: Member, day: string): MemberOnDay {
  const { stays, past = [], exemptions = [] } = member;
  const before = past.find(({ until }) => day <= until);
  const exempt = exemptions.find((span) => holds(span, day));
  return {
    inCell: stays === undefined || stays.length === 0 || stays.some((span) => holds(span, day)),
    status: before === undefined ? member.status : before.status,
    role: before === undefined ? member.role : before.role,
    exemption: exempt === undefined ? null : { kind: exempt.kind, reason: exempt.reason },
  };
}

/** Members of the cell on a day: not taken off the roster, and no second record of somebody. */
export function cellOn<T extends Member>(members: readonly T[], day: string): T[] {
  return members.filter((one) => one.removedAt === null && one.sameAs == null && memberOn(one, day).inCell);
}

function holds({ from, to }: { from: string | null; to: string | null }, day: string): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}
