/** The background purges once a day at most, only what was agreed to, and never throws. */
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createRetention } from '../../../entrypoints/background/retention';
import { listReadings } from '../../../lib/tracker';
import { recordReadings } from '../../../lib/tracker/write-readings';
import { saveRetention } from '../../../lib/tracker/write-retention';
import { freshStore, handedIn } from '../../lib/tracker/readings';

const NOW = new Date('2026-11-20T05:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

describe('createRetention', () => {
  it('purges when a new day has come, and tells that something went', async () => {
    const db = freshStore();
    const watch = createRetention(() => Promise.resolve(db));
    await recordReadings(
      db,
      ['2025-11-25', '2025-11-26', '2026-01-01'].map((day, at) => handedIn('m1', day, at)),
      NOW,
    );
    expect(await watch.check(NOW)).toBe(false);
    await saveRetention(db, { own: null, members: 12, captures: null, journal: null, desk: null }, NOW);
    expect(await watch.check(later(0.2))).toBe(false);
    expect(await watch.check(later(1))).toBe(false);
    expect(await listReadings(db, { subject: 'm1' })).toHaveLength(3);
    const [first, second] = await Promise.all([watch.check(later(7)), watch.check(later(7))]);
    expect([first, second]).toEqual([true, false]);
    expect((await listReadings(db, { subject: 'm1' })).map(({ day }) => day)).toEqual(['2025-11-26', '2026-01-01']);
  });

  it('waits for the next time when the store fails', async () => {
    const db = freshStore();
    const watch = createRetention(() => Promise.resolve(db));
    const failing = vi.spyOn(db.settings, 'get').mockRejectedValue(new DOMException('disk', 'UnknownError'));
    expect(await watch.check(NOW)).toBe(false);
    failing.mockRestore();
    expect(await watch.check(NOW)).toBe(false);
  });
});
