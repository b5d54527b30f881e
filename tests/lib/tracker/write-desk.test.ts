/** The desk in the store: kept, changed only onto what was seen, frozen where it must be, undone, erased with a person. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CELL } from '../../../lib/model/cell';
import type { AnyDeskEntry } from '../../../lib/model/desk';
import { newMeeting } from '../../../lib/model/meeting';
import { computeTally } from '../../../lib/tally';
import { aboutPerson, getCell, getDesk, listDesk, personalCopy } from '../../../lib/tracker';
import { saveDesk } from '../../../lib/tracker/write-desk';
import { erasePerson } from '../../../lib/tracker/write-person';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { memberDraftSchema } from '../../../lib/model/actions';
import { freshStore } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');
const cell = (patch: Partial<AnyDeskEntry> = {}, place = 'Nghi Sơn'): AnyDeskEntry =>
  ({
    id: 'cell ',
    kind: 'cell',
    unit: null,
    base: null,
    removed: false,
    value: { ...DEFAULT_CELL, place },
    ...patch,
  }) as AnyDeskEntry;

function closing(id: string, number: number, name = 'Trần Thị Hoà'): AnyDeskEntry {
  const row = { name, code: null, day: '2026-09-02', at: null, total: 10, installed: true, eligible: true };
  const tally = computeTally([{ ...row, reason: null, source: 0, person: 'm1' }], {
    period: { from: '2026-09-01', to: '2026-09-30' },
    now: NOW,
  });
  const value = {
    period: tally.period,
    number,
    version: 1,
    amends: null,
    tally,
    members: ['m1'],
    digest: 'a'.repeat(64),
    redactedOn: null,
  };
  return { id, kind: 'closing', unit: null, base: null, removed: false, value };
}

const stamp = async (db: ReturnType<typeof freshStore>, id: string) => (await getDesk(db, id))?.changedAt ?? '';

describe('saveDesk', () => {
  it('keeps a record and gives what the next change is based on', async () => {
    const db = freshStore();
    const saved = await saveDesk(db, [cell()], NOW);
    expect(saved).toEqual({ ok: true, value: { changedAt: [NOW.toISOString()] } });
    expect((await getCell(db, null)).cell.place).toBe('Nghi Sơn');
    const again = await saveDesk(db, [cell({ base: NOW.toISOString() }, 'Hải Bình')], NOW);
    // The same millisecond: still another version.
    expect(again).toMatchObject({ ok: true, value: { changedAt: ['2026-11-20T05:00:00.001Z'] } });
    expect(Object.values((await getDesk(db, 'cell '))?.versions ?? {})).toEqual([2]);
  });

  it('tells the journal that a meeting was made and put aside, not of every pause in typing', async () => {
    const db = freshStore();
    const value = newMeeting({ id: 'm', kind: 'THUONG_KY', plannedStart: NOW.toISOString() });
    const entry = { id: 'm', kind: 'meeting' as const, unit: null, base: null as string | null, removed: false, value };
    const lines = async () => (await db.journal.toArray()).filter(({ action }) => action === 'saveDesk').length;
    await saveDesk(db, [entry], NOW);
    expect(await lines()).toBe(1);
    for (const place of ['N', 'Nhà', 'Nhà văn hóa']) {
      await saveDesk(db, [{ ...entry, base: await stamp(db, 'm'), value: { ...value, place } }], NOW);
    }
    expect(await lines()).toBe(1);
    await saveDesk(db, [{ ...entry, base: await stamp(db, 'm'), removed: true }], NOW);
    expect(await lines()).toBe(2);
  });

  it('refuses a change onto another version, and keeps nothing of the batch', async () => {
    const db = freshStore();
    await saveDesk(db, [cell()], NOW);
    const batch = [closing('c1', 1), cell({ base: '2026-01-01T00:00:00.000Z' }, 'Mất')];
    expect(await saveDesk(db, batch, NOW)).toMatchObject({ ok: false, code: 'conflict' });
    expect(await listDesk(db, 'closing')).toEqual([]);
    expect((await getCell(db, null)).cell.place).toBe('Nghi Sơn');
    expect(await saveDesk(db, [cell()], NOW)).toMatchObject({ code: 'conflict' });
    expect(await saveDesk(db, [cell({ id: 'other', base: NOW.toISOString() })], NOW)).toMatchObject({
      code: 'notFound',
    });
    expect(await saveDesk(db, [closing('c1', 1), closing('c1', 2)], NOW)).toMatchObject({ code: 'invalid' });
  });

  it('puts aside and takes up again', async () => {
    const db = freshStore();
    await saveDesk(db, [cell()], NOW);
    await saveDesk(db, [cell({ base: await stamp(db, 'cell '), removed: true })], NOW);
    expect(await listDesk(db, 'cell')).toEqual([]);
    expect(await listDesk(db, 'cell', { includeRemoved: true })).toHaveLength(1);
    await saveDesk(db, [cell({ base: await stamp(db, 'cell ') })], NOW);
    expect(await listDesk(db, 'cell')).toHaveLength(1);
  });

  it('never changes a closed period, and gives no report number twice', async () => {
    const db = freshStore();
    await saveDesk(db, [closing('c1', 1)], NOW);
    const changed = { ...closing('c1', 1, 'Kẻ Khác'), base: await stamp(db, 'c1') } as AnyDeskEntry;
    expect(await saveDesk(db, [changed], NOW)).toMatchObject({ code: 'notAllowed' });
    expect(await saveDesk(db, [closing('c2', 1)], NOW)).toMatchObject({ code: 'conflict' });
    expect(await saveDesk(db, [closing('c2', 2), closing('c3', 2)], NOW)).toMatchObject({ code: 'conflict' });
    expect(await saveDesk(db, [closing('c2', 2)], NOW)).toMatchObject({ ok: true });
    const aside = { ...closing('c2', 2), base: await stamp(db, 'c2'), removed: true } as AnyDeskEntry;
    expect(await saveDesk(db, [aside], NOW)).toMatchObject({ ok: true });
    expect((await listDesk(db, 'closing')).map(({ id }) => id)).toEqual(['c1']);
  });
});

it('an erased person leaves the desk: their own records go, elsewhere initials stand', async () => {
  const db = freshStore();
  const saved = await saveMembers(db, [memberDraftSchema.parse({ name: 'Trần Thị Hoà' })], NOW);
  const id = saved.ok ? (saved.value.ids[0] ?? '') : '';
  const frozen = closing('c1', 1, 'Trần Thị Hòa');
  if (frozen.kind === 'closing') frozen.value = { ...frozen.value, members: [id] };
  const activity: AnyDeskEntry = {
    id: `activity 2026-09 ${id}`,
    kind: 'activity',
    unit: null,
    base: null,
    removed: false,
    value: {
      memberId: id,
      period: { from: '2026-09-01', to: '2026-09-30' },
      used: true,
      visits: 3,
      studied: null,
      quizzes: null,
      opinions: null,
      origin: 'nhập tay',
    },
  };
  await saveDesk(db, [frozen, activity, cell()], NOW);
  const about = await aboutPerson(db, { memberId: id, name: 'Trần Thị Hoà' });
  expect(personalCopy(about!, NOW).desk.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['activity', 'closing']),
  );
  const order = { person: { memberId: id, name: 'Trần Thị Hoà' }, scope: 'all' as const, consentId: null };
  expect(await erasePerson(db, order, NOW)).toMatchObject({ ok: true, value: { deskRecords: 1 } });
  const left = await db.desk.toArray();
  expect(left.map(({ kind }) => kind).sort()).toEqual(['cell', 'closing']);
  expect(JSON.stringify(left)).not.toMatch(/Hoà|Hòa/);
  expect(JSON.stringify(left)).not.toContain(id);
  expect(left.find(({ kind }) => kind === 'closing')?.value).toMatchObject({
    redactedOn: '2026-11-20',
    members: [null],
    tally: { members: [{ name: 'T.T.H.' }] },
  });
});
