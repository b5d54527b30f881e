/** One thing after the other: whatever touches the copies waits for what was asked before it. */

export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Work that fails does not hold up what follows. */
export function createTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result.catch(() => {});
    return result;
  };
}
