/** From a passphrase to a key, on purpose slowly (scrypt); to be called in a worker. */
import { scrypt } from '@noble/hashes/scrypt.js';
import type { Kdf } from '../model/lock';
import { fromBase64 } from './base64';

/** Least number of characters of a passphrase of one's own. */
export const LEAST_LENGTH = 12;

/** One form for what different keyboards write for the same text. */
export function foldPassphrase(text: string): string {
  return text.normalize('NFC').trim();
}

/** Null when it may be used. */
export function weaknessOf(text: string): 'tooShort' | 'fewDifferent' | null {
  const folded = [...foldPassphrase(text)];
  if (folded.length < LEAST_LENGTH) return 'tooShort';
  return new Set(folded).size < 6 ? 'fewDifferent' : null;
}

/** 32 bytes. Takes about a second and 128 MB. */
export function deriveKey(passphrase: string, kdf: Kdf): Uint8Array<ArrayBuffer> {
  const { logN, r, p } = kdf;
  return scrypt(foldPassphrase(passphrase), fromBase64(kdf.salt), { N: 2 ** logN, r, p, dkLen: 32 }).slice();
}
