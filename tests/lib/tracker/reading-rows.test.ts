/** A tally from the pages its period rests on equals one from every page, whatever came late, was moved, taken back or joined. */
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberDraftSchema } from '../../../lib/model/actions';
import { cellOn, memberOn } from '../../../lib/model/member-history';
import type { Period } from '../../../lib/model/period';
import { SELF } from '../../../lib/model/point-reading';
import type { ReadingRow, SourceInfo } from '../../../lib/model/tally';
import { tallyRows } from '../../../lib/tally/compute';
import { type TrackerDb, listReadingRows, listReadings } from '../../../lib/tracker';
import { unpackPages } from '../../../lib/tracker/point-pages';
import { isMarked, sightingsOf, sourceOf } from '../../../lib/tracker/sightings';
import { keepReadings, placeReadings, subjectTables } from '../../../lib/tracker/subject-pages';
import { write } from '../../../lib/tracker/write';
import { correctReading, recordReadings, withdrawReading } from '../../../lib/tracker/write-readings';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { addDays } from '../../../lib/vi/dates';
import { freshStore, handedIn, sighting } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');
const FIRST = '2025-01-01';
const DAYS = 420;
const NAMES = ['An', 'Bình', 'Bình', 'Chi'];

const day = fc.integer({ min: 0, max: DAYS - 1 });
const person = fc.nat(NAMES.length);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('file'), person, day, total: fc.nat(60) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('seen'), person, day, total: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('timed'), person, day, total: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('move'), person, day, total: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('back'), person, day, total: fc.nat(60) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop'), person, day, total: fc.nat(60) }) },
  // A summary as an earlier program left it.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('old'), person, day, total: fc.nat(60) }) },
);
interface Step {
  kind: string;
  person: number;
  day: number;
  total: number;
}
const span = fc.record({ from: day, length: fc.nat(120) });

const dayAt = (offset: number) => addDays(FIRST, offset);

/** The roster: two namesakes without codes, a second record of the last member, and the user of the browser. */
async function people(db: TrackerDb): Promise<string[]> {
  const drafts = [...NAMES, 'Chí'].map((name) => memberDraftSchema.parse({ name, isSelf: name === 'An' }));
  const saved = await saveMembers(db, drafts, NOW);
  const ids = saved.ok ? saved.value.ids : [];
  const [twin, first] = [ids.at(-1) ?? '', ids.at(-2) ?? ''];
  const reply = await write(db, { tables: [db.members], now: NOW, journal: null }, () =>
    db.members.update(twin, { sameAs: first }),
  );
  expect(reply.ok).toBe(true);
  return ids;
}

async function play(db: TrackerDb, ids: readonly string[], steps: readonly Step[]): Promise<void> {
  let made = 0;
  const tables = subjectTables(db);
  for (const { kind, person: who, day: offset, total } of steps) {
    // The user's own readings serve for the member who has none.
    const subject = who === 0 ? SELF : (ids[who] ?? '');
    const on = dayAt(offset);
    if (kind === 'file') await recordReadings(db, [handedIn(subject, on, total, { origin: `${total % 3}.csv` })], NOW);
    if (kind === 'timed')
      await recordReadings(db, [handedIn(subject, on, total, { at: `${on}T0${total % 9}:00:00.000Z` })], NOW);
    if (kind === 'seen') {
      const seen = [0, 1, 40].map((after) =>
        sighting(`${dayAt(offset + after)}T03:00:00.000Z`, 200 + total, { subject, name: null, role: null }),
      );
      await write(db, { tables, now: NOW, journal: null }, () => placeReadings(db, seen, () => `split-${made++}`));
    }
    if (kind === 'old') {
      const summary = await db.subjects.get(subject);
      if (summary === undefined) continue;
      const { told: _told, ...before } = summary;
      await write(db, { tables, now: NOW, journal: null }, () => db.subjects.put(before));
    }
    const all = await listReadings(db, { subject });
    const target = all[offset % Math.max(1, all.length)];
    if (target === undefined) continue;
    const { id } = target;
    if (kind === 'move') await correctReading(db, { subject, id, total, day: on, reason: 'nhầm' }, NOW);
    if (kind === 'back') await withdrawReading(db, { subject, id, reason: 'sai' }, NOW);
    if (kind === 'drop')
      await write(db, { tables, now: NOW, journal: null }, () =>
        keepReadings(db, subject, (readings) => readings.filter((one) => one.id !== id)),
      );
  }
}

