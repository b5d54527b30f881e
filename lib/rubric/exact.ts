/** Exact fractions: a figure of a rubric is a whole number of ten-thousandths, a percentage a fraction of two counts. */

export interface Exact {
  num: bigint;
  /** Above 0. */
  den: bigint;
}

const SCALE = 10_000;

/** A figure of at most four decimals, as it is written. */
export function exact(figure: number): Exact {
  return { num: BigInt(Math.round(figure * SCALE)), den: BigInt(SCALE) };
}

/** `part / whole` of whole numbers, `whole` above 0. */
export function fraction(part: number, whole: number): Exact {
  return { num: BigInt(part), den: BigInt(whole) };
}

export function compare(a: Exact, b: Exact): -1 | 0 | 1 {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function plus(a: Exact, b: Exact): Exact {
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

export function minus(a: Exact, b: Exact): Exact {
  return plus(a, { num: -b.num, den: b.den });
}

export function times(a: Exact, b: Exact): Exact {
  return { num: a.num * b.num, den: a.den * b.den };
}

/** `b` must not be 0. */
export function over(a: Exact, b: Exact): Exact {
  return b.num < 0n ? { num: -a.num * b.den, den: -a.den * b.num } : { num: a.num * b.den, den: a.den * b.num };
}

export function sum(all: readonly Exact[]): Exact {
  return all.reduce(plus, { num: 0n, den: 1n });
}

/** For people: cut, not rounded, after two decimals, so that 89,996 is never shown as 90. */
export function shown(value: Exact): number {
  return cut(value, 100n);
}

/** A figure of a meeting for people: rounded as on every other screen, but never onto a rounder one, so that 49,996 is never shown as 50. */
export function shownMeasure(value: Exact): number {
  const rounded = cut(plus(value, { num: 1n, den: 200n }), 100n);
  return Math.round(rounded * 100) % 10 === 0 ? cut(value, 100n) : rounded;
}

/** An end of a range or a sum of points as the plain figure it is; cut after eight decimals. */
export function figureOf(value: Exact): number {
  return cut(value, 100_000_000n);
}

function cut(value: Exact, steps: bigint): number {
  const whole = (value.num * steps) / value.den;
  // BigInt division cuts towards zero; below zero that would be upwards.
  return Number(value.num < 0n && whole * value.den !== value.num * steps ? whole - 1n : whole) / Number(steps);
}
