/** Fingerprints as words: enough of them, the same for the same key, and found again however they are typed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FINGERPRINT_PHRASES,
  compareFingerprint,
  fingerprintBits,
  fingerprintPhrases,
  fingerprintText,
} from '../../../lib/handin/words';
import { stripMarks } from '../../../lib/vi/text';
import { an, binh } from './people';

const fingerprints = fc
  .uint8Array({ minLength: 32, maxLength: 32 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));

describe('fingerprint words', () => {
  it('tell at least 60 bits', () => {
    expect(fingerprintBits()).toBeGreaterThanOrEqual(60);
    expect(fingerprintPhrases(an.keyId)).toHaveLength(FINGERPRINT_PHRASES);
    expect(fingerprintPhrases(an.keyId)).toEqual(fingerprintPhrases(an.keyId));
    expect(fingerprintPhrases(an.keyId)).not.toEqual(fingerprintPhrases(binh.keyId));
  });

  it('use the whole digest evenly: one changed bit at its end changes words', () => {
    const bytes = Buffer.from(an.keyId, 'base64url');
    bytes[31] = (bytes[31] ?? 0) ^ 1;
    expect(fingerprintPhrases(bytes.toString('base64url'))).not.toEqual(fingerprintPhrases(an.keyId));
  });

  it('are the same typed with or without marks, in capitals, with any signs between them', () => {
    fc.assert(
      fc.property(fingerprints, fc.constantFrom(' ', ', ', '-', '\n'), fc.boolean(), (fingerprint, gap, capitals) => {
        const words = fingerprintPhrases(fingerprint).join(' ').split(' ').join(gap);
        const plain = stripMarks(words);
        for (const typed of [words, plain, words.normalize('NFD')]) {
          expect(compareFingerprint(capitals ? typed.toUpperCase() : typed, fingerprint)).toEqual({ same: true });
        }
      }),
    );
  });

  it('name the first word that is another', () => {
    const words = fingerprintPhrases(an.keyId).join(' ').split(' ');
    expect(compareFingerprint(words.with(3, 'khác').join(' '), an.keyId)).toEqual({ same: false, word: 4 });
    expect(compareFingerprint(words.slice(0, 6).join(' '), an.keyId)).toEqual({ same: false, word: 7 });
    expect(compareFingerprint([...words, 'thêm'].join(' '), an.keyId)).toEqual({ same: false, word: 11 });
    expect(compareFingerprint('', an.keyId)).toEqual({ same: false, word: 1 });
  });

  it('as scanned text are accepted as well', () => {
    expect(compareFingerprint(fingerprintText(an.keyId), an.keyId)).toEqual({ same: true });
    expect(compareFingerprint(fingerprintText(binh.keyId), an.keyId).same).toBe(false);
  });
});
