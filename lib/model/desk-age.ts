/** How old records of the secretary's desk are: the last day each is about. What has none is never too old: cells, forms, numbers given, keys. */
import { type Day, addDays, dayInVietnam } from '../vi/dates';
import type { AnyDeskRecord, DeskKind } from './desk';
import { isOpen } from './task';

/** Kinds that age. A number once given to a document stays, so that it is never given again. */
export const AGEING_KINDS = ['meeting', 'task', 'activity', 'closing', 'handIn'] as const satisfies DeskKind[];
export type AgeingKind = (typeof AGEING_KINDS)[number];

/** The records that are about days before `cut` only. A task still to be done stays, unless a later one goes on with it. */
export function deskBefore(records: readonly AnyDeskRecord[], cut: Day): AnyDeskRecord[] {
  const carried = new Set(records.flatMap((one) => (one.kind === 'task' ? (one.value.carriedFrom ?? []) : [])));
  return records.filter((record) => {
    if (record.kind === 'task' && record.removedAt === null && isOpen(record.value) && !carried.has(record.value.id))
      return false;
    const last = lastDayOf(record);
    return last !== null && last < cut;
  });
}

/** The last day a record is about; null for kinds that do not age. */
export function lastDayOf(record: AnyDeskRecord): Day | null {
  switch (record.kind) {
    case 'meeting':
      return dayInVietnam(new Date(record.value.heldTo ?? record.value.heldFrom ?? record.value.plannedStart));
    case 'task': {
      const { month, due, doneOn } = record.value;
      // The first of the next month is at most 31 days after the first of this one.
      const end = addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1);
      return [end, due ?? '', doneOn ?? ''].reduce((last, day) => (day > last ? day : last));
    }
    case 'activity':
    case 'closing':
    case 'handIn':
      return record.value.period.to;
    default:
      return null;
  }
}

/** How many there are of each kind that ages. */
export function countByKind(records: readonly AnyDeskRecord[]): Partial<Record<AgeingKind, number>> {
  const counts: Partial<Record<AgeingKind, number>> = {};
  for (const { kind } of records) {
    const known = AGEING_KINDS.find((one) => one === kind);
    if (known !== undefined) counts[known] = (counts[known] ?? 0) + 1;
  }
  return counts;
}
