/** A whole state put in place: equal afterwards, derived figures anew, and nothing changed when anything goes wrong. */
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { mergeData } from '../../../lib/backup';
import type { AllData } from '../../../lib/model/all-data';
import { exportEverything, getBackupState, getSettings, schemaVersion } from '../../../lib/tracker';
import { perform } from '../../../lib/tracker/perform';
import { NO_SAFETY } from '../../../lib/tracker/safety';
import { takePagePoints } from '../../../lib/tracker/write-page-reading';
import { findDifference, replaceEverything } from '../../../lib/tracker/write-restore';
import { recordReadings } from '../../../lib/tracker/write-readings';
import { giveConsent } from '../../../lib/tracker/write-preferences';
import { later, logical, stateFrom, stateWith } from '../backup/states';
import { freshStore, handedIn, pagePoints } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');
const options = { now: NOW, journal: { action: 'restoreBackup' } };
/** What stays of a store's export when the line about the restore itself is left out. */
async function kept(db: ReturnType<typeof freshStore>): Promise<AllData> {
  const all = await exportEverything(db, NOW);
  const journal = all.journal.filter(({ action }) => action !== 'restoreBackup');
  return { ...all, journal, counts: { ...all.counts, journal: journal.length } };
}

describe('replacing everything', () => {
  it('gives the same state in a fresh store, for forty states, and over one another', async () => {
    const db = freshStore();
    for (let seed = 0; seed < 40; seed++) {
      const state = stateFrom(seed);
      const reply = await replaceEverything(db, state, options);
      expect(reply).toMatchObject({ ok: true, value: { counts: state.counts } });
      expect(logical(await kept(db))).toEqual(logical(state));
    }
  });

  it('derives pages, summaries and runs as if the readings had come one by one', async () => {
    const one = freshStore();
    const readings = [50, 40, 90, 10, 70].map((total, index) => handedIn('m1', `2026-0${9 - index}-01`, total));
    await recordReadings(one, readings, NOW);
    const state = await exportEverything(one, NOW);
    const wrongRuns = state.readings.map((reading) => ({ ...reading, newRun: 'site' as const })).reverse();
    const other = freshStore();
    expect(await replaceEverything(other, { ...state, readings: wrongRuns }, options)).toMatchObject({ ok: true });
    expect(await other.subjects.toArray()).toEqual(await one.subjects.toArray());
    expect(await other.pointPages.toArray()).toEqual(await one.pointPages.toArray());
  });

  it('merges with what is there when it begins, also what came in meanwhile', async () => {
    const db = freshStore();
    const base = stateWith(4, 1);
    await replaceEverything(db, base, options);
    const theirs = later(base, 5);
    await recordReadings(db, [handedIn('me', '2026-11-01', 123_456)], NOW);
    const reply = await replaceEverything(
      db,
      (ours) => mergeData(ours, theirs, { mode: 'merge', conflicts: 'ours' }),
      options,
    );
    expect(reply.ok).toBe(true);
    const totals = (await exportEverything(db, NOW)).readings.map(({ total }) => total);
    expect(totals).toContain(123_456);
    expect(totals.length).toBe(theirs.readings.length + 1);
  });

  it('changes nothing when the write fails, when what is read back differs, or when the data is newer', async () => {
    const db = freshStore();
    await replaceEverything(db, stateWith(3, 2), options);
    const before = await exportEverything(db, NOW);
    const other = stateFrom(99, 60);
    const failing = vi.spyOn(db.members, 'bulkPut').mockRejectedValue(new DOMException('disk', 'QuotaExceededError'));
    expect(await replaceEverything(db, other, options)).toMatchObject({ ok: false, code: 'storage' });
    failing.mockRestore();
    const lossy = vi.spyOn(db.requests, 'bulkPut').mockImplementation((() => Promise.resolve('')) as never);
    const withRequest = { ...other, requests: stateWithRequest().requests };
    expect(await replaceEverything(db, withRequest, options)).toMatchObject({ ok: false, code: 'storage' });
    lossy.mockRestore();
    const thrown = await replaceEverything(
      db,
      () => {
        throw new Error('the merge failed');
      },
      options,
    );
    expect(thrown).toMatchObject({ ok: false, code: 'storage' });
    await db.meta.put({ key: 'schema', schemaVersion: schemaVersion + 1, minWriter: schemaVersion + 1 });
    expect(await replaceEverything(db, other, options)).toMatchObject({ ok: false, code: 'readOnly' });
    expect(await exportEverything(db, NOW)).toEqual(before);
  });

  it('keeps a waiting reading while its consent stands, and what is known of backups', async () => {
    const db = freshStore();
    await giveConsent(db, { item: 'ownPoints', text: 'x', language: 'vi' }, NOW);
    expect(await takePagePoints(db, pagePoints(NOW.toISOString(), 5), NOW)).toMatchObject({ value: 'pending' });
    await perform(db, { type: 'keepFolderPassphrase', passphrase: 'bí mật' }, NOW);
    const ours = await exportEverything(db, NOW);
    await replaceEverything(db, ours, options);
    expect(await db.pending.count()).toBe(1);
    await replaceEverything(db, { ...ours, consents: [] }, options);
    expect(await db.pending.count()).toBe(0);
    expect((await getBackupState(db)).folderPassphrase).toBe('bí mật');
  });

  it('takes a hundred thousand readings', async () => {
    const db = freshStore();
    const one = stateWith(1, 0).readings[0]!;
    const readings = Array.from({ length: 100_000 }, (_, index) => ({
      ...one,
      id: `r${index}`,
      subject: `m${index % 1000}`,
      total: index,
    }));
    const state = { ...stateFrom(0, 0), readings };
    expect(await replaceEverything(db, state, options)).toMatchObject({
      ok: true,
      value: { counts: { readings: 100_000 } },
    });
  });
});

