/** From what a person types to keys: each slow step goes to the worker, and nothing of it is kept here. */
import { foldPassphrase } from '@/lib/backup/passphrase';
import { newDataKey, newKdf, toBase64, unwrapKey, wrapKey } from '@/lib/lock';
import type { LockRecord } from '@/lib/model/lock';
import { type Desk, createDesk } from '../workers/desk';

/** A desk for one derivation; ended afterwards, so that no key stays in a worker's memory. */
async function derive(passphrase: string, kdf: LockRecord['kdf'], signal?: AbortSignal, desk: Desk = createDesk()) {
  try {
    return await desk.call('deriveKey', { passphrase: foldPassphrase(passphrase), kdf }, signal);
  } finally {
    desk.destroy();
  }
}

/** The key of the rows; null when the passphrase is wrong. */
export async function openLock(
  record: LockRecord,
  passphrase: string,
  signal?: AbortSignal,
): Promise<Uint8Array | null> {
  return unwrapKey(record, await derive(passphrase, record.kdf, signal));
}

/** A new lock with a new key of the rows, as the background takes it. */
export async function makeLock(passphrase: string): Promise<{ record: LockRecord; key: string }> {
  const key = newDataKey();
  return { record: await wrapUnder(key, passphrase), key: toBase64(key) };
}

/** The same key of the rows under another passphrase. */
export async function wrapUnder(key: Uint8Array, passphrase: string): Promise<LockRecord> {
  const kdf = newKdf();
  return wrapKey(key, await derive(passphrase, kdf), kdf);
}
