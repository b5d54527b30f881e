/** When copies are made: once quiet, never starved by a busy hour, never for more than a small share of the time, again after a failure. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBursts } from '../../../lib/recovery/bursts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function create(worked = true) {
  const times: number[] = [];
  const start = performance.now();
  const bursts = createBursts({
    quietMs: 1_000,
    mostMs: 10_000,
    againMs: 60_000,
    work: () => {
      times.push(Math.round(performance.now() - start));
      return Promise.resolve(worked);
    },
  });
  return { bursts, times };
}

it('waits until it is quiet', async () => {
  const { bursts, times } = create();
  bursts.changed();
  await vi.advanceTimersByTimeAsync(900);
  bursts.changed();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(times).toEqual([1_900]);
});

it('does not wait for ever', async () => {
  const { bursts, times } = create();
  for (let second = 0; second < 25; second++) {
    bursts.changed();
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(times).toEqual([10_000]);
});

it('rests after work that took long', async () => {
  const { bursts, times } = create();
  bursts.done(500);
  bursts.changed();
  await vi.advanceTimersByTimeAsync(9_900);
  expect(times).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(times).toEqual([10_000]);
});

it('tries again after a failure', async () => {
  const { bursts, times } = create(false);
  bursts.changed();
  await vi.advanceTimersByTimeAsync(62_000);
  expect(times).toEqual([1_000, 61_000]);
});
