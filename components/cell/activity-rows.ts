/** The month's activity as a form: one row for each member, texts in, records out. Pure. */
import type { DeskChange } from '@/components/hooks/use-desk';
import { ACTIVITY_COUNTS, type Activity, type ActivityCount, activityId } from '@/lib/model/activity';
import type { DeskRecord } from '@/lib/model/desk';
import type { Member } from '@/lib/model/member';
import type { Period } from '@/lib/model/period';
import { parseNumber } from '@/lib/vi/numbers';

export type ActivityEntry = Record<ActivityCount, string> & { used: 'unknown' | 'yes' | 'no' };

export interface ActivityRow {
  member: Member;
  record: DeskRecord<'activity'> | null;
  entry: ActivityEntry;
}

/** Rows of the month in the order of the members given. */
export function rowsOf(
  members: readonly Member[],
  records: readonly DeskRecord<'activity'>[],
  period: Period,
): ActivityRow[] {
  const byId = new Map(records.map((one) => [one.id, one]));
  return members.map((member) => {
    const record = byId.get(activityId(member.id, period)) ?? null;
    return { member, record, entry: entryOf(record?.removedAt === null ? record.value : null) };
  });
}

function entryOf(value: Activity | null): ActivityEntry {
  const counts = Object.fromEntries(ACTIVITY_COUNTS.map((field) => [field, value?.[field]?.toString() ?? '']));
  const used = value?.used == null ? 'unknown' : value.used ? 'yes' : 'no';
  return { ...(counts as Record<ActivityCount, string>), used }; // one text for each count
}

/** True when the text is a whole number or empty. */
export function isCount(text: string): boolean {
  return text.trim() === '' || countOf(text) !== null;
}

function countOf(text: string): number | null {
  const read = parseNumber(text, { kind: 'whole' });
  return read.ok && read.value >= 0 && read.value <= 1e6 ? read.value : null;
}

/** Records for the rows that were changed; a row emptied again is put aside. */
export function changesOf(
  rows: readonly ActivityRow[],
  typed: ReadonlyMap<string, ActivityEntry>,
  period: Period,
  unit: string | null,
  origin: string,
): DeskChange[] {
  return rows.flatMap(({ member, record, entry: before }): DeskChange[] => {
    const entry = typed.get(member.id);
    if (entry === undefined || isSame(entry, before)) return [];
    const counts = Object.fromEntries(ACTIVITY_COUNTS.map((field) => [field, countOf(entry[field])]));
    const used = entry.used === 'unknown' ? null : entry.used === 'yes';
    const { quizzes, quizRight, quizAsked } = record?.value ?? {};
    const value: Activity = {
      // What the form does not show stays, as long as it is about the same quizzes.
      ...(countOf(entry.quizzes) === quizzes && quizAsked !== undefined ? { quizRight, quizAsked } : {}),
      ...(counts as Record<ActivityCount, number | null>), // one for each count
      memberId: member.id,
      period,
      used,
      origin,
    };
    const removed = used === null && ACTIVITY_COUNTS.every((field) => value[field] === null);
    if (removed && record === null) return [];
    return [{ entry: { id: activityId(member.id, period), kind: 'activity', unit, removed, value }, before: record }];
  });
}

function isSame(a: ActivityEntry, b: ActivityEntry): boolean {
  return a.used === b.used && ACTIVITY_COUNTS.every((field) => a[field].trim() === b[field].trim());
}
