/** What reading costs this page, and when it must wait or stop: three hundredths of the time at most, and no pass slow again and again. */
import type { PageCost } from '@/lib/protocol';

/** A pass longer than this is slow; so many in a row end the reading on this page. */
export const SLOW_PASS_MS = 100;
export const SLOW_PASSES = 6;
/**
 * Share of the time the reader may take while the page goes on changing, and how much it may take at once. Somebody who turns
 * ten pages quickly causes some dozen passes; rows passed over for want of allowance would be missing in the list.
 */
export const SHARE = 0.03;
export const BURST_MS = 6_000;

export interface Meter {
  /** Milliseconds to wait before the next pass may start. */
  waitMs(now: number): number;
  /** Notes a pass; true when reading must stop. */
  spent(milliseconds: number, now: number): boolean;
  /** `spent`: all that our scripts took on this page, passes and the rest. */
  cost(spent: number): PageCost;
  reset(): void;
}

/** A meter; `now` is monotonic milliseconds. */
export function createMeter(start: number): Meter {
  let allowance = BURST_MS;
  let filledAt = start;
  let slow = 0;
  let cost = { lastMs: 0, passes: 0, steppedDown: false };
  const fill = (now: number) => {
    allowance = Math.min(BURST_MS, allowance + (now - filledAt) * SHARE);
    filledAt = now;
  };
  return {
    waitMs(now) {
      fill(now);
      return allowance >= 0 ? 0 : -allowance / SHARE;
    },
    spent(milliseconds, now) {
      fill(now);
      allowance -= milliseconds;
      slow = milliseconds > SLOW_PASS_MS ? slow + 1 : 0;
      const steppedDown = slow >= SLOW_PASSES;
      cost = { lastMs: milliseconds, passes: cost.passes + 1, steppedDown };
      return steppedDown;
    },
    cost: (spent) => ({ ...cost, totalMs: spent }),
    reset() {
      slow = 0;
      cost = { ...cost, steppedDown: false };
    },
  };
}
