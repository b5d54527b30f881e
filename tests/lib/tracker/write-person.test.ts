/** One person: all that is kept is found, copied out, and erased at once; everybody else's figures stay. */
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { allDataSchema } from '../../../lib/model/all-data';
import { memberDraftSchema } from '../../../lib/model/actions';
import type { Capture } from '../../../lib/model/capture';
import { personalCopySchema } from '../../../lib/model/personal-copy';
import { computeTally } from '../../../lib/tally/compute';
import {
  type TrackerDb,
  aboutPerson,
  exportEverything,
  listDeletions,
  listReadingRows,
  personalCopy,
} from '../../../lib/tracker';
import { recordMemberConsent, recordRequest } from '../../../lib/tracker/write-ledgers';
import { erasePerson } from '../../../lib/tracker/write-person';
import { saveSettings } from '../../../lib/tracker/write-preferences';
import { recordReadings } from '../../../lib/tracker/write-readings';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { freshStore, handedIn } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');
const NAME = 'Nguyễn Văn Hòa';

function capture(id: string, rows: [name: string, total: number, code?: string][]): Capture {
  const cell = (value: string | number) => ({ value, raw: String(value), where: 'row' });
  return {
    id,
    kind: 'ranking',
    listId: id,
    site: 'vnpt',
    siteVersion: 1,
    host: 'so-tay.example.vn',
    screen: 'ranking',
    unit: 'Chi bộ 1',
    role: 'Bí thư',
    headers: ['Họ tên', 'Điểm'],
    rows: rows.map(([name, total, code], index) => ({
      key: `${index}|${name.toLowerCase()}`,
      cells: { name: cell(name), total: cell(total), ...(code === undefined ? {} : { code: cell(code) }) },
    })),
    complete: true,
    total: rows.length,
    firstSeenAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
    adoptedAt: null,
  };
}

async function filled(): Promise<{ db: TrackerDb; id: string; other: string }> {
  const db = freshStore();
  const drafts = [
    { name: NAME, otherNames: ['Nguyễn Hòa'], code: 'H1' },
    { name: 'Trần Thị Bình', code: 'B1' },
    { name: 'Lê Văn Cường' },
  ].map((draft) => memberDraftSchema.parse(draft));
  const saved = await saveMembers(db, drafts, NOW);
  const [id = '', other = ''] = saved.ok ? saved.value.ids : [];
  await recordReadings(
    db,
    [
      handedIn(id, '2026-08-01', 10, { name: NAME }),
      handedIn(id, '2026-09-01', 50, { name: NAME }),
      handedIn(other, '2026-08-01', 20),
      handedIn(other, '2026-09-01', 90),
    ],
    NOW,
  );
  await db.captures.bulkAdd([
    capture('c1', [
      ['NGUYỄN VĂN HOÀ', 50],
      ['Trần Thị Bình', 90],
    ]),
    capture('c2', [['Nguyễn Văn Hòa', 50, 'H1']]),
    capture('c3', [['Nguyễn Văn Hòa', 7, 'X9']]),
  ]);
  const consent = {
    memberId: id,
    person: NAME,
    kinds: ['HO_TEN' as const],
    purpose: 'Tổng hợp điểm của Nguyễn Văn Hòa',
    method: 'VAN_BAN' as const,
    givenOn: '2026-07-01',
    keepUntil: null,
    text: 'Tôi, Nguyễn Văn Hoà, đồng ý.',
  };
  await recordMemberConsent(db, consent, NOW);
  await recordMemberConsent(
    db,
    { ...consent, memberId: other, person: 'Trần Thị Bình', purpose: 'Điểm', text: '' },
    NOW,
  );
  await recordRequest(
    db,
    { memberId: null, person: 'nguyễn văn hòa', kind: 'erase', receivedOn: '2026-11-19', note: 'Anh Hòa gọi điện' },
    NOW,
  );
  return { db, id, other };
}

async function others(db: TrackerDb) {
  const { rows } = await listReadingRows(db);
  const { members } = computeTally(rows, { period: { from: '2026-07-01', to: '2026-09-30' }, now: NOW });
  return members.filter(({ name }) => name !== NAME).map(({ rank: _rank, ...figures }) => figures);
}

