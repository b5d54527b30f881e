/** The lock's arithmetic: what is sealed comes back exactly or not at all; a passphrase opens its own lock only. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BrokenSealError,
  createSealer,
  fromBase64,
  isKeyOf,
  newDataKey,
  newKdf,
  toBase64,
  unwrapKey,
  wrapKey,
} from '../../lib/lock';
import { deriveKey, foldPassphrase, weaknessOf } from '../../lib/lock/derive-key';
import { lockRecordSchema } from '../../lib/model/lock';

const rows = fc.dictionary(fc.string(), fc.jsonValue());
const place = fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 4 });

describe('sealing', () => {
  it('gives back exactly what was sealed, and tells nothing of it', () => {
    const sealer = createSealer(newDataKey());
    fc.assert(
      fc.property(place, rows, (where, row) => {
        const kept = JSON.parse(JSON.stringify(row)) as object;
        expect(sealer.unseal(where, sealer.seal(where, row))).toEqual(kept);
      }),
    );
    const one = sealer.seal(['members', 'a'], { name: 'Nguyễn Văn An', total: 812_345_678 });
    const bytes = Buffer.from(one, 'base64').toString('latin1');
    expect(bytes).not.toContain('812345678');
    expect(sealer.seal(['members', 'a'], { name: 'Nguyễn Văn An' })).not.toBe(
      sealer.seal(['members', 'a'], { name: 'Nguyễn Văn An' }),
    );
  });

  it('refuses another place, another key, and any changed byte', () => {
    const sealer = createSealer(newDataKey());
    const sealed = sealer.seal(['members', 'a'], { name: 'x' });
    expect(() => sealer.unseal(['members', 'b'], sealed)).toThrow(BrokenSealError);
    expect(() => sealer.unseal(['captures', 'a'], sealed)).toThrow(BrokenSealError);
    expect(() => createSealer(newDataKey()).unseal(['members', 'a'], sealed)).toThrow(BrokenSealError);
    const bytes = fromBase64(sealed);
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => sealer.unseal(['members', 'a'], toBase64(changed))).toThrow(BrokenSealError);
    }
    for (const text of ['', 'AAAA', 'không phải base64', sealed.slice(0, -8)])
      expect(() => sealer.unseal(['members', 'a'], text)).toThrow(BrokenSealError);
  });

  it('conceals a key the same way each time, differently under another key', () => {
    const key = newDataKey();
    const concealed = createSealer(key).conceal('confirmedSites', 'so-tay.example.vn Nguyễn Văn An');
    expect(createSealer(key).conceal('confirmedSites', 'so-tay.example.vn Nguyễn Văn An')).toBe(concealed);
    expect(createSealer(newDataKey()).conceal('confirmedSites', 'so-tay.example.vn Nguyễn Văn An')).not.toBe(concealed);
    expect(() => createSealer(new Uint8Array(16))).toThrow();
  });
});

describe('a lock', () => {
  const kdf = newKdf(10);
  const key = newDataKey();
  const record = wrapKey(key, deriveKey('mèo xanh trên mái nhà', kdf), kdf);

  it('is opened by its passphrase, however the keyboard writes it, and by no other', () => {
    expect(lockRecordSchema.parse(record)).toEqual(record);
    const typed = 'mèo xanh trên mái nhà'.normalize('NFD');
    expect(unwrapKey(record, deriveKey(` ${typed} `, kdf))).toEqual(new Uint8Array(key));
    expect(unwrapKey(record, deriveKey('meo xanh tren mai nha', kdf))).toBeNull();
    expect(unwrapKey({ ...record, wrapped: 'AAAA' }, deriveKey('mèo xanh trên mái nhà', kdf))).toBeNull();
    expect(unwrapKey({ ...record, check: 'AAAA' }, deriveKey('mèo xanh trên mái nhà', kdf))).toBeNull();
  });

  it('keeps its key under another passphrase', () => {
    const other = newKdf(10);
    const again = wrapKey(key, deriveKey('một câu khác hẳn', other), other);
    expect(again.check).toBe(record.check);
    expect(unwrapKey(again, deriveKey('một câu khác hẳn', other))).toEqual(new Uint8Array(key));
    expect(isKeyOf(record, key)).toBe(true);
    expect(isKeyOf(record, newDataKey())).toBe(false);
    expect(isKeyOf(record, new Uint8Array(3))).toBe(false);
  });

  it('takes no parameters that could exhaust the computer', () => {
    expect(lockRecordSchema.safeParse({ ...record, kdf: { ...kdf, logN: 31 } }).success).toBe(false);
    expect(newKdf().logN).toBe(17);
  });

  it.each([
    ['ngắn quá', 'tooShort'],
    ['aaaaaaaaaaaaaaa', 'fewDifferent'],
    ['mèo xanh trên mái', null],
  ])('judges “%s” as %s', (text, weakness) => {
    expect(weaknessOf(text)).toBe(weakness);
  });

  it('folds a passphrase without losing any of it', () => {
    fc.assert(fc.property(fc.string(), (text) => foldPassphrase(text).normalize('NFC') === foldPassphrase(text)));
  });

  it('turns bytes of any length into text and back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200_000 }), (bytes) => {
        expect(fromBase64(toBase64(bytes))).toEqual(new Uint8Array(bytes));
      }),
      { numRuns: 20 },
    );
  });
});
