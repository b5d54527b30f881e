/** How old the last copy outside the browser is, and whether it is time for another. */
import type { VerifiedBackup } from '@/lib/model/backup-state';
import type { BackupCadence } from '@/lib/model/settings';
import { dayInVietnam, daysBetween } from '@/lib/vi/dates';

const DAYS: Record<BackupCadence, number | null> = { week: 7, twoWeeks: 14, month: 30, never: null };

/** Whole days since the copy; never negative, whatever the clock did. */
export function ageInDays(last: Pick<VerifiedBackup, 'takenAt'>, now: Date): number {
  return Math.max(0, daysBetween(dayInVietnam(new Date(last.takenAt)), dayInVietnam(now)));
}

export interface Due {
  last: VerifiedBackup | null;
  every: BackupCadence;
  /** Instant of the first thing done with the data; null while there is nothing to copy. */
  since: string | null;
}

/** True when the last copy, or the first record without any copy, is as old as the user wants to be reminded at. */
export function isDue({ last, every, since }: Due, now: Date): boolean {
  const days = DAYS[every];
  const from = last?.takenAt ?? since;
  if (days === null || from === null || since === null) return false;
  return ageInDays({ takenAt: from }, now) >= days;
}
