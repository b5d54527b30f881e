/** What a set of periods would purge is counted without changing anything. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { SELF } from '../../../lib/model/point-reading';
import { previewRetention } from '../../../lib/tracker';
import { cutsOf, isBefore, subjectsBefore } from '../../../lib/tracker/retention';
import { recordReadings } from '../../../lib/tracker/write-readings';
import { freshStore, handedIn } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');

describe('retention', () => {
  it('cuts by the day in Vietnam, and only what has a period', () => {
    expect(cutsOf({ own: null, members: 60, captures: 3, journal: null, desk: null }, NOW)).toEqual([
      { kind: 'members', cut: '2021-11-20' },
      { kind: 'captures', cut: '2026-08-20' },
    ]);
    expect(isBefore('2026-11-19T16:59:59.000Z', '2026-11-20')).toBe(true);
    expect(isBefore('2026-11-19T17:00:00.000Z', '2026-11-20')).toBe(false);
  });

  it('parts one’s own readings from the others’', async () => {
    const db = freshStore();
    for (const subject of [SELF, 'm1']) {
      await recordReadings(
        db,
        ['2020-01-01', '2020-02-01', '2026-11-01'].map((day) => handedIn(subject, day, 5)),
        NOW,
      );
    }
    await recordReadings(db, [handedIn('m2', '2026-11-01', 5)], NOW);
    expect(await subjectsBefore(db, 'own', '2021-01-01')).toEqual([SELF]);
    expect(await subjectsBefore(db, 'members', '2021-01-01')).toEqual(['m1']);
    const before = await db.pointPages.toArray();
    expect(
      await previewRetention(db, { own: 12, members: 60, captures: null, journal: null, desk: null }, NOW),
    ).toEqual({
      own: { cut: '2025-11-20', count: 1 },
      members: { cut: '2021-11-20', count: 1 },
    });
    expect(await db.pointPages.toArray()).toEqual(before);
  });
});
