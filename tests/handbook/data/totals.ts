/** Cumulative totals per cell, right-skewed as the published figures are. */
import { createRandom, hash } from './random';

const SEVEN = [12_000, 70_000, 9_000, 6_000, 4_000, 3_000, 1_000];

interface Shape {
  max: number;
  min: number;
  power: number;
  /** The secretary's total. */
  first: number;
  /** Members who never signed in, by index. */
  missing: readonly number[];
}

const SHAPES: Record<number, Shape> = {
  22: { max: 48_210, min: 1_205, power: 2.6, first: 1_286, missing: [16, 20] },
  34: { max: 69_948, min: 1_034, power: 4.15, first: 12_345, missing: [] },
  63: { max: 65_420, min: 812, power: 3.2, first: 23_456, missing: [21, 33, 40, 55, 60] },
  300: { max: 88_310, min: 96, power: 3.4, first: 31_207, missing: [77, 78, 130, 204, 288, 299] },
  82: { max: 57_600, min: 640, power: 3, first: 9_870, missing: [70] },
};

/** The totals of a cell in member order; two neighbours tie where there are 20 members or more. */
export function totalsOf(size: number, variant = 0): readonly (number | null)[] {
  const shape = SHAPES[size];
  if (size === 7 || !shape) return SEVEN;
  const random = createRandom(size * 31 + variant);
  const steps = size - 1;
  const values = Array.from({ length: steps }, (_, index) => {
    if (index === 0) return shape.min;
    if (index === steps - 1) return shape.max;
    const at = index / (steps - 1);
    const base = shape.min + (shape.max - shape.min) * at ** shape.power;
    return Math.round(base + random() * 90 + variant * 3);
  });
  const tie = values[Math.floor(steps / 2)];
  if (tie !== undefined) values[Math.floor(steps / 2) + 1] = tie;
  const order = values
    .map((value, index) => ({ value, key: hash(size * 1000 + variant, index) }))
    .sort((left, right) => left.key - right.key)
    .map(({ value }) => value);
  return [shape.first, ...order].map((value, index) => (shape.missing.includes(index) ? null : value));
}
