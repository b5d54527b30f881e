/** How long our scripts kept a page's main thread, added up where all of them find it: in the world they share there. */

interface World {
  sotayTime?: { ms: number; since: number | null };
}

/**
 * Does `work` and adds its milliseconds to what was spent in this world; work within work counts once.
 * @param clock monotonic milliseconds, e.g. `() => performance.now()`
 * @param from when it began, if earlier than now: a script cannot time its own beginning otherwise
 */
export function timed<T>(world: object, clock: () => number, work: () => T, from = clock()): T {
  const time = timeOf(world);
  if (time.since !== null) return work();
  time.since = from;
  try {
    return work();
  } finally {
    time.ms += clock() - from;
    time.since = null;
  }
}

/** Milliseconds spent in this world so far, with what is running now. */
export function spentOn(world: object, clock: () => number): number {
  const { ms, since } = timeOf(world);
  return ms + (since === null ? 0 : clock() - since);
}

function timeOf(world: object): NonNullable<World['sotayTime']> {
  return ((world as World).sotayTime ??= { ms: 0, since: null }); // only we name a property so
}
