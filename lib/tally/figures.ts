/** Summary figures and ranks, exact: nothing is rounded, nothing is averaged twice. */
import type { RankMethod, TallyFigures } from '../model/tally';

/** Highest, lowest, mean, exact median and total; all null for an empty list. */
export function figuresOf(values: readonly number[]): TallyFigures {
  if (values.length === 0) return { max: null, min: null, mean: null, median: null, total: null };
  const sorted = [...values].sort((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
  return { max: sorted.at(-1) ?? null, min: sorted[0] ?? null, mean: total / sorted.length, median, total };
}

/** Ranks of values, highest first: `competition` is 1-1-3, `dense` is 1-1-2; null has no rank. */
export function rankValues(values: readonly (number | null)[], method: RankMethod): (number | null)[] {
  const present = values.filter((value) => value !== null).sort((a, b) => b - a);
  const ranks = new Map<number, number>();
  present.forEach((value, index) => {
    if (!ranks.has(value)) ranks.set(value, method === 'dense' ? ranks.size + 1 : index + 1);
  });
  return values.map((value) => (value === null ? null : (ranks.get(value) ?? null)));
}

/** `count / of`, or null when there is nothing to divide by. Over 1 is allowed. */
export function rate(count: number | null, of: number | null): number | null {
  return count === null || of === null || of === 0 ? null : count / of;
}
