/** The ledgers: recorded, withdrawn, restored, answered, finished, reopened; days that cannot be are refused. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { memberDraftSchema } from '../../../lib/model/actions';
import type { DataRequestDraft } from '../../../lib/model/data-request';
import type { MemberConsentDraft } from '../../../lib/model/member-consent';
import { type TrackerDb, getRequest, getSettings, listMemberConsents, listRequests } from '../../../lib/tracker';
import {
  answerRequest,
  extendRequest,
  finishRequest,
  recordMemberConsent,
  recordRequest,
  reopenRequest,
  restoreMemberConsent,
  saveHolidays,
  withdrawMemberConsent,
} from '../../../lib/tracker/write-ledgers';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { freshStore } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');

function consent(more: Partial<MemberConsentDraft> = {}): MemberConsentDraft {
  return {
    memberId: null,
    person: 'Trần Thị Bình',
    kinds: ['HO_TEN', 'DIEM'],
    purpose: 'Tổng hợp điểm',
    method: 'LOI_NOI',
    givenOn: '2026-11-01',
    keepUntil: null,
    text: 'Tôi đồng ý.',
    ...more,
  };
}
function request(more: Partial<DataRequestDraft> = {}): DataRequestDraft {
  return { memberId: null, person: 'Trần Thị Bình', kind: 'erase', receivedOn: '2026-11-18', note: '', ...more };
}
const idOf = (reply: { ok: boolean; value?: { id: string } }) => reply.value?.id ?? 'none';
const add = async (db: TrackerDb, more: Partial<DataRequestDraft> = {}) =>
  idOf(await recordRequest(db, request(more), NOW));

describe('consents of members', () => {
  it('are recorded, withdrawn and restored', async () => {
    const db = freshStore();
    const id = idOf(await recordMemberConsent(db, consent(), NOW));
    expect(await listMemberConsents(db)).toEqual([{ ...consent(), id, withdrawnOn: null, erasedOn: null }]);
    expect(await withdrawMemberConsent(db, id, '2026-11-19', NOW)).toMatchObject({ ok: true });
    expect(await listMemberConsents(db)).toMatchObject([{ withdrawnOn: '2026-11-19' }]);
    expect(await restoreMemberConsent(db, id, NOW)).toMatchObject({ ok: true });
    expect(await listMemberConsents(db)).toMatchObject([{ withdrawnOn: null }]);
    expect(JSON.stringify(await db.journal.toArray())).not.toMatch(/Bình/);
  });

  it('stand first while they stand, newest first', async () => {
    const db = freshStore();
    for (const givenOn of ['2026-11-01', '2026-11-03', '2026-11-02']) {
      await recordMemberConsent(db, consent({ givenOn }), NOW);
    }
    const [newest] = await listMemberConsents(db);
    await withdrawMemberConsent(db, newest?.id ?? '', '2026-11-20', NOW);
    expect((await listMemberConsents(db)).map(({ givenOn }) => givenOn)).toEqual([
      '2026-11-02',
      '2026-11-01',
      '2026-11-03',
    ]);
  });

  it.each([
    ['given tomorrow', consent({ givenOn: '2026-11-21' }), 'invalid'],
    ['kept until before it was given', consent({ keepUntil: '2026-10-31' }), 'invalid'],
    ['of nobody on the roster', consent({ memberId: 'm9' }), 'notFound'],
  ])('%s is refused', async (_, draft, code) => {
    const db = freshStore();
    expect(await recordMemberConsent(db, draft, NOW)).toMatchObject({ ok: false, code });
    expect(await db.memberConsents.count()).toBe(0);
    expect(await db.journal.count()).toBe(0);
  });

  it('cannot be withdrawn before they were given, nor restored after an erasure', async () => {
    const db = freshStore();
    const id = idOf(await recordMemberConsent(db, consent(), NOW));
    expect(await withdrawMemberConsent(db, id, '2026-10-31', NOW)).toMatchObject({ code: 'invalid' });
    expect(await withdrawMemberConsent(db, 'none', '2026-11-20', NOW)).toMatchObject({ code: 'notFound' });
    await db.memberConsents.update(id, { withdrawnOn: '2026-11-20', erasedOn: '2026-11-20' });
    expect(await restoreMemberConsent(db, id, NOW)).toMatchObject({ code: 'conflict' });
  });
});

describe('requests', () => {
  it('get their days from the rules and the holidays, and go through answered, done and back', async () => {
    const db = freshStore();
    await saveMembers(db, [memberDraftSchema.parse({ name: 'An' })], NOW);
    await saveHolidays(db, ['2026-11-20', '2026-11-19', '2026-11-20'], NOW);
    expect((await getSettings(db)).holidays).toEqual(['2026-11-19', '2026-11-20']);
    const id = await add(db);
    expect(await getRequest(db, id)).toMatchObject({ answerBy: '2026-11-24', doneBy: '2026-11-28' });
    expect(await answerRequest(db, id, '2026-11-17', NOW)).toMatchObject({ code: 'invalid' });
    expect(await answerRequest(db, id, '2026-11-21', NOW)).toMatchObject({ code: 'invalid' });
    expect(await answerRequest(db, id, '2026-11-19', NOW)).toMatchObject({ ok: true });
    expect(await finishRequest(db, id, '2026-11-18', NOW)).toMatchObject({ code: 'invalid' });
    expect(await finishRequest(db, id, '2026-11-20', NOW)).toMatchObject({ ok: true });
    expect(await getRequest(db, id)).toMatchObject({ answeredOn: '2026-11-19', doneOn: '2026-11-20' });
    await reopenRequest(db, id, NOW);
    expect(await getRequest(db, id)).toMatchObject({ answeredOn: '2026-11-19', doneOn: null });
    await reopenRequest(db, id, NOW);
    expect(await getRequest(db, id)).toMatchObject({ answeredOn: null, doneOn: null });
    await finishRequest(db, id, '2026-11-20', NOW);
    expect(await getRequest(db, id)).toMatchObject({ answeredOn: '2026-11-20', doneOn: '2026-11-20' });
  });

  it('are put off once, by the days of the rules, and keep that when holidays change', async () => {
    const db = freshStore();
    const id = await add(db);
    expect(await extendRequest(db, id, true, NOW)).toMatchObject({ ok: true });
    expect(await getRequest(db, id)).toMatchObject({ doneBy: '2026-12-13', extendedOn: '2026-11-20' });
    expect(await extendRequest(db, id, true, NOW)).toMatchObject({ code: 'conflict' });
    await saveHolidays(db, ['2026-11-19'], NOW);
    expect(await getRequest(db, id)).toMatchObject({ answerBy: '2026-11-23', doneBy: '2026-12-13' });
    await extendRequest(db, id, false, NOW);
    expect(await getRequest(db, id)).toMatchObject({ doneBy: '2026-11-28', extendedOn: null });
    const done = await add(db);
    await finishRequest(db, done, '2026-11-20', NOW);
    expect(await extendRequest(db, done, true, NOW)).toMatchObject({ code: 'conflict' });
  });

  it('move with the holidays while they are unanswered', async () => {
    const db = freshStore();
    const open = await add(db);
    const answered = await add(db);
    await answerRequest(db, answered, '2026-11-20', NOW);
    expect(await saveHolidays(db, ['2026-11-19'], NOW)).toEqual({ ok: true, value: { moved: 1 } });
    expect(await getRequest(db, open)).toMatchObject({ answerBy: '2026-11-23' });
    expect(await getRequest(db, answered)).toMatchObject({ answerBy: '2026-11-20' });
  });

  it('are refused for days to come', async () => {
    expect(await recordRequest(freshStore(), request({ receivedOn: '2026-11-21' }), NOW)).toMatchObject({
      code: 'invalid',
    });
  });

  it('are listed by what is due next, finished ones last', async () => {
    const db = freshStore();
    const late = await add(db, { receivedOn: '2026-11-02' });
    const soon = await add(db, { receivedOn: '2026-11-18' });
    const answered = await add(db, { receivedOn: '2026-11-18', kind: 'withdraw' });
    const done = await add(db, { receivedOn: '2026-11-01' });
    await answerRequest(db, answered, '2026-11-19', NOW);
    await finishRequest(db, done, '2026-11-19', NOW);
    expect((await listRequests(db)).map(({ id }) => id)).toEqual([late, soon, answered, done]);
  });
});