function stateWithRequest(): AllData {
  for (let seed = 1; ; seed++) if (stateFrom(seed).requests.length > 0) return stateFrom(seed);
}

describe('differences', () => {
  it('are named by kind, never by value', () => {
    const state = stateWith(2, 1);
    expect(findDifference(state, state)).toBeNull();
    expect(findDifference(state, { ...state, readings: [...state.readings].reverse() })).toBeNull();
    const changed = state.members.map((member) => ({ ...member, name: 'Khác' }));
    expect(findDifference(state, { ...state, members: changed })).toBe('members: a record differs');
    expect(findDifference(state, { ...state, readings: [] })).toMatch(/^readings: \d+ meant, 0 there$/);
    expect(findDifference(state, { ...state, settings: { ...state.settings, leapLimit: 1 } })).toBe('settings');
  });
});

describe('what is known of backups', () => {
  const backup = (takenAt: string) => ({
    takenAt,
    verifiedAt: takenAt,
    place: 'file' as const,
    seq: 1,
    counts: { readings: 1 },
  });

  it('keeps the youngest, and the passphrase only while automatic copies are wanted', async () => {
    const db = freshStore();
    expect(await getBackupState(db)).toMatchObject({ last: null, folderPassphrase: null });
    await perform(db, { type: 'recordBackup', backup: backup('2026-11-10T00:00:00.000Z') }, NOW);
    await perform(db, { type: 'recordBackup', backup: backup('2026-11-01T00:00:00.000Z') }, NOW);
    await perform(db, { type: 'keepFolderPassphrase', passphrase: 'p' }, NOW);
    await perform(db, { type: 'noteFolderProblem', problem: 'prompt' }, NOW);
    expect(await getBackupState(db)).toMatchObject({
      last: { takenAt: '2026-11-10T00:00:00.000Z' },
      folderPassphrase: 'p',
      folderProblem: 'prompt',
    });
    await perform(db, { type: 'keepFolderPassphrase', passphrase: null }, NOW);
    expect(await getBackupState(db)).toMatchObject({ folderPassphrase: null, folderProblem: null });
    expect(JSON.stringify(await db.journal.toArray())).not.toContain('"p"');
    await perform(db, { type: 'eraseEverything' }, NOW);
    expect(await getBackupState(db)).toMatchObject({ last: null });
  });

  it('a patch of other settings leaves the cadence alone', async () => {
    const db = freshStore();
    await perform(db, { type: 'saveSettings', patch: { backupEvery: 'week' } }, NOW);
    await perform(db, { type: 'saveSettings', patch: { largeText: true } }, NOW);
    expect(await getSettings(db)).toMatchObject({ backupEvery: 'week', largeText: true });
  });

  it('without recovery no snapshot is promised', async () => {
    expect(await NO_SAFETY.snapshot('beforeRestore')).toBeNull();
    expect(await NO_SAFETY.restore('x', 1)).toMatchObject({ ok: false, code: 'notFound' });
  });
});
