/** Readings as the rules of the tally want them: only those that count, each with where a new run starts. */
import type { PointReading } from '@/lib/model/point-reading';
import type { Period } from '@/lib/model/period';
import type { DatedTotal } from '@/lib/tally/runs';
import { toDatedTotal } from '@/lib/tracker';

/** Withdrawn readings are left out. */
export function countedTotals(readings: readonly PointReading[]): DatedTotal[] {
  return readings.filter((reading) => reading.withdrawn === null).map(toDatedTotal);
}

/**
 * The few totals that decide what was gained in a period: those inside it and the whole last day before it. Gains from
 * these equal gains from all; a history of 100,000 readings is then not sorted again for every figure.
 */
export function totalsFor(totals: readonly DatedTotal[], period: Period): DatedTotal[] {
  const inside = firstFrom(totals, period.from);
  const before = totals[inside - 1];
  const start = before === undefined ? inside : firstFrom(totals, before.day);
  const found: DatedTotal[] = [];
  for (let index = start; index < totals.length; index++) {
    const one = totals[index];
    if (one === undefined || one.day > period.to) break;
    found.push(one);
  }
  return found;
}

// Index of the first total on or after a day; totals are in the order of days.
function firstFrom(totals: readonly DatedTotal[], day: string): number {
  let low = 0;
  let high = totals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((totals[middle]?.day ?? '') < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
