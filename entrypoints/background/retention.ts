/** Purges by the periods the user agreed to: when the background starts and, while it stays awake, once a day. */
import type { TrackerDb } from '@/lib/tracker';
import { countPurged, isPurgeDue, purgeOld } from '@/lib/tracker/write-retention';

export interface RetentionWatch {
  /** Purges if it is due. True when records went: older copies of the store hold them still. A failure waits for the next time. */
  check(now: Date): Promise<boolean>;
}

export function createRetention(store: () => Promise<TrackerDb>): RetentionWatch {
  let running = false;
  return {
    async check(now) {
      if (running) return false;
      running = true;
      try {
        const db = await store();
        if (!(await isPurgeDue(db, now))) return false;
        const reply = await purgeOld(db, now);
        return reply.ok && countPurged(reply.value) > 0;
      } catch {
        // Reading the settings failed: the next check asks again, and nothing was touched.
        return false;
      } finally {
        running = false;
      }
    },
  };
}
