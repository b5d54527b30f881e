/** A fingerprint as Vietnamese words that two people compare by voice, and as text for a QR code. */
import { base64urlnopad } from '@scure/base';
import { THINGS, WAYS } from '../backup/words';
import { cleanText, stripMarks } from '../vi/text';

/** Pairs of words shown. */
export const FINGERPRINT_PHRASES = 5;

/** Bits that all words together tell: more than 60. */
export function fingerprintBits(): number {
  return FINGERPRINT_PHRASES * Math.log2(THINGS.length * WAYS.length);
}

/** `mèo xanh`, `lúa thơm` … for a thumbprint or card fingerprint (43 letters of base64url). */
export function fingerprintPhrases(fingerprint: string): string[] {
  let rest = base64urlnopad.decode(fingerprint).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const take = (words: readonly string[]): string => {
    const size = BigInt(words.length);
    const word = words[Number(rest % size)] ?? '';
    rest /= size;
    return word;
  };
  return Array.from({ length: FINGERPRINT_PHRASES }, () => `${take(THINGS)} ${take(WAYS)}`);
}

/** What a QR code of a fingerprint says: readable on any telephone, and accepted where words are typed. */
export function fingerprintText(fingerprint: string): string {
  return `${plainWords(fingerprintPhrases(fingerprint).join(' ')).join(' ')} (${fingerprint})`;
}

/** Compares what was heard, typed (with or without marks, in any case) or scanned: `same`, or the first word (from 1) that is not. */
export function compareFingerprint(typed: string, fingerprint: string): { same: true } | { same: false; word: number } {
  if (typed.includes(fingerprint)) return { same: true };
  const expected = plainWords(fingerprintPhrases(fingerprint).join(' '));
  const given = plainWords(typed);
  const wrong = expected.findIndex((word, at) => word !== given[at]);
  if (wrong >= 0) return { same: false, word: wrong + 1 };
  return given.length === expected.length ? { same: true } : { same: false, word: expected.length + 1 };
}

function plainWords(text: string): string[] {
  return stripMarks(cleanText(text))
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
