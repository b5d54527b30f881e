/** A tab gone wild is held back, others are not. */
import { expect, it } from 'vitest';
import { BURST, PER_SECOND, createRateLimit } from '../../../entrypoints/background/rate';

it('takes a burst, then as many as refill, per tab', () => {
  const limit = createRateLimit();
  const taken = (count: number, now: number) =>
    Array.from({ length: count }, () => limit.take(1, now)).filter(Boolean).length;
  expect(taken(BURST + 20, 0)).toBe(BURST);
  expect(limit.take(2, 0)).toBe(true);
  expect(taken(100, 2_000)).toBe(2 * PER_SECOND);
  limit.forget(1);
  expect(taken(BURST + 20, 2_000)).toBe(BURST);
});
