/** Sealed hand-ins: opened by secretary and deputy, by us and by the stock program; everything else has its own refusal. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import { CompactSign, importJWK } from 'jose';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_HAND_IN_BYTES } from '../../../lib/handin/limits';
import { type OpenOptions, openHandIn } from '../../../lib/handin/open';
import { pack } from '../../../lib/handin/packing';
import { type HandInCode, HandInRefusal } from '../../../lib/handin/refusal';
import { digestOfHandIn, sealHandIn, sign } from '../../../lib/handin/seal';
import type { SigningKey } from '../../../lib/model/hand-in';
import { addDays } from '../../../lib/vi/dates';
import { NOVEMBER, NOW, an, binh, card, deputy, documentOf, secretary, stranger } from './people';

async function codeOf(
  file: Uint8Array,
  keys = [secretary],
  options: OpenOptions = { now: NOW, cards: [card.fingerprint] },
): Promise<HandInCode | 'opened'> {
  try {
    await openHandIn(file, keys, options);
    return 'opened';
  } catch (error) {
    if (error instanceof HandInRefusal) return error.code;
    throw error;
  }
}

async function age(text: string | Uint8Array, recipient = secretary.recipient): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(text);
}
const sealText = async (jws: string) => age(await pack(jws));
/** Signed and sealed whatever it says. */
const sealAny = async (document: unknown, key: SigningKey = an) => sealText(await sign(JSON.stringify(document), key));
const file = await sealHandIn(documentOf(), an, card);

