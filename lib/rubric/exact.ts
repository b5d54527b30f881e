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

/**
 * For people: rounded half up to two decimals as on every other screen, unless that would carry the figure over or onto one of the `borders` that bands
 * are decided by: then with as many decimals as it takes, and at four cut, so that 89,996 is never shown as 90 (R10).
 */
export function shown(value: Exact, borders: readonly Exact[] = []): number {
  const sides = borders.map((border) => compare(value, border));
  for (const steps of [100n, 1_000n, 10_000n]) {
    const rounded = { num: floor({ num: value.num * steps * 2n + value.den, den: value.den * 2n }), den: steps };
    if (borders.every((border, at) => compare(rounded, border) === sides[at])) return toNumber(rounded);
  }
  return cut(value, 10_000n);
}

/** An end of a range or a sum of points as the plain figure it is; cut after eight decimals. */
export function figureOf(value: Exact): number {
  return cut(value, 100_000_000n);
}

function cut(value: Exact, steps: bigint): number {
  return toNumber({ num: floor({ num: value.num * steps, den: value.den }), den: steps });
}

function toNumber({ num, den }: Exact): number {
  return Number(num) / Number(den);
}

/** BigInt division cuts towards zero; below zero that would be upwards. */
function floor({ num, den }: Exact): bigint {
  const whole = num / den;
  return num < 0n && whole * den !== num ? whole - 1n : whole;
}
