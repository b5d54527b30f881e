/** The vault worker as the page uses it: sealed, proved, opened and compared off the main thread, with progress and cancel. */
import { setUpZod } from '@/entrypoints/dashboard/setup';
import { afterEach, describe, expect, it } from 'vitest';
import { seal, writePayload } from '@/lib/backup';
import { exportEverything, openTracker } from '@/lib/tracker';
import { replaceEverything } from '@/lib/tracker/write-restore';
import { type Vault, VaultError, createVault } from '@/components/workers/vault';
import { later, stateWith } from '../../lib/backup/states';

setUpZod();
const NOW = new Date('2026-11-20T03:00:00.000Z');
const PASS = 'meo-xanh-lua-thom-cau-dai-ga-vui-sen-trang-song-sau';
let count = 0;
const open: Vault[] = [];
afterEach(() => open.splice(0).forEach((vault) => vault.destroy()));

async function stage() {
  const database = `vault-${Date.now()}-${(count += 1)}`;
  const db = openTracker(database);
  const state = stateWith(4, 2);
  await replaceEverything(db, state, { now: NOW, journal: { action: 'restoreBackup' } });
  const vault = createVault();
  open.push(vault);
  return { database, db, vault, state };
}

async function failureOf(work: Promise<unknown>) {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof VaultError ? error.failure : error;
}

describe('the vault', () => {
  it('seals, proves and opens a copy, telling how far it is', async () => {
    const { database, vault, state, db } = await stage();
    const progress: number[] = [];
    const now = NOW.toISOString();
    const onProgress = (fraction: number) => void progress.push(fraction);
    const copy = await vault.call('sealCopy', { key: null, database, passphrase: PASS, now }, { onProgress });
    expect(copy.counts).toMatchObject({ readings: state.readings.length, members: state.members.length });
    expect(progress.length).toBeGreaterThan(5);
    expect(Math.max(...progress)).toBe(1);
    const proof = { bytes: copy.bytes, passphrase: PASS, digest: copy.digest };
    expect(await vault.call('verifyCopy', proof)).toBeNull();
    expect(await failureOf(vault.call('verifyCopy', { ...proof, digest: '00' }))).toEqual({ kind: 'differs' });
    const opened = await vault.call('openBackup', { key: null, database, bytes: copy.bytes, passphrase: PASS, now });
    expect(Object.values(opened.difference.kinds).reduce((sum, kind) => sum + kind.new + kind.conflicting, 0)).toBe(0);
    let text = '';
    while (text.length < opened.characters) {
      text += (await vault.call('takeText', { from: text.length, limit: 1_000 })).text;
    }
    expect(JSON.parse(text)).toEqual(await exportEverything(db, NOW));
  });

  it('tells what a copy brings, and why a file is refused', async () => {
    const { database, vault, state } = await stage();
    const file = await seal(writePayload(later(state, 3)), PASS, { logN: 4 });
    const ask = { key: null, database, passphrase: PASS, now: NOW.toISOString() };
    const bytes = file.slice().buffer;
    const opened = await vault.call('openBackup', { ...ask, bytes });
    expect(opened.difference.kinds.readings.new).toBeGreaterThan(0);
    expect(await failureOf(vault.call('openBackup', { ...ask, bytes, passphrase: 'x' }))).toMatchObject({
      code: 'wrongPassphrase',
    });
    expect(await failureOf(vault.call('openBackup', { ...ask, bytes: file.slice(0, -9).buffer }))).toMatchObject({
      code: 'damagedBody',
    });
    const bad = await seal('{"format":"x"}', PASS, { logN: 4 });
    expect(await failureOf(vault.call('openBackup', { ...ask, bytes: bad.slice().buffer }))).toMatchObject({
      code: 'otherFormat',
      where: 'format',
    });
    // What was refused is not what is taken afterwards.
    expect(await failureOf(vault.call('takeText', { from: 0, limit: 5 }))).toMatchObject({ kind: 'failed' });
  });

  it('stops when told to, and works again afterwards', async () => {
    const { database, vault } = await stage();
    const stop = new AbortController();
    const ask = { key: null, database, passphrase: PASS, now: NOW.toISOString() };
    const onProgress = () => stop.abort(new DOMException('', 'AbortError'));
    const work = vault.call('sealCopy', ask, { signal: stop.signal, onProgress });
    await expect(work).rejects.toThrow(DOMException);
    const json = await vault.call('exportPlain', { key: null, database, kind: 'json', now: NOW.toISOString() });
    expect(JSON.parse(new TextDecoder().decode(json.bytes))).toMatchObject({ format: 'sotay-data' });
    const csv = await vault.call('exportPlain', { key: null, database, kind: 'csv', now: NOW.toISOString() });
    expect([...new Uint8Array(csv.bytes).subarray(0, 2)]).toEqual([0x50, 0x4b]);
  });
});
