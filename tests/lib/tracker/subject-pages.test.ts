/** Pages and summaries stay what a full recomputation gives, whether readings follow or fall in between. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SELF } from '../../../lib/model/point-reading';
import { countReadings, getProgress, latestReading, listReadings, listReadingsBetween } from '../../../lib/tracker';
import { PAGE_LIMIT, packMonth, unpackPages } from '../../../lib/tracker/point-pages';
import { markRuns, sumMonths } from '../../../lib/tracker/run-rules';
import { toDatedTotal } from '../../../lib/tracker/sightings';
import { correctReading, recordReadings, restoreReading, withdrawReading } from '../../../lib/tracker/write-readings';
import { computeProgress, gainedIn } from '../../../lib/tally/progress';
import { dayInVietnam } from '../../../lib/vi/dates';
import { freshStore, handedIn, sighting } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');

describe('point pages', () => {
  it('give back exactly what was packed, in pages under 100 KB', () => {
    const many = Array.from({ length: 3 * PAGE_LIMIT + 7 }, (_, index) =>
      sighting(new Date(Date.UTC(2026, 9, 1, 0, index)).toISOString(), 1000 + index, {
        ...(index % 50 === 0
          ? { corrections: [{ total: 1, day: '2026-10-01', at: NOW.toISOString(), reason: 'gõ nhầm' }] }
          : {}),
        ...(index % 70 === 0 ? { withdrawn: { at: NOW.toISOString(), reason: 'không phải của tôi' } } : {}),
        ...(index % 90 === 0 ? { alsoSeenAt: [NOW.toISOString()], lastSeenAt: NOW.toISOString() } : {}),
        raw: index % 2 === 0 ? '' : String(1000 + index),
        where: `div > span ${index % 3}`,
      }),
    );
    const pages = packMonth('me', '2026-10', many);
    expect(unpackPages(pages)).toEqual(many);
    expect(Math.max(...pages.map((page) => page.count))).toBeLessThanOrEqual(PAGE_LIMIT);
    expect(Math.max(...pages.map((page) => JSON.stringify(page).length * 2))).toBeLessThan(100_000);
  });
});

describe('store', () => {
  it('holds the same whether readings come in order, in chunks or at random, after corrections and withdrawals', async () => {
    const row = fc.record({ day: fc.integer({ min: 0, max: 100 }), total: fc.integer({ min: 0, max: 500 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        async (rows, size, sorted) => {
          const db = freshStore();
          const list = sorted ? [...rows].sort((a, b) => a.day - b.day) : rows;
          const readings = list.map(({ day, total }) =>
            handedIn(SELF, new Date(Date.UTC(2026, 7, 1) + day * 86_400_000).toISOString().slice(0, 10), total),
          );
          for (let at = 0; at < readings.length; at += size) {
            expect((await recordReadings(db, readings.slice(at, at + size), new Date(NOW.getTime() + at))).ok).toBe(
              true,
            );
          }
          const check = async () => {
            const all = await listReadings(db, { subject: SELF, includeWithdrawn: true });
            const marked = all.map((one) => ({ ...one }));
            markRuns(marked);
            expect(all).toEqual(marked);
            const summary = await db.subjects.get(SELF);
            expect(summary?.months).toEqual(sumMonths(all));
            expect(summary?.stored).toBe(all.length);
            const counted = all.filter((one) => one.withdrawn === null);
            expect(await countReadings(db, SELF)).toBe(counted.length);
            expect(await latestReading(db, SELF)).toEqual(counted.at(-1) ?? null);
            expect(await getProgress(db, SELF, NOW)).toEqual(computeProgress(counted.map(toDatedTotal), NOW));
            return all;
          };
          const all = await check();
          const one = all[Math.floor(all.length / 2)]!;
          await correctReading(
            db,
            { subject: SELF, id: one.id, total: one.total + 7, day: '2026-09-09', reason: 'gõ nhầm' },
            NOW,
          );
          await check();
          await withdrawReading(db, { subject: SELF, id: one.id, reason: 'thừa' }, NOW);
          await check();
          await recordReadings(db, [handedIn(SELF, dayInVietnam(NOW), 900)], NOW);
          await check();
          await restoreReading(db, { subject: SELF, id: one.id }, NOW);
          const last = await check();
          expect(last.find(({ id }) => id === one.id)).toMatchObject({
            total: one.total + 7,
            withdrawn: null,
            corrections: [{ total: one.total }],
          });
          await db.delete();
        },
      ),
      { numRuns: 25 },
    );
  });

  it('answers ranges of one subject and of all', async () => {
    const db = freshStore();
    const days = ['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01'];
    await recordReadings(
      db,
      ['me', 'm1', 'm2'].flatMap((subject) => days.map((day, index) => handedIn(subject, day, index))),
      NOW,
    );
    const days1 = (await listReadings(db, { subject: 'm1', from: '2026-09-01', to: '2026-09-30' })).map(
      ({ day }) => day,
    );
    expect(days1).toEqual(['2026-09-01', '2026-09-30']);
    expect(await listReadingsBetween(db, { from: '2026-09-30', to: '2026-10-01' })).toHaveLength(6);
  });

  it('takes a file twice without doubling, and refuses a day in the future', async () => {
    const db = freshStore();
    const rows = [handedIn('m1', '2026-10-01', 5), handedIn('m1', '2026-10-02', 9), handedIn('m2', '2026-10-01', 5)];
    expect(await recordReadings(db, rows, NOW)).toMatchObject({ ok: true, value: { added: 3, known: 0 } });
    expect(await recordReadings(db, rows, NOW)).toMatchObject({ ok: true, value: { added: 0, known: 3, ids: [] } });
    expect(await recordReadings(db, [handedIn('m1', '2026-11-21', 5)], NOW)).toMatchObject({
      ok: false,
      code: 'invalid',
    });
  });

  it('takes 30,000 readings of 300 members in one go, each member by itself', async () => {
    const db = freshStore();
    const rows = Array.from({ length: 30_000 }, (_, index) => {
      const day = new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 300) * 3 * 86_400_000).toISOString().slice(0, 10);
      return handedIn(`m${index % 300}`, day, Math.floor(index / 300) * 10);
    });
    const reply = await recordReadings(db, rows, new Date('2026-12-01T05:00:00Z'));
    expect(reply).toMatchObject({ ok: true, value: { added: 30_000 } });
    const own = (await listReadings(db, { subject: 'm7' })).map(toDatedTotal);
    expect(own).toHaveLength(100);
    expect(gainedIn(own, { from: '2026-01-01', to: '2026-12-01' }).points).toBe(990);
  });
});
