/** Writing the roster: members are added, changed, removed (kept aside) and brought back. */
import type { CheckedMemberDraft, MemberPatch } from '../model/actions';
import type { Member } from '../model/member';
import type { StepRef } from '../model/step';
import type { Reply } from '../protocol';
import { addDays } from '../vi/dates';
import type { TrackerDb } from './db';
import { idSupply } from './ids';
import { Refused, write } from './write';
import { memberChange, noteStep } from './note-step';

/** A new member from a checked draft. */
export function memberFrom(draft: CheckedMemberDraft, id: string, now: Date): Member {
  return { ...draft, id, createdAt: now.toISOString(), removedAt: null };
}

/** Adds members; returns their ids in order. At most one member is the user of this browser: the last one said to be. */
export function saveMembers(
  db: TrackerDb,
  drafts: readonly CheckedMemberDraft[],
  now: Date,
  step: StepRef | null = null,
): Promise<Reply<{ ids: string[] }>> {
  const nextId = idSupply();
  const members = drafts.map((draft) => memberFrom(draft, nextId(), now));
  const journal = { action: 'saveMembers', detail: { count: members.length } };
  return write(db, { tables: [db.members, db.steps], now, journal }, async () => {
    await db.members.bulkAdd(members);
    await keepOneSelf(db, members.findLast((member) => member.isSelf)?.id);
    await noteStep(db, step, { made: members }, now);
    return { ids: members.map((member) => member.id) };
  });
}

/**
 * Changes what is known of a member; a changed name keeps the old spelling for matching. With `since` (YYYY-MM-DD) status and
 * role are new from that day on and the old ones stay in the history; without it they are put right for all the time.
 */
export function updateMember(
  db: TrackerDb,
  id: string,
  { patch, since, step = null }: { patch: MemberPatch; since: string | null; step?: StepRef | null },
  now: Date,
): Promise<Reply> {
  const apply = (member: Member) => {
    const renamed = patch.name !== undefined && patch.name !== member.name;
    // Whoever names the other spellings names them all: what was put there by mistake can be taken away again.
    const spellings = patch.otherNames ?? [...member.otherNames, ...(renamed ? [member.name] : [])];
    const past = since === null ? {} : historyWith(member, patch, since);
    return { ...member, ...patch, ...past, otherNames: [...new Set(spellings)].slice(-20) };
  };
  return change(db, 'updateMember', id, now, apply, step);
}

function historyWith(member: Member, patch: MemberPatch, since: string): Pick<Member, 'past'> {
  const { status, role } = member;
  const changes =
    (patch.status !== undefined && patch.status !== status) || (patch.role !== undefined && patch.role !== role);
  if (!changes) return {};
  const until = addDays(since, -1);
  // What was noted for later days is overtaken by the new change.
  const earlier = (patch.past ?? member.past ?? []).filter((one) => one.until < until);
  return { past: [...earlier, { until, status, role }].slice(-60) };
}

/** Takes a member off the roster; readings and the record stay. */
export function removeMember(db: TrackerDb, id: string, now: Date): Promise<Reply> {
  return change(db, 'removeMember', id, now, (member) => ({
    ...member,
    removedAt: member.removedAt ?? now.toISOString(),
  }));
}

/** Puts a removed member back. */
export function restoreMember(db: TrackerDb, id: string, now: Date): Promise<Reply> {
  return change(db, 'restoreMember', id, now, (member) => ({ ...member, removedAt: null }));
}

function change(
  db: TrackerDb,
  action: string,
  id: string,
  now: Date,
  apply: (member: Member) => Member,
  step: StepRef | null = null,
): Promise<Reply> {
  return write(db, { tables: [db.members, db.steps], now, journal: { action } }, async () => {
    const member = await db.members.get(id);
    if (member === undefined) throw new Refused('notFound', 'no such member');
    const after = apply(member);
    await db.members.put(after);
    if (after.isSelf && !member.isSelf) await keepOneSelf(db, id);
    await noteStep(db, step, { changed: memberChange(member, after) }, now);
    return null;
  });
}

async function keepOneSelf(db: TrackerDb, id: string | undefined): Promise<void> {
  if (id === undefined) return;
  await db.members.filter((member) => member.isSelf && member.id !== id).modify({ isSelf: false });
}
