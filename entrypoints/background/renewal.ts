/**
 * When the store goes over to a new database after a write that failed. On a full disk the browser can leave half a record in
 * its own files and write on behind it; one start later it takes the files for damaged and throws them away.
 */

/** Least time in ms between two tries: while the disk is full, each would fail and cost the user a moment. */
const EVERY = 30_000;

interface RenewalOptions {
  /** Lasts as long as the browser runs: the danger begins and ends with it. */
  kept: { get(): Promise<unknown>; set(value: unknown): Promise<void>; remove(): Promise<void> };
  /** @throws when there is no room yet */
  renew: () => Promise<void>;
  clock: () => number;
}

export function createRenewal({ kept, renew, clock }: RenewalOptions) {
  let tried = -Infinity;
  const due = kept.get().then(
    (value) => ({ now: value === true }),
    () => ({ now: false }),
  );
  return {
    /** A write failed. */
    async failed(): Promise<void> {
      (await due).now = true;
      // Known in memory all the same.
      await kept.set(true).catch(() => {});
    },
    /** A write succeeded: there is room again, so that a new database may find some too. Never throws. */
    async committed(): Promise<void> {
      const state = await due;
      if (!state.now || clock() - tried < EVERY) return;
      tried = clock();
      try {
        await renew();
        state.now = false;
        await kept.remove();
      } catch {
        // Still due: the next write asks again.
      }
    },
  };
}
