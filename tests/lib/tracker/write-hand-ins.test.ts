/** Hand-ins in the store: all of it or nothing, taken back as one. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { memberDraftSchema } from '../../../lib/model/actions';
import type { AnyDeskEntry } from '../../../lib/model/desk';
import type { MemberConsentDraft } from '../../../lib/model/member-consent';
import { countEverything, getDesk, listDesk, listReadings } from '../../../lib/tracker';
import { takeHandIns, undoHandIns } from '../../../lib/tracker/write-hand-ins';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { freshStore, handedIn } from './readings';

const NOW = new Date('2026-12-01T05:00:00Z');
const KEY = 'k'.repeat(43);

async function withMember() {
  const db = freshStore();
  const saved = await saveMembers(db, [memberDraftSchema.parse({ name: 'Nguyễn Văn An' })], NOW);
  if (!saved.ok) throw new Error(saved.detail);
  return { db, id: saved.value.ids[0] ?? '' };
}
const peer = (memberId: string, change: Partial<AnyDeskEntry> = {}): AnyDeskEntry =>
  ({
    id: `peerKey ${KEY}`,
    kind: 'peerKey',
    unit: null,
    base: null,
    removed: false,
    value: { keyId: KEY, memberId, firstSeen: NOW.toISOString(), verifiedOn: null, name: 'Nguyễn Văn An' },
    ...change,
  }) as AnyDeskEntry; // one kind with its value
const consent = (memberId: string): MemberConsentDraft => ({
  memberId,
  person: 'Nguyễn Văn An',
  kinds: ['HO_TEN', 'DIEM'],
  purpose: 'Tổng hợp',
  method: 'KHAC',
  givenOn: '2026-11-30',
  keepUntil: null,
  text: 'tự gửi',
});

describe('taking over', () => {
  it('keeps readings, records and consents together, and takes them back together', async () => {
    const { db, id } = await withMember();
    const readings = [handedIn(id, '2026-10-30', 1_000), handedIn(id, '2026-11-28', 1_500)];
    const taken = await takeHandIns(db, { readings, records: [peer(id)], consents: [consent(id)] }, NOW);
    if (!taken.ok) throw new Error(taken.detail);
    expect((await listReadings(db, { subject: id })).map(({ total }) => total)).toEqual([1_000, 1_500]);
    expect(await listDesk(db, 'peerKey')).toHaveLength(1);
    expect(await countEverything(db)).toMatchObject({ readings: 2, memberConsents: 1, desk: 1 });
    const undo = {
      readings: taken.value.readings,
      records: [peer(id, { base: taken.value.changedAt[0] ?? '', removed: true })],
      consents: taken.value.consents,
      reason: 'nhầm',
    };
    expect(await undoHandIns(db, undo, NOW)).toMatchObject({ ok: true });
    expect(await listReadings(db, { subject: id })).toEqual([]);
    expect((await listReadings(db, { subject: id, includeWithdrawn: true }))[0]?.withdrawn?.reason).toBe('nhầm');
    expect(await listDesk(db, 'peerKey')).toEqual([]);
    expect(await countEverything(db)).toMatchObject({ memberConsents: 0 });
    // Taken back twice: the records have moved on since.
    expect(await undoHandIns(db, undo, NOW)).toMatchObject({ ok: false, code: 'conflict' });
  });

  it('keeps nothing when one part is refused', async () => {
    const { db, id } = await withMember();
    const readings = [handedIn(id, '2026-11-28', 1_500)];
    const stale = peer(id, { base: '2026-01-01T00:00:00.000Z' });
    const refused = async (change: object) => {
      const reply = await takeHandIns(db, { readings, records: [peer(id)], consents: [], ...change }, NOW);
      return reply.ok ? 'kept' : reply.code;
    };
    expect(await refused({ records: [stale] })).toBe('notFound');
    expect(await refused({ readings: [...readings, handedIn('nobody', '2026-11-28', 1)] })).toBe('notFound');
    expect(await refused({ readings: [handedIn(id, '2026-12-02', 1)] })).toBe('invalid');
    expect(await countEverything(db)).toMatchObject({ readings: 0, desk: 0, memberConsents: 0 });
    expect(await getDesk(db, `peerKey ${KEY}`)).toBeNull();
    expect(await refused({})).toBe('kept');
  });

  it('undoes only what it brought: a reading that was there before stays', async () => {
    const { db, id } = await withMember();
    const first = { readings: [handedIn(id, '2026-10-30', 1_000)], records: [peer(id)], consents: [] };
    const before = await takeHandIns(db, first, NOW);
    if (!before.ok) throw new Error(before.detail);
    const base = before.value.changedAt[0] ?? '';
    const again = await takeHandIns(db, { ...first, records: [peer(id, { base })] }, new Date(NOW.getTime() + 1_000));
    if (!again.ok) throw new Error(again.detail);
    expect(again.value.readings).toEqual([]);
  });
});
