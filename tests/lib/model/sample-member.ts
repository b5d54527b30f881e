/** A member of whom nothing is known but what a test tells. */
import type { Member } from '../../../lib/model/member';

export function sampleMember(told: Partial<Member> & Pick<Member, 'id' | 'name'>): Member {
  return {
    otherNames: [],
    code: null,
    unit: null,
    role: null,
    status: null,
    eligible: null,
    installed: null,
    reason: null,
    isSelf: false,
    createdAt: '2026-01-01T00:00:00.000Z',
    removedAt: null,
    ...told,
  };
}