describe('aboutPerson', () => {
  it('finds all that is kept, whatever the spelling; a code tells a namesake apart', async () => {
    const { db, id } = await filled();
    const about = await aboutPerson(db, { memberId: id, name: NAME });
    expect(about?.readings.map(({ total }) => total)).toEqual([10, 50]);
    expect(about?.capturedRows.map(({ captureId }) => captureId)).toEqual(['c1', 'c2']);
    expect(about?.consents).toHaveLength(1);
    expect(about?.requests).toHaveLength(1);
    const copy = about === null ? null : personalCopySchema.parse(personalCopy(about, NOW));
    expect(copy?.note).toMatch(/không thay thế số liệu trên hệ thống/);
    expect(JSON.stringify(copy)).not.toContain('Trần Thị Bình');
  });

  it('takes no unlinked line of a name two members have, and says so', async () => {
    const { db, id } = await filled();
    await saveMembers(db, [memberDraftSchema.parse({ name: 'Nguyễn Văn Hoà' })], NOW);
    const about = await aboutPerson(db, { memberId: id, name: NAME });
    expect(about).toMatchObject({ hasNamesake: true, requests: [] });
    expect(about?.consents).toHaveLength(1);
  });

  it('finds somebody who is on no roster, and nobody for a member that is gone', async () => {
    const { db } = await filled();
    await recordRequest(
      db,
      { memberId: null, person: 'Phạm Thu', kind: 'access', receivedOn: '2026-11-19', note: '' },
      NOW,
    );
    expect(await aboutPerson(db, { memberId: null, name: 'Phạm Thu' })).toMatchObject({
      member: null,
      readings: [],
      requests: [{ kind: 'access' }],
    });
    expect(await aboutPerson(db, { memberId: 'gone', name: 'Phạm Thu' })).toBeNull();
  });

  it('tells where the user wrote the name themself', async () => {
    const { db, id } = await filled();
    const party = { superior: null, cell: null, place: null, secretaryName: 'Nguyễn Văn Hoà' };
    await saveSettings(db, { party }, NOW);
    expect((await aboutPerson(db, { memberId: id, name: NAME }))?.alsoIn).toEqual(['secretaryName']);
  });
});

describe('erasePerson', () => {
  it('leaves no name in any table, keeps the proof with initials, and no other figure changes', async () => {
    const { db, id } = await filled();
    const before = await others(db);
    const reply = await erasePerson(db, { person: { memberId: id, name: NAME }, scope: 'all', consentId: null }, NOW);
    expect(reply).toEqual({
      ok: true,
      value: { readings: 2, members: 1, captureRows: 2, deskRecords: 0, consents: 1, requests: 1 },
    });
    expect(await others(db)).toEqual(before);
    // The row of the other one with that name, told apart by its code, is not this person's.
    await db.captures.delete('c3');
    const everything = JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
    for (const word of ['Hòa', 'Hoà', 'hòa', 'hoà', id]) expect(everything).not.toContain(word);
    const copy = allDataSchema.parse(await exportEverything(db, NOW));
    expect(copy.memberConsents).toContainEqual(
      expect.objectContaining({
        person: 'N.V.H.',
        memberId: null,
        purpose: 'Tổng hợp điểm của N.V.H.',
        text: 'Tôi, N.V.H., đồng ý.',
        erasedOn: '2026-11-20',
      }),
    );
    expect(copy.requests).toMatchObject([{ person: 'N.V.H.', note: '', erasedOn: '2026-11-20' }]);
    expect(copy.captures.map(({ id: captureId, complete }) => [captureId, complete])).toEqual([['c1', false]]);
    expect((await listDeletions(db)).map(({ what, count, cause }) => [what, count, cause])).toEqual([
      ['captureRows', 2, 'request'],
      ['members', 1, 'request'],
      ['readings', 2, 'request'],
    ]);
  });

  it('erases the points only, and notes the withdrawal that asked for it', async () => {
    const { db, id } = await filled();
    const consentId = (await db.memberConsents.toArray()).find(({ memberId }) => memberId === id)?.id ?? '';
    const order = { person: { memberId: id, name: NAME }, scope: 'points' as const, consentId };
    expect(await erasePerson(db, order, NOW)).toMatchObject({ ok: true, value: { readings: 2, members: 0 } });
    expect(await db.members.get(id)).toBeDefined();
    expect(await db.memberConsents.get(consentId)).toMatchObject({ withdrawnOn: '2026-11-20', person: NAME });
    expect((await listDeletions(db)).every(({ cause }) => cause === 'withdrawal')).toBe(true);
  });

  it('notes the withdrawal also when the whole person goes', async () => {
    const { db, id } = await filled();
    const consentId = (await db.memberConsents.toArray()).find(({ memberId }) => memberId === id)?.id ?? '';
    await erasePerson(db, { person: { memberId: id, name: NAME }, scope: 'all', consentId }, NOW);
    expect(await db.memberConsents.get(consentId)).toMatchObject({ withdrawnOn: '2026-11-20', person: 'N.V.H.' });
  });

  it('is all or nothing', async () => {
    const { db, id } = await filled();
    const before = JSON.stringify(await exportEverything(db, NOW));
    const failing = vi.spyOn(db.requests, 'bulkPut').mockRejectedValue(new DOMException('disk', 'UnknownError'));
    const order = { person: { memberId: id, name: NAME }, scope: 'all' as const, consentId: null };
    expect(await erasePerson(db, order, NOW)).toMatchObject({ ok: false, code: 'storage' });
    failing.mockRestore();
    expect(JSON.stringify(await exportEverything(db, NOW))).toBe(before);
    expect(await erasePerson(db, { ...order, person: { memberId: 'gone', name: 'x' } }, NOW)).toMatchObject({
      code: 'notFound',
    });
  });
});
