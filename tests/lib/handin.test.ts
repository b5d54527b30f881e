/** Small parts of hand-ins: keys, names of files, what index gives out. */
import { describe, expect, it } from 'vitest';
import * as handin from '../../lib/handin';
import { an, documentOf, secretary } from './handin/people';

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'fine',
    (error: { code?: string }) => error.code,
  );

describe('keys', () => {
  it('are plain data that comes back as the same key', async () => {
    expect(await handin.checkSigningKey(JSON.parse(JSON.stringify(an)))).toEqual(an);
    expect(an.keyId).toBe(await handin.keyIdOf({ kty: 'OKP', crv: 'Ed25519', x: an.jwk.x }));
    expect(await handin.openingKeyOf(secretary.identity)).toEqual(secretary);
    expect(handin.ownKeySchema.parse(secretary)).toEqual(secretary);
  });

  it('have the thumbprint of RFC 8037, appendix A.3', async () => {
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
    expect(await handin.keyIdOf({ kty: 'OKP', crv: 'Ed25519', x })).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('that are something else are refused', async () => {
    expect(await code(handin.checkSigningKey({ ...an, keyId: documentOf().to }))).toBe('badKey');
    expect(await code(handin.checkSigningKey(secretary))).toBe('badKey');
    expect(await code(handin.checkSigningKey(null))).toBe('badKey');
    expect(await code(handin.openingKeyOf('AGE-SECRET-KEY-1ABC'))).toBe('badKey');
  });
});

describe('file names', () => {
  it('tell days and nothing of what is inside', () => {
    expect(handin.handInFileName(documentOf())).toBe('so-lieu-2026-11-30-1.age');
    expect(handin.CARD_FILE_NAME).not.toMatch(/chi-bo|dang|sotay/);
  });
});

describe('the idempotency key', () => {
  it('is from, period and revision', () => {
    expect(handin.handInKey(documentOf({ revision: 3 }))).toBe(`${an.keyId}:2026-11-01..2026-11-30:3`);
  });
});
