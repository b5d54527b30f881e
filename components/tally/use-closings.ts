/** Closed versions of one period of a unit, newest first, and what is different now. */
import { useMemo } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import type { DeskRecord } from '@/lib/model/desk';
import type { Period } from '@/lib/model/period';
import type { KnownTally } from '@/lib/model/tally';
import { type TallyChanges, compareTallies, digestTally } from '@/lib/tally/closing';
import { closedVersions, listDesk } from '@/lib/tracker';

export type ClosingRecord = DeskRecord<'closing'>;

export interface Closings {
  /** All of the period, newest version first. */
  versions: ClosingRecord[];
  /** Number that the next report gets. */
  nextNumber: number;
  loaded: boolean;
}

export function useClosings(unit: string | null, period: Period | null): Closings {
  const db = useDb();
  const all = useLiveQuery(() => listDesk(db, 'closing'), [db], { everyMs: 300 });
  return useMemo(() => {
    const own = (all.value ?? []).filter((one) => one.unit === unit);
    const versions = closedVersions(own, unit, period);
    const nextNumber = Math.max(0, ...own.map(({ value }) => value.number)) + 1;
    return { versions, nextNumber, loaded: all.value !== undefined };
  }, [all.value, unit, period?.from, period?.to]);
}

/** The closed figures with their rows' members. */
export function knownOf({ value }: ClosingRecord): KnownTally {
  return { tally: value.tally, members: value.members };
}

/** Whether closed figures are still those that the digest was made of; names replaced on request are told, not a fault. */
export function isIntact({ value }: ClosingRecord): boolean {
  return value.redactedOn !== null || digestTally(value.tally) === value.digest;
}

export function isSilent({ rows, figures }: TallyChanges): boolean {
  return rows.length === 0 && figures.length === 0;
}

export function changesSince(closing: ClosingRecord, now: KnownTally): TallyChanges {
  return compareTallies(knownOf(closing), now);
}
