/** What must be known to read one member's figures, in words. */
import type { tally as catalogue } from '@/components/i18n/vi/tally';
import type { TallyMember } from '@/lib/model/tally';

/** No reading and why, opening inside the period, new run. */
export function memberNotes(member: TallyMember, t: typeof catalogue): string[] {
  const notes: string[] = [];
  if (member.closing === null) notes.push(t.noteNoReading);
  if (member.openingInPeriod) notes.push(t.noteOpening);
  if (member.reset) notes.push(t.noteReset);
  if (member.reason !== null) notes.push(t.noteReason(reasonText(member.reason, t)));
  return notes;
}

/** A standard reason in words; anything else is the person's own words. */
export function reasonText(reason: string, t: typeof catalogue): string {
  const known: Record<string, string | undefined> = t.reasons;
  return Object.hasOwn(known, reason) ? (known[reason] ?? reason) : reason;
}