/** Every row of every page up to the day: what the narrow reading has to equal. */
async function everyRow(db: TrackerDb, to: string): Promise<{ rows: ReadingRow[]; sources: SourceInfo[] }> {
  const [members, summaries, pages] = [
    await db.members.toArray(),
    await db.subjects.toArray(),
    await db.pointPages.toArray(),
  ];
  const rows: ReadingRow[] = [];
  const sources: SourceInfo[] = [];
  const placeOf = (source: SourceInfo) => {
    const at = sources.findIndex((one) => JSON.stringify(one) === JSON.stringify(source));
    return at === -1 ? sources.push(source) - 1 : at;
  };
  for (const member of cellOn(members, to)) {
    const { id, name, code, installed, eligible, reason } = member;
    const fact = { person: id, name, code, installed, eligible, reason, role: memberOn(member, to).role };
    const counted = summaries.find(({ subject }) => subject === id)?.count ?? 0;
    const subjects = [member.isSelf && counted === 0 ? SELF : id];
    subjects.push(...members.filter(({ sameAs }) => sameAs === id).map((twin) => twin.id));
    const before = rows.length;
    for (const subject of subjects) {
      const own = pages.filter((page) => page.subject === subject);
      own.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.part - b.part));
      for (const reading of unpackPages(own)) {
        if (reading.withdrawn !== null || reading.day > to) continue;
        const source = placeOf(sourceOf(reading));
        sightingsOf(reading).forEach((seen, index) => {
          if (seen.day > to) return;
          rows.push({ ...fact, ...seen, total: reading.total, newRun: index === 0 && isMarked(reading), source });
        });
      }
    }
    if (rows.length === before) {
      const source = placeOf({ name: 'Danh sách đảng viên', kind: 'manual', detail: null });
      rows.push({ ...fact, day: null, at: null, total: null, source });
    }
  }
  return { rows, sources };
}

describe('listReadingRows', () => {
  it('gives the tally of all pages, sources included, for any period', { timeout: 540_000 }, async () => {
    let [spared, given] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 4, maxLength: 24 }),
        fc.array(span, { minLength: 1, maxLength: 5 }),
        async (steps, spans) => {
          const db = freshStore();
          await play(db, await people(db), steps);
          for (const { from, length } of spans) {
            const period: Period = { from: dayAt(from), to: dayAt(from + length) };
            const all = await everyRow(db, period.to);
            const narrow = await listReadingRows(db, period);
            const options = { period, now: NOW };
            expect(tallyRows(narrow.rows, { ...options, sources: narrow.sources })).toEqual(
              tallyRows(all.rows, { ...options, sources: all.sources }),
            );
            expect(await listReadingRows(db, { to: period.to })).toEqual(all);
            spared += all.rows.length - narrow.rows.length;
            given += narrow.rows.length;
          }
          await db.delete();
        },
      ),
      {
        numRuns: Number(process.env.RUNS ?? 60),
        examples: [
          [
            // The later half of what was cut in two lies behind a reading of its first half's month.
            [
              { kind: 'file', person: 1, day: 128, total: 0 },
              { kind: 'seen', person: 1, day: 150, total: 0 },
              { kind: 'move', person: 1, day: 127, total: 0 },
              { kind: 'timed', person: 1, day: 128, total: 0 },
            ],
            [{ from: 150, length: 1 }],
          ],
        ],
      },
    );
    // A reading that spares nothing, or has nothing to read, proves nothing.
    expect(spared).toBeGreaterThan(200);
    expect(given).toBeGreaterThan(500);
  });

  it('opens of five years the period and the last day before it', async () => {
    const db = freshStore();
    const saved = await saveMembers(
      db,
      ['An', 'Bình'].map((name) => memberDraftSchema.parse({ name })),
      NOW,
    );
    const [an = '', binh = ''] = saved.ok ? saved.value.ids : [];
    const monthly = Array.from({ length: 60 }, (_, index) => [2021 + Math.floor(index / 12), (index % 12) + 1]);
    const readings = monthly.map(([year, month = 0], index) =>
      handedIn(an, `${year}-${String(month).padStart(2, '0')}-20`, index * 10),
    );
    await recordReadings(db, [...readings, handedIn(binh, '2021-02-03', 5, { origin: 'cu.csv' })], NOW);
    const { rows, sources } = await listReadingRows(db, { from: '2025-12-01', to: '2025-12-31' });
    expect(rows.map(({ name, day: on, total }) => [name, on, total])).toEqual([
      ['An', '2025-11-20', 580],
      ['An', '2025-12-20', 590],
      ['Bình', '2021-02-03', 5],
    ]);
    expect(sources).toEqual([
      { name: 'diem.csv', kind: 'file', detail: null, unread: { rows: 58, from: '2021-01-20', to: '2025-10-20' } },
      { name: 'cu.csv', kind: 'file', detail: null },
    ]);
  });

  it('leaves what an earlier program wrote no slower after the next reading', async () => {
    const db = freshStore();
    const saved = await saveMembers(db, [memberDraftSchema.parse({ name: 'An' })], NOW);
    const subject = saved.ok ? (saved.value.ids[0] ?? '') : '';
    const days = ['2026-01-20', '2026-02-20', '2026-03-20'];
    await recordReadings(
      db,
      days.map((on, index) => handedIn(subject, on, index)),
      NOW,
    );
    const { told, ...before } = (await db.subjects.get(subject))!;
    await write(db, { tables: subjectTables(db), now: NOW, journal: null }, () => db.subjects.put(before));
    const period = { from: '2026-03-01', to: '2026-03-31' };
    expect(told).toBeDefined();
    expect((await listReadingRows(db, period)).rows).toHaveLength(3);
    await recordReadings(db, [handedIn(subject, '2026-03-25', 9)], NOW);
    expect((await listReadingRows(db, period)).rows.map(({ day: on }) => on)).toEqual([
      '2026-02-20',
      '2026-03-20',
      '2026-03-25',
    ]);
  });
});
