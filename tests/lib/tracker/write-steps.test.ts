/** Taking back a list that was brought in: to the byte, as a whole, and never over what was done since. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { memberDraftSchema } from '../../../lib/model/actions';
import type { AnyDeskEntry } from '../../../lib/model/desk';
import { newMeeting } from '../../../lib/model/meeting';
import type { TableRead } from '../../../lib/model/observation';
import { lastStep, listMembers, listReadings, stepBlockers, type TrackerDb } from '../../../lib/tracker';
import { adoptCapture, takeList } from '../../../lib/tracker/write-captures';
import { saveDesk } from '../../../lib/tracker/write-desk';
import { erasePerson } from '../../../lib/tracker/write-person';
import { giveConsent } from '../../../lib/tracker/write-preferences';
import { correctReading, recordReadings } from '../../../lib/tracker/write-readings';
import { saveMembers, updateMember } from '../../../lib/tracker/write-roster';
import { undoStep } from '../../../lib/tracker/write-steps';
import { freshStore, handedIn } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');
const LATER = new Date('2026-11-21T05:00:00Z');
const STEP = { id: 'step-1', name: 'diem.csv' };
const draft = (name: string, more: object = {}) => memberDraftSchema.parse({ name, ...more });
let db: TrackerDb;
let an: string;

const ranking = (total: number, at: Date, name = 'Nguyễn Văn An'): TableRead => ({
  kind: 'ranking',
  listId: `ranking ${at.toISOString()}`,
  headers: ['Họ tên', 'Điểm'],
  rows: [
    {
      key: 'a',
      cells: {
        name: { value: name, raw: name, where: 'r' },
        total: { value: total, raw: String(total), where: 'r' },
      },
    },
  ],
  complete: true,
  total: 1,
  page: null,
});
const place = { site: 'vnpt', siteVersion: 1, host: 'h.vn', screen: 'ranking', unit: null, role: null };
async function rankingSeen(total: number, at: Date): Promise<string> {
  const taken = await takeList(
    db,
    { table: ranking(total, at), ...place, readAt: at.toISOString() },
    (_stored, read) => ({ rows: read.rows, total: 1, complete: true, restarted: false }),
    at,
  );
  if (!taken.ok) throw new Error(taken.detail);
  return taken.value.id;
}
/** Everything a step may touch, as it lies in the store. */
async function bytes(): Promise<string> {
  const tables = [db.members, db.pointPages, db.subjects, db.captures, db.desk, db.steps];
  return JSON.stringify(await Promise.all(tables.map((table) => table.toArray())));
}
/** The list of the tests: An gets a code and points in between what was seen, Bình is new with two totals. */
async function bringIn(): Promise<string> {
  expect(await updateMember(db, an, { patch: { code: 'A1', loggedIn: true }, since: null, step: STEP }, LATER)).toEqual(
    {
      ok: true,
      value: null,
    },
  );
  const saved = await saveMembers(db, [draft('Trần Thị Bình')], LATER, STEP);
  const binh = saved.ok ? (saved.value.ids[0] ?? '') : '';
  const readings = [
    handedIn(an, '2026-11-03', 1_020),
    handedIn(an, '2026-11-15', 1_500),
    handedIn(binh, '2026-10-01', 10),
    handedIn(binh, '2026-11-01', 20),
  ];
  const reply = await recordReadings(db, readings, LATER, STEP);
  expect(reply).toMatchObject({ ok: true, value: { added: 4 } });
  return binh;
}

beforeEach(async () => {
  db = freshStore();
  await giveConsent(db, { item: 'cellLists', text: 'Đồng ý', language: 'vi' }, NOW);
  const saved = await saveMembers(db, [draft('Nguyễn Văn An')], NOW);
  an = saved.ok ? (saved.value.ids[0] ?? '') : '';
  // One total seen on two days: a reading of a file falls in between and cuts it.
  for (const [total, day] of [
    [1_000, '2026-11-01'],
    [1_000, '2026-11-05'],
    [1_100, '2026-11-10'],
  ] as const) {
    const at = new Date(`${day}T03:00:00Z`);
    await adoptCapture(db, await rankingSeen(total, at), [{ key: 'a', memberId: an, skip: false }], at);
  }
});

