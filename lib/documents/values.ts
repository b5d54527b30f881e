/** Values as they stand on paper, and rates counted from sums. */
import { formatDay } from '../vi/dates';
import { formatNumber, formatPercent } from '../vi/numbers';
import type { Value } from './paper';

/** The text of a value: `1.234,5`, `95,45%`, `05/11/2026`; nothing for null. */
export function showValue(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'string') return value;
  return 'rate' in value ? formatPercent(value.rate) : formatDay(value.day);
}

/** A rate of whole counts, or null where there is nothing to divide by; above 1 stays above 1. */
export function rateOf(done: number | null, plan: number | null): { rate: number } | null {
  return done === null || plan === null || plan === 0 ? null : { rate: done / plan };
}

/** The sum, or null when a part is missing: a sum without one of its parts would look whole. */
export function sumOf(parts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  return sum;
}
