/** Captured lists: consent, merging, adoption into roster and readings. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  getCapture,
  latestReading,
  listCaptures,
  listMembers,
  listReadingRows,
  type TrackerDb,
} from '../../../lib/tracker';
import { adoptCapture, dropCapture, keepCapture, takeList, type MergeLists } from '../../../lib/tracker/write-captures';
import { giveConsent, withdrawConsent } from '../../../lib/tracker/write-preferences';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { memberDraftSchema } from '../../../lib/model/actions';
import type { RowRead, TableRead } from '../../../lib/model/observation';
import { computeTally } from '../../../lib/tally';
import { freshStore } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');
let db: TrackerDb;

function row(order: number, name: string, total: number): RowRead {
  const cell = (value: string | number) => ({ value, raw: String(value), where: `row ${order}` });
  return { key: `${order}|${name}`, cells: { order: cell(order), name: cell(name), total: cell(total) } };
}
function table(rows: RowRead[], more: Partial<TableRead> = {}): TableRead {
  return {
    kind: 'ranking',
    listId: 'ranking|1',
    headers: ['STT', 'Họ tên', 'Điểm'],
    rows,
    complete: false,
    total: 3,
    page: null,
    ...more,
  };
}
const merge: MergeLists = (stored, read) => {
  const rows = new Map([...(stored?.rows ?? []), ...read.rows].map((one) => [one.key, one]));
  return { rows: [...rows.values()], total: read.total, complete: rows.size === read.total, restarted: false };
};
const place = {
  site: 'vnpt',
  siteVersion: 1,
  host: 'h.example.vn',
  screen: 'ranking',
  unit: 'Chi bộ 1',
  role: 'Bí thư',
};
const take = (read: TableRead, at = NOW) =>
  takeList(db, { table: read, ...place, readAt: at.toISOString() }, merge, at);
const decide = (key: string, memberId: string | null = null, skip = false) => ({ key, memberId, skip });

beforeEach(async () => {
  db = freshStore();
  await giveConsent(db, { item: 'cellLists', text: 'Đồng ý', language: 'vi' }, NOW);
});

describe('takeList', () => {
  it('keeps nothing without consent, nor kinds that are not kept', async () => {
    await withdrawConsent(db, 'cellLists', NOW);
    expect(await take(table([row(1, 'An', 3)]))).toMatchObject({ ok: false, code: 'noConsent' });
    await giveConsent(db, { item: 'cellLists', text: 'Đồng ý', language: 'vi' }, NOW);
    expect(await take(table([row(1, 'An', 3)], { kind: 'documents' }))).toMatchObject({ code: 'notAllowed' });
    expect(await take(table([row(1, 'An', 3)], { kind: 'attendance' }))).toMatchObject({ code: 'noConsent' });
    expect(await listCaptures(db)).toEqual([]);
  });

  it('merges pages of one list, and starts anew after adoption or hours later', async () => {
    await take(table([row(1, 'An', 30), row(2, 'Bình', 20)]));
    expect(await take(table([row(3, 'Chi', 10)]))).toMatchObject({ ok: true, value: { complete: true, total: 3 } });
    const [capture] = await listCaptures(db);
    expect(capture?.rows).toHaveLength(3);
    await take(table([row(1, 'An', 31)]), new Date(NOW.getTime() + 7 * 3_600_000));
    expect(await listCaptures(db)).toHaveLength(2);
    await dropCapture(db, capture!.id, NOW);
    expect(await getCapture(db, capture!.id)).toBeNull();
    // Dropped by mistake: taken up again as it was, once, and only under the consent it was read under.
    expect(await keepCapture(db, capture!, NOW)).toMatchObject({ ok: true });
    expect(await getCapture(db, capture!.id)).toEqual(capture);
    expect(await keepCapture(db, capture!, NOW)).toMatchObject({ ok: false, code: 'conflict' });
    await withdrawConsent(db, 'cellLists', NOW);
    expect(await keepCapture(db, capture!, NOW)).toMatchObject({ ok: false, code: 'noConsent' });
  });

  it('is emptied when the consent is withdrawn', async () => {
    await take(table([row(1, 'An', 30)]));
    await withdrawConsent(db, 'cellLists', NOW);
    expect(await listCaptures(db)).toEqual([]);
  });

  it('keeps of meetings and rolls only what was agreed to, under a consent of their own', async () => {
    await giveConsent(db, { item: 'meetingLists', text: 'Đồng ý', language: 'vi' }, NOW);
    await take(table([row(1, 'An', 30)], { kind: 'attendance', listId: 'roll' }));
    await take(table([row(1, 'An', 30)]));
    const roll = (await listCaptures(db)).find(({ kind }) => kind === 'attendance');
    expect(Object.keys(roll?.rows[0]?.cells ?? {})).toEqual(['name']);
    await withdrawConsent(db, 'meetingLists', NOW);
    expect((await listCaptures(db)).map(({ kind }) => kind)).toEqual(['ranking']);
  });
});

describe('adoptCapture', () => {
  it('makes members and readings as decided, once', async () => {
    const saved = await saveMembers(db, [memberDraftSchema.parse({ name: 'Nguyễn Văn An', unit: 'Chi bộ 1' })], NOW);
    const known = saved.ok ? saved.value.ids[0]! : '';
    const rows = [row(1, 'Nguyễn Van An', 30), row(2, 'Trần Bình', 20), row(3, 'Lê Chi', 10)];
    await take(table(rows));
    const [capture] = await listCaptures(db);
    const decisions = [decide(rows[0]!.key, known), decide(rows[1]!.key), decide(rows[2]!.key, null, true)];
    expect(await adoptCapture(db, capture!.id, decisions, NOW)).toMatchObject({
      ok: true,
      value: { members: 2, readings: 2, skipped: 1 },
    });
    expect(await adoptCapture(db, capture!.id, decisions, NOW)).toMatchObject({ ok: false, code: 'conflict' });
    expect((await listMembers(db)).map(({ name }) => name)).toEqual(['Nguyễn Văn An', 'Trần Bình']);
    expect(await latestReading(db, known)).toMatchObject({
      total: 30,
      source: 'ranking',
      day: '2026-11-20',
      unit: 'Chi bộ 1',
    });
    const { rows: input, sources } = await listReadingRows(db, { unit: 'chi bộ 1' });
    const tally = computeTally(input, { period: { from: '2026-11-01', to: '2026-11-30' }, sources, now: NOW });
    expect(tally.members.map(({ name, closing }) => [name, closing])).toEqual([
      ['Nguyễn Văn An', 30],
      ['Trần Bình', 20],
    ]);
    expect(tally.sources).toMatchObject([{ kind: 'page', rows: 2, from: '2026-11-20' }]);
  });

  it('refuses a ranking whose points do not follow its ranks, and leaves everything as it was', async () => {
    const rows = [row(1, 'An', 1), row(2, 'Bình', 300), row(3, 'Chi', 20)];
    await take(table(rows));
    const [capture] = await listCaptures(db);
    expect(
      await adoptCapture(
        db,
        capture!.id,
        rows.map(({ key }) => decide(key)),
        NOW,
      ),
    ).toMatchObject({ code: 'invalid' });
    expect(await listMembers(db)).toEqual([]);
    expect((await getCapture(db, capture!.id))?.adoptedAt).toBeNull();
  });

  it('refuses rows and members it does not know, as a whole', async () => {
    const rows = [row(1, 'An', 30)];
    await take(table(rows));
    const [capture] = await listCaptures(db);
    expect(await adoptCapture(db, capture!.id, [decide('9|Ai')], NOW)).toMatchObject({ code: 'notFound' });
    expect(await adoptCapture(db, capture!.id, [decide(rows[0]!.key, 'nobody')], NOW)).toMatchObject({
      code: 'notFound',
    });
    expect(await listMembers(db)).toEqual([]);
  });
});
