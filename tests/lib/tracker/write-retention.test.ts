/** Purging in the store: nothing without agreement, later figures unchanged, the log tells kind, number and day. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { memberDraftSchema } from '../../../lib/model/actions';
import { SELF } from '../../../lib/model/point-reading';
import type { RetentionPeriods } from '../../../lib/model/retention';
import { settingsSchema } from '../../../lib/model/settings';
import { computeTally } from '../../../lib/tally/compute';
import {
  type TrackerDb,
  countOverdueDesk,
  getProgress,
  getSettings,
  listDeletions,
  listDesk,
  listReadingRows,
  listReadings,
  previewRetention,
  purgedUpTo,
} from '../../../lib/tracker';
import { saveDesk } from '../../../lib/tracker/write-desk';
import { placeReadings, subjectTables } from '../../../lib/tracker/subject-pages';
import { write } from '../../../lib/tracker/write';
import { correctReading, recordReadings, withdrawReading } from '../../../lib/tracker/write-readings';
import { countPurged, isPurgeDue, purgeOld, saveRetention } from '../../../lib/tracker/write-retention';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { addDays } from '../../../lib/vi/dates';
import { meeting } from '../meetings/sample';
import { freshStore, handedIn, sighting } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');
const CUT = '2025-11-20';
const YEAR: RetentionPeriods = { own: 12, members: 12, captures: 3, journal: 12, desk: null };

async function place(db: TrackerDb, readings: ReturnType<typeof sighting>[]) {
  let ids = 0;
  const reply = await write(db, { tables: subjectTables(db), now: NOW, journal: null }, () =>
    placeReadings(db, readings, () => `split-${ids++}`),
  );
  expect(reply.ok).toBe(true);
}

describe('purging', () => {
  it('does nothing before the periods were agreed to', async () => {
    const db = freshStore();
    await recordReadings(db, [handedIn(SELF, '2020-01-01', 5), handedIn(SELF, '2020-01-02', 9)], NOW);
    expect(await isPurgeDue(db, NOW)).toBe(false);
    expect(await purgeOld(db, NOW)).toEqual({
      ok: true,
      value: { own: 0, members: 0, captures: 0, journal: 0, desk: 0 },
    });
    expect(await listReadings(db, { subject: SELF })).toHaveLength(2);
    expect((await getSettings(db)).retention.agreedAt).toBeNull();
  });

  it('takes records of the desk only when a person presses for it, and logs them', async () => {
    const db = freshStore();
    const meetings = ['2024-05-03', '2025-11-19', '2025-11-20'].map((day) => meeting(`m${day}`, day));
    const records = meetings.map((value) => ({
      id: value.id,
      kind: 'meeting' as const,
      unit: null,
      base: null,
      removed: false,
      value,
    }));
    expect(await saveDesk(db, records, NOW)).toMatchObject({ ok: true });
    const kept = { own: null, members: null, captures: null, journal: null, desk: null };
    expect(await saveRetention(db, kept, NOW)).toMatchObject({ ok: true, value: { desk: 0 } });
    expect(await countOverdueDesk(db, NOW)).toBe(0);
    // Agreed to on another machine, or grown old since: the daily purge leaves them.
    const settings = await getSettings(db);
    const periods = { ...kept, desk: 12 };
    await write(db, { tables: [db.settings], now: NOW, journal: null }, async () => {
      const value = { ...settings, retention: { ...settings.retention, periods, purgedOn: null } };
      await db.settings.put({ key: 'settings', value });
    });
    expect(await purgeOld(db, NOW)).toMatchObject({ ok: true, value: { desk: 0 } });
    expect(await countOverdueDesk(db, NOW)).toBe(2);
    expect((await previewRetention(db, periods, NOW)).desk).toEqual({ cut: CUT, count: 2, desk: { meeting: 2 } });
    expect(await saveRetention(db, periods, NOW)).toMatchObject({ ok: true, value: { desk: 2 } });
    expect((await listDesk(db, 'meeting', { includeRemoved: true })).map(({ id }) => id)).toEqual(['m2025-11-20']);
    expect(await listDeletions(db)).toMatchObject([
      { cause: 'retention', what: 'deskRecords', count: 2, upTo: '2025-11-19' },
    ]);
  });

  it('keeps the desk where periods were agreed to before it had one', async () => {
    const db = freshStore();
    const { desk: _, ...before } = YEAR;
    const retention = { periods: before as RetentionPeriods, agreedAt: NOW.toISOString(), purgedOn: null };
    await write(db, { tables: [db.settings], now: NOW, journal: null }, async () => {
      await db.settings.put({ key: 'settings', value: { ...(await getSettings(db)), retention } });
    });
    expect((await getSettings(db)).retention.periods).toEqual(YEAR);
    expect(settingsSchema.parse({ ...(await getSettings(db)), retention }).retention.periods).toEqual(YEAR);
  });

  it('takes what was previewed, kind by kind, logs it, and is done for the day', async () => {
    const db = freshStore();
    const days = ['2023-01-05', '2024-02-05', '2025-03-05', '2025-12-05', '2026-06-05'];
    for (const subject of [SELF, 'm1', 'm2']) {
      await recordReadings(
        db,
        days.map((day, index) => handedIn(subject, day, index * 10)),
        NOW,
      );
    }
    await db.journal.add({ at: '2024-01-01T00:00:00.000Z', action: 'saveMembers', detail: {} });
    const old = await db.journal.toArray();
    await db.journal.clear();
    await db.journal.bulkAdd(old.map(({ seq: _seq, ...line }) => line).sort((a, b) => (a.at < b.at ? -1 : 1)));
    const preview = await previewRetention(db, { ...YEAR, own: null }, NOW);
    expect(preview).toEqual({
      members: { cut: CUT, count: 4 },
      captures: { cut: '2026-08-20', count: 0 },
      journal: { cut: CUT, count: 1 },
    });
    expect(await saveRetention(db, { ...YEAR, own: null }, NOW)).toEqual({
      ok: true,
      value: { own: 0, members: 4, captures: 0, journal: 1, desk: 0 },
    });
    expect((await listReadings(db, { subject: SELF })).map(({ day }) => day)).toEqual(days);
    expect((await listReadings(db, { subject: 'm1' })).map(({ day }) => day)).toEqual(days.slice(2));
    expect(await listDeletions(db)).toMatchObject([
      { cause: 'retention', what: 'journal', count: 1, upTo: '2025-11-19' },
      { cause: 'retention', what: 'readings', count: 4, upTo: '2025-11-19' },
    ]);
    expect(await isPurgeDue(db, NOW)).toBe(false);
    expect(await isPurgeDue(db, new Date(NOW.getTime() + 86_400_000))).toBe(true);
    const again = await purgeOld(db, new Date(NOW.getTime() + 86_400_000));
    expect(again.ok && countPurged(again.value)).toBe(0);
    expect(await db.deletions.count()).toBe(2);
  });

  it('tells of a period that begins among what was purged, and of no later one', async () => {
    const db = freshStore();
    const saved = await saveMembers(db, [memberDraftSchema.parse({ name: 'An' })], NOW);
    const subject = saved.ok ? (saved.value.ids[0] ?? '') : '';
    const days = ['2024-02-05', '2025-03-05', '2025-12-05'];
    await recordReadings(
      db,
      days.flatMap((day, index) => [handedIn(subject, day, index), handedIn(SELF, day, index)]),
      NOW,
    );
    expect(await purgedUpTo(db, 'members')).toBeNull();
    await saveRetention(db, YEAR, NOW);
    expect(await purgedUpTo(db, 'members')).toBe('2025-11-19');
    expect(await purgedUpTo(db, 'own')).toBe('2025-11-19');
    const sources = async (from: string) => (await listReadingRows(db, { from })).sources.map(({ name }) => name);
    expect(await sources('2025-11-19')).toContainEqual(expect.stringMatching(/đến hết ngày 19\/11\/2025 đã xóa/));
    expect(await sources('2025-11-20')).toEqual(['diem.csv']);
    expect((await listReadingRows(db)).sources.map(({ name }) => name)).toEqual(['diem.csv']);
  });

  it('leaves a step that fails undone and says so', async () => {
    const db = freshStore();
    await recordReadings(
      db,
      ['2020-01-01', '2020-01-02'].map((day) => handedIn('m1', day, 5)),
      NOW,
    );
    const failing = vi.spyOn(db.deletions, 'add').mockRejectedValue(new DOMException('disk', 'UnknownError'));
    expect(await saveRetention(db, YEAR, NOW)).toMatchObject({ ok: false, code: 'storage' });
    failing.mockRestore();
    expect(await listReadings(db, { subject: 'm1' })).toHaveLength(2);
    expect(await isPurgeDue(db, NOW)).toBe(true);
    expect(await purgeOld(db, NOW)).toMatchObject({ ok: true, value: { members: 1 } });
  });

  it('changes no figure of any period that begins on the cut or later', { timeout: 120_000 }, async () => {
    const word = (...words: string[]) => fc.constantFrom(null, ...words);
    const one = fc.record({
      offset: fc.integer({ min: -400, max: 360 }),
      total: fc.integer({ min: 0, max: 40 }),
      kind: fc.constantFrom('sighting', 'sighting', 'file', 'sameDay'),
      role: word('Bí thư', 'Đảng viên'),
      unit: word('Chi bộ 1', 'Chi bộ 2'),
    });
    const change = fc.record({ which: fc.nat(30), day: fc.integer({ min: -400, max: 360 }), out: fc.boolean() });
    const span = fc.record({ from: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 0, max: 160 }) });
    let purged = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(one, { minLength: 1, maxLength: 18 }),
        fc.array(change, { maxLength: 3 }),
        fc.array(span, { minLength: 1, maxLength: 4 }),
        async (rows, changes, spans) => {
          const db = freshStore();
          const saved = await saveMembers(db, [memberDraftSchema.parse({ name: 'An' })], NOW);
          const subject = saved.ok ? (saved.value.ids[0] ?? '') : '';
          const dayOf = (offset: number) => addDays(CUT, offset);
          const seen = rows.filter(({ kind }) => kind === 'sighting');
          await place(
            db,
            seen.map(({ offset, total, role, unit }, index) =>
              sighting(`${dayOf(offset)}T03:${String(index).padStart(2, '0')}:00.000Z`, total, { subject, role, unit }),
            ),
          );
          const typed = rows.filter(({ kind }) => kind !== 'sighting');
          for (const { offset, total, kind } of typed) {
            const day = dayOf(offset);
            const clock = kind === 'sameDay' ? `${day}T05:00:00.000Z` : null;
            await recordReadings(db, [handedIn(subject, day, total, { at: clock })], NOW);
          }
          for (const { which, day, out } of changes) {
            const all = await listReadings(db, { subject });
            const target = all[which % Math.max(1, all.length)];
            if (target === undefined) continue;
            if (out) await withdrawReading(db, { subject, id: target.id, reason: 'sai' }, NOW);
            else {
              const moved = { subject, id: target.id, total: target.total, day: dayOf(day), reason: 'nhầm ngày' };
              await correctReading(db, moved, NOW);
            }
          }
          const tallies = async () =>
            Promise.all(
              spans.map(async ({ from, length }) => {
                const period = { from: dayOf(from), to: dayOf(from + length) };
                const { rows: input } = await listReadingRows(db, { to: period.to });
                const { members, summary } = computeTally(input, { period, now: NOW });
                return { members, summary };
              }),
            );
          const before = [await tallies(), await getProgress(db, subject, NOW)];
          const reply = await saveRetention(db, { ...YEAR, own: null }, NOW);
          purged += reply.ok ? reply.value.members : 0;
          expect([await tallies(), await getProgress(db, subject, NOW)]).toEqual(before);
          // A later correction marks the runs anew: the figures must still be those of the whole history.
          const left = await listReadings(db, { subject });
          const last = left.at(-1);
          if (last !== undefined) {
            const same = { subject, id: last.id, total: last.total, day: last.day, reason: 'x' };
            await correctReading(db, same, NOW);
            expect([await tallies(), await getProgress(db, subject, NOW)]).toEqual(before);
          }
        },
      ),
      { numRuns: 150 },
    );
    // A property that never purges proves nothing.
    expect(purged).toBeGreaterThan(200);
  });
});
