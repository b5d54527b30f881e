/** Renewal: after a failed write, with the next one that succeeds, again until it worked, and not too often. */
import { expect, it } from 'vitest';
import { createRenewal } from '../../../entrypoints/background/renewal';
import { memoryValue } from '../../lib/recovery/memory';

function setUp(kept = memoryValue()) {
  const state = { now: 0, renewed: 0, full: false };
  const renewal = createRenewal({
    kept,
    renew: () => {
      state.renewed++;
      return state.full ? Promise.reject(new Error('no space')) : Promise.resolve();
    },
    clock: () => state.now,
  });
  return { state, renewal, kept };
}

it('does nothing while every write succeeds', async () => {
  const { state, renewal } = setUp();
  await renewal.committed();
  expect(state.renewed).toBe(0);
});

it('renews once after a write that failed', async () => {
  const { state, renewal, kept } = setUp();
  await renewal.failed();
  await renewal.failed();
  await renewal.committed();
  state.now += 60_000;
  await renewal.committed();
  expect(state.renewed).toBe(1);
  expect(kept.value).toBeUndefined();
});

it('tries again after a while when there was no room', async () => {
  const { state, renewal } = setUp();
  await renewal.failed();
  state.full = true;
  await renewal.committed();
  await renewal.committed();
  expect(state.renewed).toBe(1);
  state.now += 30_000;
  state.full = false;
  await renewal.committed();
  expect(state.renewed).toBe(2);
});

it('remembers it while the background sleeps, and goes on without a memory', async () => {
  const { renewal, kept } = setUp();
  await renewal.failed();
  const later = setUp(kept);
  await later.renewal.committed();
  expect(later.state.renewed).toBe(1);
  const without = setUp({
    value: undefined,
    get: () => Promise.reject(new Error('broken')),
    set: () => Promise.reject(new Error('broken')),
    remove: () => Promise.reject(new Error('broken')),
  });
  await without.renewal.failed();
  await without.renewal.committed();
  expect(without.state.renewed).toBe(1);
});
