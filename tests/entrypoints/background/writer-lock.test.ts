/** One writer at a time: the next waits, one that hangs is taken over from, and hears of it. */
import { expect, it } from 'vitest';
import { type Locks, becomeWriter } from '../../../entrypoints/background/writer-lock';

/** One lock, given in order or stolen, as the browser does it. */
function createLocks() {
  let holder: { reject: (error: Error) => void } | null = null;
  const waiting: (() => void)[] = [];
  const locks: Locks = {
    request: (_name, { steal, signal }, held) =>
      new Promise((_, reject) => {
        const take = () => {
          if (signal?.aborted === true) return;
          holder = { reject };
          void held();
        };
        signal?.addEventListener('abort', () => reject(new Error('aborted')));
        if (steal === true) {
          holder?.reject(new Error('stolen'));
          take();
        } else if (holder === null) take();
        else waiting.push(take);
      }),
  };
  /** The holder's worker ends. */
  const end = () => {
    holder = null;
    waiting.shift()?.();
  };
  return { locks, end };
}

it('the first one writes at once, the second when the first has ended', async () => {
  const { locks, end } = createLocks();
  const lost: string[] = [];
  await becomeWriter(locks, () => lost.push('first'), 60_000);
  let second = false;
  const waiting = becomeWriter(locks, () => lost.push('second'), 60_000).then(() => (second = true));
  await Promise.resolve();
  expect(second).toBe(false);
  end();
  await waiting;
  expect(lost).toEqual([]);
});

it('one that does not let go is taken over from and told', async () => {
  const { locks } = createLocks();
  const lost: string[] = [];
  await becomeWriter(locks, () => lost.push('first'), 60_000);
  await becomeWriter(locks, () => lost.push('second'), 1);
  await Promise.resolve();
  expect(lost).toEqual(['first']);
});
