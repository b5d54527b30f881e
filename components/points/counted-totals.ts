/** Readings as the rules of the tally want them: only those that count, each with where a new run starts. */
import type { PointReading } from '@/lib/model/point-reading';
import type { DatedTotal } from '@/lib/tally/runs';
import { toDatedTotal } from '@/lib/tracker';

/** Withdrawn readings are left out. */
export function countedTotals(readings: readonly PointReading[]): DatedTotal[] {
  return readings.filter((reading) => reading.withdrawn === null).map(toDatedTotal);
}
