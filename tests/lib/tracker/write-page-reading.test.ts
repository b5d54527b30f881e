/** What a page's points become: asked once, kept by themselves, and asked again for anything odd. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { getPending, listReadings, type TrackerDb } from '../../../lib/tracker';
import { giveConsent, saveSettings, withdrawConsent } from '../../../lib/tracker/write-preferences';
import { confirmPending, refusePending, takePagePoints } from '../../../lib/tracker/write-page-reading';
import { freshStore, pagePoints } from './readings';

const day = (count: number, hour = 3) => new Date(Date.UTC(2026, 9, count, hour));
let db: TrackerDb;

const take = (at: Date, total: number, more: Parameters<typeof pagePoints>[2] = {}) =>
  takePagePoints(db, pagePoints(at.toISOString(), total, more), at);
async function confirm(at: Date): Promise<void> {
  const pending = await getPending(db);
  expect(await confirmPending(db, { pendingId: pending!.id, total: pending!.total }, at)).toMatchObject({ ok: true });
}
const totals = async () => (await listReadings(db, { subject: 'me' })).map(({ total }) => total);

beforeEach(async () => {
  db = freshStore();
  await giveConsent(db, { item: 'ownPoints', text: 'Tôi đồng ý', language: 'vi' }, day(1));
});

describe('takePagePoints', () => {
  it('refuses without consent, and after it was withdrawn', async () => {
    await take(day(1), 5);
    await withdrawConsent(db, 'ownPoints', day(1));
    expect(await take(day(2), 100)).toMatchObject({ ok: false, code: 'noConsent' });
    expect(await getPending(db)).toBeNull();
    expect(await totals()).toEqual([]);
  });

  it('asks for the first reading once, keeps what follows', async () => {
    expect(await take(day(1), 100)).toMatchObject({ ok: true, value: 'pending' });
    expect((await getPending(db))?.reasons).toEqual(['first']);
    expect(await totals()).toEqual([]);
    await confirm(day(1));
    expect(await take(day(1, 4), 100)).toMatchObject({ value: 'extended' });
    expect(await take(day(2), 130)).toMatchObject({ value: 'kept' });
    expect(await take(day(2), 130)).toMatchObject({ value: 'known' });
    expect(await totals()).toEqual([100, 130]);
    expect(await getPending(db)).toBeNull();
  });

  it.each([
    ['a fall', 90, {}, ['fall'], 'fall'],
    ['a leap', 100 + 2_001, {}, ['leap'], null],
    ['another name', 110, { name: 'Trần Thị Bình' }, ['name'], 'name'],
    ['another role', 110, { role: 'Đảng viên' }, ['role'], 'role'],
    ['another unit and a fall', 10, { unit: 'Chi bộ 9' }, ['unit', 'fall'], 'unit'],
    ['another host', 110, { host: 'khac.example.vn' }, ['site'], 'site'],
    ['a name no longer shown', 110, { name: null }, ['first'], null],
  ])('%s waits with its reasons and starts its run when confirmed', async (_what, total, more, reasons, newRun) => {
    await take(day(1), 100);
    await confirm(day(1));
    expect(await take(day(2), total, more)).toMatchObject({ value: 'pending' });
    expect(await getPending(db)).toMatchObject({ reasons, previous: 100, total });
    expect(await totals()).toEqual([100]);
    await confirm(day(2));
    expect((await listReadings(db, { subject: 'me' })).at(-1)).toMatchObject({ total, newRun });
  });

  it('takes the spelling of a name for what it is', async () => {
    await take(day(1), 100, { name: 'Hoàng Thị Hoà' });
    await confirm(day(1));
    expect(await take(day(2), 110, { name: 'HOÀNG THỊ HÒA'.normalize('NFD') })).toMatchObject({ value: 'kept' });
  });

  it('asks again on every change of role, so that late points are never kept under the wrong role', async () => {
    await take(day(1), 100);
    await confirm(day(1));
    await take(day(2), 110, { role: 'Đảng viên' });
    await confirm(day(2));
    expect(await take(day(3), 120)).toMatchObject({ value: 'pending' });
  });

  it('obeys the leap limit set', async () => {
    await saveSettings(db, { leapLimit: 50 }, day(1));
    await take(day(1), 100);
    await confirm(day(1));
    expect(await take(day(2), 150)).toMatchObject({ value: 'kept' });
    expect(await take(day(3), 201)).toMatchObject({ value: 'pending' });
  });

  it('confirms only what is shown, once', async () => {
    await take(day(1), 100);
    const first = (await getPending(db))!;
    await take(day(1, 4), 105);
    expect((await getPending(db))!.id).not.toBe(first.id);
    expect(await confirmPending(db, { pendingId: first.id, total: 100 }, day(1))).toMatchObject({
      ok: false,
      code: 'conflict',
    });
    const second = (await getPending(db))!;
    expect(await confirmPending(db, { pendingId: second.id, total: 100 }, day(1))).toMatchObject({ code: 'conflict' });
    await confirm(day(1));
    expect(await confirmPending(db, { pendingId: second.id, total: 105 }, day(1))).toMatchObject({ code: 'notFound' });
    expect(await totals()).toEqual([105]);
  });

  it('does not ask again for what was refused, but for the next value', async () => {
    await take(day(1), 100);
    expect(await refusePending(db, (await getPending(db))!.id, day(1))).toMatchObject({ ok: true });
    expect(await take(day(1, 4), 100)).toMatchObject({ value: 'refusedBefore' });
    expect(await getPending(db)).toBeNull();
    expect(await take(day(1, 5), 101)).toMatchObject({ value: 'pending' });
    expect(await totals()).toEqual([]);
  });

  it('drops what waits when the page shows the usual again', async () => {
    await take(day(1), 100);
    await confirm(day(1));
    await take(day(2), 50);
    expect(await take(day(2, 4), 110)).toMatchObject({ value: 'kept' });
    expect(await getPending(db)).toBeNull();
  });
});
