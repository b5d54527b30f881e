/** Readings as the table lists them: newest first, each with its rise over the one before. */
import type { PointReading } from '@/lib/model/point-reading';

export interface ListedReading {
  reading: PointReading;
  /** Points since the reading before; null for the first, for a new run and for withdrawn ones. */
  rise: number | null;
}

/** `readings` in time order. Withdrawn ones are no step of the count, shown or not. */
export function listed(readings: readonly PointReading[], withWithdrawn: boolean): ListedReading[] {
  const rows: ListedReading[] = [];
  let before: number | null = null;
  for (const reading of readings) {
    if (reading.withdrawn !== null) {
      if (withWithdrawn) rows.push({ reading, rise: null });
      continue;
    }
    const continues = before !== null && reading.newRun === null && reading.total >= before;
    rows.push({ reading, rise: continues && before !== null ? reading.total - before : null });
    before = reading.total;
  }
  return rows.reverse();
}
