/** When a burst of changes is written down: once it is quiet, not too late, and never for more than a small share of the time. */

/** Work may take this share of the time. */
const SHARE = 0.05;

export interface BurstOptions {
  /** Quiet time in ms after the last change. */
  quietMs: number;
  /** Longest time in ms from the first change to the start of the work, however busy it is. */
  mostMs: number;
  /** Time in ms before work that failed is tried again. */
  againMs: number;
  /** True when it worked. */
  work: () => Promise<boolean>;
}

export interface Bursts {
  /** Something changed. */
  changed(): void;
  /** The work was done otherwise, and took so many ms. */
  done(tookMs: number): void;
  stop(): void;
}

export function createBursts({ quietMs, mostMs, againMs, work }: BurstOptions): Bursts {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | null = null;
  let restUntil = 0;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
    since = null;
  };
  const start = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stop();
      void work().then((worked) => {
        if (!worked && timer === undefined) start(againMs);
      });
    }, ms);
  };
  return {
    changed() {
      const now = performance.now();
      since ??= now;
      start(Math.max(restUntil - now, Math.min(quietMs, since + mostMs - now), 0));
    },
    done(tookMs) {
      stop();
      restUntil = performance.now() + tookMs / SHARE;
    },
    stop,
  };
}
