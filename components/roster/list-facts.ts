/** From reviewed people to what is saved: new members, small changes to known ones, and whose the readings are. */
import type { MemberDraft, MemberPatch } from '@/lib/model/actions';
import type { Member } from '@/lib/model/member';
import { isSameData } from '@/lib/model/same-data';
import type { NewReadingInput } from '@/lib/model/new-reading';
import type { SourceInfo } from '@/lib/model/tally';
import { nameKey } from '@/lib/vi/names';
import type { ListReading, PersonFacts } from '@/components/workers/desk-calls';
import type { ReviewItem } from './review-state';

/** The roster entry for somebody new. */
export function draftOf(item: ReviewItem, facts: PersonFacts | undefined, unit: string | null): MemberDraft {
  return {
    name: item.name,
    code: item.code,
    unit,
    role: facts?.role ?? null,
    installed: facts?.installed ?? null,
    eligible: facts?.eligible ?? null,
    reason: facts?.reason ?? null,
    status: facts?.status ?? null,
    loggedIn: facts?.loggedIn ?? null,
    ...staysOf(facts, []),
  };
}

/** What the list tells that the roster does not have yet; null when there is nothing. A stated code is never replaced. */
export function patchOf(item: ReviewItem, facts: PersonFacts | undefined, member: Member): MemberPatch | null {
  const patch: MemberPatch = {};
  const spellings = [member.name, ...member.otherNames].map(nameKey);
  if (!spellings.includes(nameKey(item.name)) && member.otherNames.length < 20) {
    patch.otherNames = [...member.otherNames, item.name];
  }
  if (member.code === null && item.code !== null) patch.code = item.code;
  if (facts !== undefined) {
    if (facts.role !== null && facts.role !== member.role) patch.role = facts.role;
    if (facts.installed !== null && facts.installed !== member.installed) patch.installed = facts.installed;
    if (facts.eligible !== null && facts.eligible !== member.eligible) patch.eligible = facts.eligible;
    if (facts.reason !== null && facts.reason !== member.reason) patch.reason = facts.reason;
    if (facts.status !== null && facts.status !== member.status) patch.status = facts.status;
    if (facts.loggedIn !== null && facts.loggedIn !== (member.loggedIn ?? null)) patch.loggedIn = facts.loggedIn;
    const { stays } = staysOf(facts, member.stays ?? []);
    if (stays !== undefined && !isSameData(stays, member.stays ?? [])) patch.stays = stays;
  }
  return Object.keys(patch).length === 0 ? null : patch;
}

/** The last stay with the dates a list tells; earlier stays are kept. */
function staysOf(facts: PersonFacts | undefined, known: NonNullable<Member['stays']>): Pick<Member, 'stays'> {
  const { joinedOn = null, leftOn = null } = facts ?? {};
  if (joinedOn === null && leftOn === null) return {};
  const last = known.at(-1);
  const from = joinedOn ?? last?.from ?? null;
  const to = leftOn ?? (joinedOn === null || last?.from === joinedOn ? (last?.to ?? null) : null);
  if (from !== null && to !== null && from > to) return {};
  const same = last !== undefined && (joinedOn === null || last.from === null || last.from === joinedOn);
  return { stays: [...(same ? known.slice(0, -1) : known), { from, to }].slice(-20) };
}

/** A row of a list as the background takes it. A bare clock time is one in Vietnam. */
export function toNewReading({ memberId, row }: ListReading, source: SourceInfo): NewReadingInput | null {
  if (row.day === null || row.total === null) return null;
  return {
    subject: memberId,
    day: row.day,
    at: instantOf(row.day, row.at),
    total: row.total,
    source: source.kind === 'paste' ? 'paste' : 'file',
    origin: source.name.slice(0, 300),
    raw: String(row.total),
    where: '',
  };
}

function instantOf(day: string, at: string | null): string | null {
  if (at === null) return null;
  const instant = new Date(at.includes('T') ? at : `${day}T${at.padStart(5, '0')}+07:00`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
