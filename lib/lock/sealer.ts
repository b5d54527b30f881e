/** Seals and unseals single rows (XChaCha20-Poly1305), synchronously, so that it works inside a database transaction. */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64, toBase64 } from './base64';

/** Reading or writing sealed rows without the key. */
export class LockedError extends Error {
  override name = 'LockedError';
  constructor() {
    super('the store is locked');
  }
}

/** A row that was changed, moved to another place, or sealed under another key. */
export class BrokenSealError extends Error {
  override name = 'BrokenSealError';
}

export const KEY_BYTES = 32;
const NONCE_BYTES = 24;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export interface Sealer {
  /** `place` (table, key, indexed values) is bound to the row: nobody can move it elsewhere. */
  seal(place: readonly unknown[], row: object): string;
  /** @throws BrokenSealError */
  unseal(place: readonly unknown[], sealed: string): object;
  /** The same for the same text, and telling nothing of it: for keys that are themselves private. */
  conceal(table: string, key: string): string;
  /** Tells this key from others. */
  check(): string;
}

/** `key` is the key of the rows, 32 bytes. */
export function createSealer(key: Uint8Array): Sealer {
  if (key.length !== KEY_BYTES) throw new Error(`a key of ${key.length} bytes`);
  const part = (purpose: string) => hmac(sha256, key, encoder.encode(`sotay ${purpose}`));
  const rows = part('rows');
  const names = part('names');
  const bound = (place: readonly unknown[]) => encoder.encode(JSON.stringify(place));
  return {
    seal(place, row) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const box = xchacha20poly1305(rows, nonce, bound(place)).encrypt(encoder.encode(JSON.stringify(row)));
      const bytes = new Uint8Array(NONCE_BYTES + box.length);
      bytes.set(nonce);
      bytes.set(box, NONCE_BYTES);
      return toBase64(bytes);
    },
    unseal(place, sealed) {
      let text: string;
      try {
        const bytes = fromBase64(sealed);
        const box = xchacha20poly1305(rows, bytes.subarray(0, NONCE_BYTES), bound(place));
        text = decoder.decode(box.decrypt(bytes.subarray(NONCE_BYTES)));
      } catch {
        throw new BrokenSealError(`a row of ${String(place[0])} does not unseal`);
      }
      return JSON.parse(text) as object; // sealed by `seal`, and nobody else has the key
    },
    conceal: (table, name) => toBase64(hmac(sha256, names, encoder.encode(JSON.stringify([table, name])))),
    check: () => toBase64(part('check').subarray(0, 16)),
  };
}
