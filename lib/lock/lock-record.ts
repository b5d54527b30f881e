/** Making a lock, opening it with the key a passphrase gives, and wrapping the key of the rows anew. */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { Kdf, LockRecord } from '../model/lock';
import { fromBase64, toBase64 } from './base64';
import { KEY_BYTES, createSealer } from './sealer';

const NONCE_BYTES = 24;
const WRAP = new TextEncoder().encode('sotay lock 1');

/** Cost of one guess at the passphrase: OWASP's least for scrypt, 128 MB. */
export const LOG_N = 17;

/** Fresh parameters with a random salt. */
export function newKdf(logN = LOG_N): Kdf {
  return { name: 'scrypt', logN, r: 8, p: 1, salt: toBase64(crypto.getRandomValues(new Uint8Array(16))) };
}

export function newDataKey(): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(KEY_BYTES));
}

/** The record for a key of the rows, wrapped under `passphraseKey` (scrypt's answer, 32 bytes). */
export function wrapKey(dataKey: Uint8Array, passphraseKey: Uint8Array, kdf: Kdf): LockRecord {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  const box = xchacha20poly1305(passphraseKey, nonce, WRAP).encrypt(dataKey);
  const bytes = new Uint8Array(NONCE_BYTES + box.length);
  bytes.set(nonce);
  bytes.set(box, NONCE_BYTES);
  return { key: 'lock', version: 1, kdf, wrapped: toBase64(bytes), check: createSealer(dataKey).check() };
}

/** The key of the rows, or null when the passphrase is not the right one. */
export function unwrapKey(record: LockRecord, passphraseKey: Uint8Array): Uint8Array | null {
  try {
    const bytes = fromBase64(record.wrapped);
    const box = xchacha20poly1305(passphraseKey, bytes.subarray(0, NONCE_BYTES), WRAP);
    const dataKey = box.decrypt(bytes.subarray(NONCE_BYTES));
    return isKeyOf(record, dataKey) ? dataKey : null;
  } catch {
    return null;
  }
}

/** True for the key the record's rows are sealed with. */
export function isKeyOf(record: LockRecord, dataKey: Uint8Array): boolean {
  return dataKey.length === KEY_BYTES && createSealer(dataKey).check() === record.check;
}