describe('a sealed hand-in', () => {
  it('opens for the secretary and for the deputy, with who signed it', async () => {
    for (const key of [secretary, deputy]) {
      const opened = await openHandIn(file, [stranger, key], { now: NOW, cards: [card.fingerprint] });
      expect(opened.handIn).toEqual(documentOf());
      expect(opened.handIn.from).toBe(an.keyId);
    }
  });

  it('has the same digest however often it is sealed', async () => {
    const again = await sealHandIn(documentOf(), an, card);
    expect(again).not.toEqual(file);
    const digests = await Promise.all(
      [file, again].map(async (one) => (await openHandIn(one, [secretary], { now: NOW })).digest),
    );
    expect(digests[0]).toBe(digests[1]);
    expect(await digestOfHandIn(documentOf())).toBe(digests[0]);
  });

  it('is small enough for any messenger, also with a year of daily readings', async () => {
    const days = Array.from({ length: 366 }, (_, at) => addDays('2026-01-01', at - 1));
    const readings = days.map((day, at) => ({ day, at: null, total: 1_000 + at * 37, source: 'page' as const }));
    const year = documentOf({
      readings,
      period: { from: '2026-01-01', to: '2026-12-31' },
      now: new Date('2027-01-01T03:00:00Z'),
      parts: ['totals', 'readings'],
    });
    expect(year.parts.readings?.length).toBe(365);
    const long = await sealHandIn(year, an, card);
    expect({ totals: file.length < 1_500, year: long.length < 16_000 }, `${file.length}, ${long.length}`).toEqual({
      totals: true,
      year: true,
    });
    expect(long.length * 4).toBeLessThan(MAX_HAND_IN_BYTES);
  });

  it('opens with the stock program age, and what that packs opens here', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sotay-handin-'));
    try {
      writeFileSync(join(folder, 'in.age'), file);
      writeFileSync(join(folder, 'key.txt'), `${deputy.identity}\n`);
      const opened = spawnSync('age', ['-d', '-i', 'key.txt', '-o', 'out', 'in.age'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(opened.stderr).toBe('');
      const jws = gunzipSync(readFileSync(join(folder, 'out'))).toString();
      expect(JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString())).toEqual(documentOf());
      const args = ['-r', secretary.recipient, '-r', deputy.recipient, '-o', 'again.age', 'out'];
      expect(spawnSync('age', args, { cwd: folder, encoding: 'utf8' }).stderr).toBe('');
      expect(await codeOf(new Uint8Array(readFileSync(join(folder, 'again.age'))))).toBe('opened');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is refused with any single byte changed, and with any piece cut off', async () => {
    const codes = new Map<string, number>();
    for (let at = 0; at < file.length; at++) {
      const changed = file.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      const code = await codeOf(changed);
      codes.set(code, (codes.get(code) ?? 0) + 1);
    }
    expect(codes.get('opened')).toBeUndefined();
    expect([...codes.keys()].sort()).toEqual([
      'changedHeader',
      'cutHeader',
      'damagedBody',
      'damagedHeader',
      'notAge',
      'otherRecipient',
    ]);
    const cuts = new Set<string>();
    for (let length = 0; length < file.length; length += 7) cuts.add(await codeOf(file.subarray(0, length)));
    expect([...cuts].sort()).toEqual(['cutHeader', 'damagedBody', 'empty']);
  });
});

describe('what is refused', () => {
  it('by the file', async () => {
    expect(await codeOf(new Uint8Array())).toBe('empty');
    expect(await codeOf(new Uint8Array(MAX_HAND_IN_BYTES + 1))).toBe('tooLarge');
    expect(await codeOf(new TextEncoder().encode('PK\u0003\u0004 a photo'))).toBe('notAge');
    expect(await codeOf(file, [stranger])).toBe('otherRecipient');
    expect(await codeOf(file, [])).toBe('otherRecipient');
    expect(await codeOf(await age('plain words'))).toBe('notPacked');
    expect(await codeOf(await sealText('x'.repeat(10_000_000)))).toBe('tooMuchInside');
  });

  it('a header made long on purpose, before any curve operation is spent on it', async () => {
    const encrypter = new Encrypter();
    for (let count = 0; count < 60; count++) encrypter.addRecipient(stranger.recipient);
    expect(await codeOf(await encrypter.encrypt('x'))).toBe('damagedHeader');
  });

  it('by the signature: none, another algorithm, another key, another text', async () => {
    const json = JSON.stringify(documentOf());
    expect(await codeOf(await sealText(json))).toBe('notSigned');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(json).toString('base64url')}.`;
    expect(await codeOf(await sealText(none))).toBe('notSigned');
    const withMore = await new CompactSign(new TextEncoder().encode(json))
      .setProtectedHeader({ alg: 'EdDSA', kid: an.keyId, jwk: { kty: 'OKP', crv: 'Ed25519', x: an.jwk.x } })
      .sign(await importJWK({ ...an.jwk, alg: 'EdDSA' }));
    expect(await codeOf(await sealText(withMore))).toBe('notSigned');
    const jws = await sign(json, an);
    const [head = '', body = ''] = jws.split('.');
    const [, , foreign = ''] = (await sign(json, binh)).split('.');
    expect(await codeOf(await sealText(`${head}.${body}.${foreign}`))).toBe('badSignature');
    const other = Buffer.from(JSON.stringify({ ...documentOf(), name: 'Trần Thị Bình' })).toString('base64url');
    expect(await codeOf(await sealText(`${head}.${other}.${jws.split('.')[2] ?? ''}`))).toBe('badSignature');
  });

  it('a key that does not fit its id, and a document in somebody else’s name', async () => {
    expect(await codeOf(await sealAny(documentOf(), { ...binh, keyId: an.keyId }))).toBe('keyMismatch');
    expect(await codeOf(await sealAny(documentOf(), binh))).toBe('keyMismatch');
  });

  it('by what it says', async () => {
    const good = documentOf();
    expect(await codeOf(await sealText(await sign('not json', an)))).toBe('notJson');
    expect(await codeOf(await sealAny({ ...good, format: 'sotay-data' }))).toBe('otherFormat');
    expect(await codeOf(await sealAny({ ...good, version: 2 }))).toBe('newerFormat');
    expect(await codeOf(await sealAny({ ...good, to: an.keyId }))).toBe('otherCard');
    const ahead = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
    expect(await codeOf(await sealAny({ ...good, createdAt: ahead(25).toISOString() }))).toBe('fromFuture');
    expect(await codeOf(await sealAny({ ...good, createdAt: ahead(23).toISOString() }))).toBe('opened');
  });

  it.each([
    ['a field nobody knows', { phone: '0912345678' }],
    ['a name that hides something', { name: 'An\u202e nA' }],
    ['a name that is a telephone number', { name: '0912 345 678' }],
    ['nothing handed in', { parts: {} }],
    ['a period turned round', { period: { from: NOVEMBER.to, to: NOVEMBER.from } }],
    ['a reading after the document', { createdAt: '2026-11-20T03:00:00Z' }],
    [
      'points that are not the rise',
      { parts: { totals: { ...documentOf().parts.totals, points: { value: 9, source: 'page' } } } },
    ],
    ['a time that is none', { createdAt: '2026-12-01T 03:00:00Z' }],
    ['a revision of nought', { revision: 0 }],
    ['more answers right than asked', { parts: { quiz: { count: 1, right: 3, asked: 2, source: 'page' } } }],
  ])('%s', async (_what, change) => {
    expect(await codeOf(await sealAny({ ...documentOf(), ...change }))).toBe('wrongShape');
  });

  it('names that reach into every object', async () => {
    const text = JSON.stringify(documentOf()).replace('"parts":{', '"parts":{"__proto__":{"totals":1},');
    expect(await codeOf(await sealText(await sign(text, an)))).toBe('wrongShape');
  });

  it('an older revision, and another text under the same number', async () => {
    const second = await sealHandIn(documentOf({ revision: 2 }), an, card);
    const { handIn, digest } = await openHandIn(second, [secretary], { now: NOW });
    const taken = [{ from: handIn.from, period: handIn.period, revision: 2, digest }];
    const options = { now: NOW, taken };
    expect(await codeOf(file, [secretary], options)).toBe('olderRevision');
    expect(await codeOf(second, [secretary], options)).toBe('opened');
    const changed = await sealHandIn(documentOf({ revision: 2, name: 'Nguyễn An' }), an, card);
    expect(await codeOf(changed, [secretary], options)).toBe('sameRevisionChanged');
    expect(await codeOf(await sealHandIn(documentOf({ revision: 3 }), an, card), [secretary], options)).toBe('opened');
  });
});

describe('whatever is inside', () => {
  const bytes = fc.uint8Array({ maxLength: 400 }).map((list) => Uint8Array.from(list));

  it('is opened exactly or refused with a code: changed documents, signed by their sender', async () => {
    const json = JSON.stringify(documentOf({ parts: ['totals', 'readings'] }));
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(json.length), fc.nat(3), fc.string({ maxLength: 6 }), async (at, cut, put) => {
        const text = json.slice(0, at) + put + json.slice(at + cut);
        const code = await codeOf(await sealText(await sign(text, an)));
        if (code === 'opened') opened++;
        expect([
          'opened',
          'notJson',
          'otherFormat',
          'newerFormat',
          'wrongShape',
          'keyMismatch',
          'otherCard',
          'fromFuture',
        ]).toContain(code);
      }),
      { numRuns: 400 },
    );
    expect(opened).toBeLessThan(400);
  });

  it('is refused when it is noise, at each layer', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 0, max: 3 }), async (noise, layer) => {
        const text = new TextDecoder('latin1').decode(noise);
        const files = [
          () => Promise.resolve(noise),
          () => age(noise),
          () => sealText(text),
          async () => sealText(`${(await sign('{}', an)).split('.')[0] ?? ''}.${text}`),
        ];
        const made = await files[layer]?.();
        expect(await codeOf(made ?? noise)).not.toBe('opened');
      }),
      { numRuns: 300 },
    );
  });
});

describe('sealing', () => {
  it('seals nothing that would be refused', async () => {
    await expect(sealHandIn(documentOf({ revision: 0 }), an, card)).rejects.toMatchObject({ code: 'wrongShape' });
    await expect(sealHandIn(documentOf(), binh, card)).rejects.toMatchObject({ code: 'keyMismatch' });
    await expect(sealHandIn(documentOf({ to: an.keyId }), an, card)).rejects.toMatchObject({ code: 'otherCard' });
  });
});
