/** The tracker as a whole: opening, older code on newer data, failing storage, roster, settings, export and erasure. */
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { allDataSchema } from '../../lib/model/all-data';
import { memberDraftSchema, ownPageActionSchema } from '../../lib/model/actions';
import { DEFAULT_CELL } from '../../lib/model/cell';
import { DEFAULT_SETTINGS } from '../../lib/model/settings';
import {
  countEverything,
  exportEverything,
  getSettings,
  hasConsent,
  latestReading,
  listConsents,
  listMembers,
  listReadingRows,
  listUnits,
  schemaVersion,
} from '../../lib/tracker';
import { perform } from '../../lib/tracker/perform';
import { recordReadings } from '../../lib/tracker/write-readings';
import { saveMembers, updateMember } from '../../lib/tracker/write-roster';
import { saveSettings } from '../../lib/tracker/write-preferences';
import { exportSite } from '../../lib/model/describe-site';
import { taughtSite } from './model/taught-site';
import { freshStore, handedIn } from './tracker/readings';

const NOW = new Date('2026-11-20T05:00:00Z');
const drafts = (...names: string[]) => names.map((name) => memberDraftSchema.parse({ name, unit: 'Chi bộ 1' }));

describe('writing', () => {
  it('is refused by code older than the data, which stays readable', async () => {
    const db = freshStore();
    await recordReadings(db, [handedIn('m1', '2026-10-01', 5)], NOW);
    await db.meta.put({ key: 'schema', schemaVersion: schemaVersion + 1, minWriter: schemaVersion + 1 });
    expect(await recordReadings(db, [handedIn('m1', '2026-10-02', 9)], NOW)).toMatchObject({
      ok: false,
      code: 'readOnly',
    });
    expect(await latestReading(db, 'm1')).toMatchObject({ total: 5 });
  });

  it('reopens once after a storage failure and tells when that does not help; nothing half-written stays', async () => {
    const db = freshStore();
    await recordReadings(db, [handedIn('m1', '2026-10-01', 5)], NOW);
    const failing = vi.spyOn(db.subjects, 'bulkPut').mockRejectedValueOnce(new DOMException('disk', 'UnknownError'));
    expect(await recordReadings(db, [handedIn('m1', '2026-10-02', 9)], NOW)).toMatchObject({ ok: true });
    failing.mockRejectedValue(new DOMException('disk', 'UnknownError'));
    expect(await recordReadings(db, [handedIn('m1', '2026-10-03', 11)], NOW)).toMatchObject({
      ok: false,
      code: 'storage',
    });
    failing.mockRestore();
    expect(await latestReading(db, 'm1')).toMatchObject({ total: 9 });
    expect(await db.pointPages.count()).toBe(1);
  });

  it('notes what was done without names or totals', async () => {
    const db = freshStore();
    await saveMembers(db, drafts('Nguyễn Văn An'), NOW);
    await recordReadings(db, [handedIn('m1', '2026-10-01', 54_321)], NOW);
    const lines = await db.journal.toArray();
    expect(lines.map(({ action }) => action)).toEqual(['saveMembers', 'recordReadings']);
    expect(JSON.stringify(lines)).not.toMatch(/Nguyễn|54321/);
  });
});

