/** How many messages one tab may send: a bucket that refills, so that a page gone wild cannot drown the store. */

export const BURST = 60;
export const PER_SECOND = 6;

export interface RateLimit {
  /** True when one more message of this sender is taken. */
  take(sender: number, now: number): boolean;
  forget(sender: number): void;
}

/** Kept in memory only: after the worker slept every bucket is full again, which is no harm. */
export function createRateLimit({ burst = BURST, perSecond = PER_SECOND } = {}): RateLimit {
  const buckets = new Map<number, { left: number; at: number }>();
  return {
    take(sender, now) {
      const bucket = buckets.get(sender) ?? { left: burst, at: now };
      // A clock set back must not empty the bucket for as long as it was set back.
      const passed = Math.max(0, now - bucket.at);
      bucket.left = Math.min(burst, bucket.left + (passed / 1_000) * perSecond);
      bucket.at = now;
      buckets.set(sender, bucket);
      if (bucket.left < 1) return false;
      bucket.left -= 1;
      return true;
    },
    forget: (sender) => void buckets.delete(sender),
  };
}