describe('undoStep', () => {
  it('puts back members, readings and summaries to the byte, and can be done once', async () => {
    const before = await bytes();
    const binh = await bringIn();
    expect((await listReadings(db, { subject: an })).map(({ total }) => total)).toEqual([
      1_000, 1_020, 1_000, 1_100, 1_500,
    ]);
    expect(await lastStep(db)).toMatchObject({ id: 'step-1', name: 'diem.csv', made: 1, changed: 1, readings: 4 });
    expect(await stepBlockers(db, 'step-1')).toEqual([]);
    expect(await undoStep(db, 'step-1', LATER)).toEqual({ ok: true, value: null });
    expect(await bytes()).toBe(before);
    expect(await db.subjects.get(binh)).toBeUndefined();
    expect(await lastStep(db)).toBeNull();
    expect(await undoStep(db, 'step-1', LATER)).toMatchObject({ ok: false, code: 'notFound' });
  });

  it('puts back a list of the handbook too: what was seen once more is as it was, and the list waits again', async () => {
    const capture = await rankingSeen(1_100, LATER);
    const before = await bytes();
    const decisions = [{ key: 'a', memberId: an, skip: false }];
    expect(await adoptCapture(db, capture, decisions, LATER, STEP)).toMatchObject({ ok: true, value: { readings: 1 } });
    expect(await bytes()).not.toBe(before);
    expect(await undoStep(db, 'step-1', LATER)).toMatchObject({ ok: true });
    expect(await bytes()).toBe(before);
  });

  it('keeps what is done since and not touched by it', async () => {
    await bringIn();
    await updateMember(db, an, { patch: { role: 'Phó bí thư' }, since: null }, LATER);
    expect(await undoStep(db, 'step-1', LATER)).toMatchObject({ ok: true });
    expect(await listMembers(db)).toMatchObject([{ id: an, code: null, role: 'Phó bí thư' }]);
  });

  it.each<[string, 'changed' | 'readings' | 'named', (binh: string) => Promise<unknown>]>([
    [
      'a field it filled in was changed',
      'changed',
      () => updateMember(db, an, { patch: { code: 'A2' }, since: null }, LATER),
    ],
    [
      'a new member was edited',
      'changed',
      (binh) => updateMember(db, binh, { patch: { role: 'Bí thư' }, since: null }, LATER),
    ],
    ['a new member got a reading', 'readings', (binh) => recordReadings(db, [handedIn(binh, '2026-11-02', 30)], LATER)],
    [
      'a reading was put right',
      'readings',
      async () => {
        const [, reading] = await listReadings(db, { subject: an });
        const target = { subject: an, id: reading?.id ?? '', total: 1_021, day: '2026-11-03', reason: 'gõ nhầm' };
        return correctReading(db, target, LATER);
      },
    ],
    [
      'a meeting names a new member',
      'named',
      (binh) => {
        const meeting = newMeeting({ id: 'm', kind: 'THUONG_KY', plannedStart: NOW.toISOString(), title: 'Họp' });
        const row = { memberId: binh, name: 'Trần Thị Bình', state: 'CO_MAT' as const, note: '' };
        const value = { ...meeting, attendance: [{ ...row, status: null, reason: '', online: false }] };
        const entry = { id: 'm', kind: 'meeting', unit: null, base: null, removed: false, value } as unknown;
        return saveDesk(db, [entry as AnyDeskEntry], LATER); // a meeting with its own value
      },
    ],
  ])('is refused as a whole when %s', async (_what, why, change) => {
    const binh = await bringIn();
    expect(await change(binh)).toMatchObject({ ok: true });
    const before = await bytes();
    expect(await undoStep(db, 'step-1', LATER)).toMatchObject({ ok: false, code: 'conflict' });
    expect(await bytes()).toBe(before);
    const [blocker, ...others] = await stepBlockers(db, 'step-1');
    expect(others).toEqual([]);
    expect(blocker).toMatchObject({ why, name: blocker?.memberId === an ? 'Nguyễn Văn An' : 'Trần Thị Bình' });
  });

  it('is there for the last step only, and for none that did nothing', async () => {
    await bringIn();
    const nothing = await recordReadings(db, [handedIn(an, '2026-11-15', 1_500)], LATER, { id: 'step-2', name: 'x' });
    expect(nothing).toMatchObject({ ok: true, value: { known: 1 } });
    expect(await lastStep(db)).toMatchObject({ id: 'step-1' });
    await recordReadings(db, [handedIn(an, '2026-11-16', 1_600)], LATER, { id: 'step-3', name: 'y' });
    expect(await lastStep(db)).toMatchObject({ id: 'step-3', readings: 1, made: 0 });
    expect(await undoStep(db, 'step-1', LATER)).toMatchObject({ ok: false, code: 'notFound' });
  });

  it('never brings an erased person back', async () => {
    const binh = await bringIn();
    const person = { memberId: binh, name: 'Trần Thị Bình' };
    expect(await erasePerson(db, { person, scope: 'all', consentId: null }, LATER)).toMatchObject({ ok: true });
    expect(await lastStep(db)).toBeNull();
    expect(await db.steps.count()).toBe(0);
  });
});