describe('roster', () => {
  it('lists by given name, by unit, without removed members; a new name keeps the old spelling', async () => {
    const db = freshStore();
    const saved = await saveMembers(db, drafts('Trần Thị Bình', 'Lê Văn An', 'Hoàng Hoà'), NOW);
    const ids = saved.ok ? saved.value.ids : [];
    expect((await listMembers(db)).map(({ name }) => name)).toEqual(['Lê Văn An', 'Trần Thị Bình', 'Hoàng Hoà']);
    await perform(db, { type: 'removeMember', id: ids[1]! }, NOW);
    expect(await listMembers(db, { unit: 'CHI BỘ 1' })).toHaveLength(2);
    expect(await listMembers(db, { includeRemoved: true })).toHaveLength(3);
    await perform(db, { type: 'restoreMember', id: ids[1]! }, NOW);
    await updateMember(db, ids[1]!, { patch: { name: 'Lê Văn Ân', unit: 'Chi bộ 2' }, since: null }, NOW);
    expect((await listMembers(db)).find(({ id }) => id === ids[1])).toMatchObject({
      name: 'Lê Văn Ân',
      otherNames: ['Lê Văn An'],
    });
    expect(await listUnits(db)).toEqual(['Chi bộ 1', 'Chi bộ 2']);
    expect(await updateMember(db, 'nobody', { patch: {}, since: null }, NOW)).toMatchObject({ code: 'notFound' });
  });

  it('has one member at most who is the user, whose own readings serve when they have none as a member', async () => {
    const db = freshStore();
    const saved = await saveMembers(
      db,
      [...drafts('An'), ...drafts('Bình')].map((draft) => ({ ...draft, isSelf: true })),
      NOW,
    );
    expect((await listMembers(db)).filter(({ isSelf }) => isSelf).map(({ name }) => name)).toEqual(['Bình']);
    await recordReadings(db, [handedIn('me', '2026-10-01', 7)], NOW);
    const totals = async () => (await listReadingRows(db)).rows.map(({ name, total }) => [name, total]);
    expect(await totals()).toEqual(
      expect.arrayContaining([
        ['An', null],
        ['Bình', 7],
      ]),
    );
    await recordReadings(db, [handedIn(saved.ok ? saved.value.ids[1]! : '', '2026-10-02', 9)], NOW);
    expect(await totals()).toEqual(
      expect.arrayContaining([
        ['An', null],
        ['Bình', 9],
      ]),
    );
  });
});

