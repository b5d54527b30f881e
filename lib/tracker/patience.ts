/** Work that the browser may leave without an answer for ever: given up when nothing moves, and begun again. */

/** Longest time in ms without a sign of life; a slow machine shows one well before. */
const STILL_MS = 10_000;
const TRIES = 3;

/** Nothing moved for too long. */
class NoAnswerError extends DOMException {
  constructor() {
    super('the storage gives no answer', 'TimeoutError');
  }
}

/**
 * Does `work` until it ends; it calls `alive` whenever it got on a step. After ten seconds without one it is begun anew, three
 * times in all: seen in Chromium when many large rows are read just after they were written, and a second reading went well.
 * @throws DOMException `TimeoutError` when the last try stands still too; what `work` throws is passed on
 */
export async function patiently<T>(
  work: (alive: () => void) => Promise<T>,
  { stillMs = STILL_MS, tries = TRIES }: { stillMs?: number; tries?: number } = {},
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await once(work, stillMs);
    } catch (error) {
      if (!(error instanceof NoAnswerError) || tried >= tries) throw error;
    }
  }
}

function once<T>(work: (alive: () => void) => Promise<T>, stillMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new NoAnswerError()), stillMs);
    };
    alive();
    work(alive)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
