/** Sorts points into a handful of equal bands with round limits, for a picture of how a cell's points spread. */

/** A band `from ≤ value < to` (the last one includes its upper limit) and how many values fall in it. */
export interface Band {
  from: number;
  to: number;
  count: number;
}

/** At most about `wanted` bands; empty input gives none, equal values give one. */
export function bandsOf(values: readonly number[], wanted = 10): Band[] {
  if (values.length === 0) return [];
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low === high) return [{ from: low, to: high, count: values.length }];
  const step = roundStep((high - low) / wanted);
  const start = Math.floor(low / step) * step;
  const count = Math.floor((high - start) / step) + 1;
  const bands = Array.from({ length: count }, (_, index) => ({
    from: start + index * step,
    to: start + (index + 1) * step,
    count: 0,
  }));
  for (const value of values) {
    const band = bands[Math.min(count - 1, Math.floor((value - start) / step))];
    if (band) band.count += 1;
  }
  return bands;
}

// 1, 2 or 5 times a power of ten, at least 1: points are whole numbers.
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const factor = [1, 2, 5, 10].find((one) => one * power >= rough) ?? 10;
  return Math.max(1, factor * power);
}