describe('settings and consents', () => {
  it('have defaults, change by parts, and keep every consent on record', async () => {
    const db = freshStore();
    expect(await getSettings(db)).toEqual(DEFAULT_SETTINGS);
    await saveSettings(db, { theme: 'dark' }, NOW);
    await saveSettings(db, { targetPerMonth: 300 }, NOW);
    expect(await getSettings(db)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', targetPerMonth: 300 });
    const give = { type: 'giveConsent', item: 'ownPoints', text: 'Tôi đồng ý', language: 'vi' } as const;
    await perform(db, give, NOW);
    await perform(db, give, NOW);
    expect(await hasConsent(db, 'ownPoints')).toBe(true);
    expect(await hasConsent(db, 'cellLists')).toBe(false);
    await perform(db, { type: 'withdrawConsent', item: 'ownPoints' }, NOW);
    expect(await hasConsent(db, 'ownPoints')).toBe(false);
    await perform(db, give, NOW);
    expect((await listConsents(db)).map(({ withdrawnAt }) => withdrawnAt).sort()).toEqual([NOW.toISOString(), null]);
  });
});

describe('everything', () => {
  it('is copied out as one valid document and counted, and erased down to one line', async () => {
    const db = freshStore();
    await saveMembers(db, drafts('An'), NOW);
    await recordReadings(db, [handedIn('m1', '2026-10-01', 5), handedIn('m1', '2026-10-02', 9)], NOW);
    await saveSettings(db, { theme: 'dark' }, NOW);
    const copy = allDataSchema.parse(JSON.parse(JSON.stringify(await exportEverything(db, NOW))));
    expect(copy.counts).toEqual(await countEverything(db));
    expect(copy.readings.map(({ total }) => total)).toEqual([5, 9]);
    expect(await perform(db, { type: 'eraseEverything' }, NOW)).toMatchObject({ ok: true });
    expect(await countEverything(db)).toEqual({
      readings: 0,
      members: 0,
      captures: 0,
      consents: 0,
      journal: 1,
      memberConsents: 0,
      requests: 0,
      deletions: 0,
      hostSites: 0,
      desk: 0,
    });
    expect(await getSettings(db)).toEqual(DEFAULT_SETTINGS);
    expect(await recordReadings(db, [handedIn('m1', '2026-10-01', 5)], NOW)).toMatchObject({ ok: true });
  });
});

describe('actions', () => {
  it('each have a performer that answers with a reply', async () => {
    const db = freshStore();
    const member = { type: 'saveMembers', members: [{ name: 'An' }] };
    const deskCell = (id: string) => ({
      id,
      kind: 'cell' as const,
      unit: null,
      base: null,
      removed: false,
      value: { ...DEFAULT_CELL, place: 'Nghi Sơn' },
    });
    const sampleCapture = {
      ...{ id: 'x', kind: 'members', listId: 'l', site: 'vnpt', siteVersion: 1, host: 'h.vn', screen: null },
      ...{ unit: null, role: null, headers: [], rows: [], complete: true, total: 0, adoptedAt: null },
      firstSeenAt: '2026-11-20T05:00:00.000Z',
      updatedAt: '2026-11-20T05:00:00.000Z',
    };
    const samples: Record<string, object> = {
      giveConsent: { item: 'ownPoints', text: 'x', language: 'vi' },
      withdrawConsent: { item: 'ownPoints' },
      confirmPending: { pendingId: 'p', total: 1 },
      refusePending: { pendingId: 'p' },
      recordReadings: { readings: [handedIn('me', '2026-10-01', 1)] },
      correctReading: { subject: 'me', id: 'x', total: 1, day: '2026-10-01', reason: 'sai' },
      withdrawReading: { subject: 'me', id: 'x', reason: 'sai' },
      restoreReading: { subject: 'me', id: 'x' },
      saveMembers: member,
      updateMember: { id: 'x', patch: {} },
      removeMember: { id: 'x' },
      restoreMember: { id: 'x' },
      adoptCapture: { captureId: 'x', decisions: [] },
      dropCapture: { captureId: 'x' },
      keepCapture: { capture: sampleCapture },
      undoStep: { id: 'x' },
      saveDraft: { draft: { key: 'x', memberId: null, text: '{}' } },
      dropDraft: { key: 'x' },
      saveSettings: { patch: { theme: 'dark' } },
      addHost: { host: 'a.example.vn' },
      saveDesk: { records: [deskCell('cell ')] },
      takeHandIns: { readings: [], records: [deskCell('cell a')], consents: [] },
      undoHandIns: { readings: [], records: [deskCell('cell b')], consents: [], reason: 'sai' },
      saveHostSite: { host: 'a.example.vn', text: exportSite(taughtSite('a.example.vn')), from: 'imported' },
      dropHostSite: { host: 'a.example.vn' },
      useShipped: { host: 'a.example.vn', on: false },
      removeHost: { host: 'a.example.vn', withReadings: false },
      eraseEverything: {},
      recordMemberConsent: {
        consent: {
          memberId: null,
          person: 'An',
          kinds: ['DIEM'],
          purpose: 'Tổng hợp',
          method: 'LOI_NOI',
          givenOn: '2026-11-01',
          keepUntil: null,
          text: '',
        },
      },
      withdrawMemberConsent: { id: 'x', day: '2026-11-01' },
      restoreMemberConsent: { id: 'x' },
      recordRequest: {
        request: { memberId: null, person: 'An', kind: 'access', receivedOn: '2026-11-01', note: '' },
      },
      answerRequest: { id: 'x', day: '2026-11-01' },
      finishRequest: { id: 'x', day: '2026-11-01' },
      reopenRequest: { id: 'x' },
      extendRequest: { id: 'x', on: true },
      erasePerson: { person: { memberId: null, name: 'An' }, scope: 'all' },
      saveRetention: { periods: { own: null, members: 60, captures: 3, journal: 60, desk: null } },
      saveHolidays: { holidays: ['2027-01-01'] },
      saveBreach: { breach: { discoveredAt: '2026-11-20T05:00:00.000Z', done: [] } },
      noteExport: { kind: 'xlsx', rows: 7 },
      recordBackup: {
        backup: {
          takenAt: '2026-11-20T05:00:00.000Z',
          verifiedAt: '2026-11-20T05:00:00.000Z',
          place: 'file',
          seq: 1,
          counts: {},
        },
      },
      keepFolderPassphrase: { passphrase: null },
      noteFolderProblem: { problem: null },
    };
    expect(Object.keys(samples).sort()).toEqual(
      ownPageActionSchema.options.map(({ shape }) => shape.type.value).sort(),
    );
    for (const [type, fields] of Object.entries(samples)) {
      const reply = await perform(db, ownPageActionSchema.parse({ ...fields, type }), NOW);
      expect(reply.ok || ['notFound', 'noConsent'].includes(reply.code), `${type}: ${JSON.stringify(reply)}`).toBe(
        true,
      );
    }
  });
});
