/** Sealed files: our way and the stock program's, both ways; everything else is refused with its own reason. */
import { Encrypter, armor } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { MAX_BACKUP_BYTES } from '../../../lib/backup/limits';
import { open } from '../../../lib/backup/open';
import { BackupRefusal, type RefusalCode } from '../../../lib/backup/refusal';
import { seal } from '../../../lib/backup/seal';
import { stockOpen, stockSeal, stockSealForKey } from './age-tool';

const PASS = 'meo-xanh-lua-thom-cau-dai-ga-vui-sen-trang-song-sau';
const TEXT = `{"tên":"Nguyễn Văn An 👩‍🌾","dài":"${'x'.repeat(1_000)}"}\n`;
const quick = { logN: 4 };

async function codeOf(file: Uint8Array, passphrase = PASS): Promise<RefusalCode | 'opened'> {
  try {
    await open(file, passphrase);
    return 'opened';
  } catch (error) {
    if (error instanceof BackupRefusal) return error.code;
    throw error;
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The file with one piece of its header replaced. */
function withHeader(file: Uint8Array, change: (header: string) => string): Uint8Array {
  const text = new TextDecoder('latin1').decode(file);
  const end = text.indexOf('\n', text.indexOf('\n--- ') + 1) + 1;
  const header = bytesOf(change(text.slice(0, end)));
  const out = new Uint8Array(header.length + file.length - end);
  out.set(header);
  out.set(file.subarray(end), header.length);
  return out;
}

describe('sealed files', () => {
  it('open again, also long ones, and with the stock program at the full work factor', async () => {
    const progress: number[] = [];
    const file = await seal(TEXT, PASS, { onProgress: (fraction) => void progress.push(fraction) });
    expect(new TextDecoder('latin1').decode(file.subarray(0, 100))).toMatch(
      /^age-encryption\.org\/v1\n-> scrypt \S{22} 18\n/,
    );
    expect(stockOpen(file, PASS)).toBe(TEXT);
    expect(await open(file, PASS)).toBe(TEXT);
    expect(progress.length).toBeGreaterThan(10);
    expect(progress.at(-1)).toBe(1);
    const long = 'điểm '.repeat(60_000);
    expect(await open(await seal(long, PASS, quick), PASS)).toBe(long);
  });

  it('made by the stock program open here, plain and armored', async () => {
    expect(await open(stockSeal(TEXT, PASS), PASS)).toBe(TEXT);
    const armored = stockSeal(TEXT, PASS, { armor: true });
    expect(new TextDecoder().decode(armored)).toMatch(/^-----BEGIN AGE/);
    expect(await open(armored, PASS)).toBe(TEXT);
  });

  it('stop when told to, and leave nothing', async () => {
    const stop = new AbortController();
    const work = seal(TEXT, PASS, {
      logN: 14,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('stopped')),
    });
    await expect(work).rejects.toThrow('stopped');
    const file = await seal(TEXT, PASS, quick);
    await expect(open(file, PASS, { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
  });
});

describe('files that are refused', () => {
  it.each<[string, RefusalCode, () => Uint8Array | Promise<Uint8Array>]>([
    ['an empty file', 'empty', () => new Uint8Array()],
    ['one over 100 MB', 'tooLarge', () => new Uint8Array(MAX_BACKUP_BYTES + 1)],
    ['another kind of file', 'notAge', () => bytesOf('PK\u0003\u0004 something else, long enough to be looked at')],
    ['plain JSON', 'notAge', () => bytesOf('{"format":"sotay-data"}')],
    [
      'a PEM of something else',
      'notAge',
      () => bytesOf('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'),
    ],
    ['a later version of age', 'otherAgeVersion', () => bytesOf('age-encryption.org/v2\n-> x\n\n--- aa\n')],
    ['cut inside the first line', 'cutHeader', () => bytesOf('age-encrypt')],
    ['cut armor', 'brokenArmor', async () => bytesOf(armor.encode(await seal(TEXT, PASS, quick)).slice(0, -60))],
    ['for a key', 'otherRecipients', () => stockSealForKey(TEXT)],
    [
      'for two passphrases',
      'otherRecipients',
      async () =>
        withHeader(await seal(TEXT, PASS, quick), (header) => header.replace(/(-> scrypt[^-]+)---/, '$1$1---')),
    ],
    [
      'no recipient',
      'damagedHeader',
      async () => withHeader(await seal(TEXT, PASS, quick), (h) => h.replace(/-> [^-]+---/, '---')),
    ],
    [
      'work of 2^21',
      'tooMuchWork',
      async () => withHeader(await seal(TEXT, PASS, quick), (h) => h.replace(' 4\n', ' 21\n')),
    ],
    [
      'work of 2^999',
      'tooMuchWork',
      async () => withHeader(await seal(TEXT, PASS, quick), (h) => h.replace(' 4\n', ' 999\n')),
    ],
    [
      'work of -1',
      'damagedHeader',
      async () => withHeader(await seal(TEXT, PASS, quick), (h) => h.replace(' 4\n', ' -1\n')),
    ],
    [
      'another work',
      'wrongPassphrase',
      async () => withHeader(await seal(TEXT, PASS, quick), (h) => h.replace(' 4\n', ' 5\n')),
    ],
    [
      'a short salt',
      'damagedHeader',
      async () => withHeader(await seal(TEXT, PASS, quick), (h) => h.replace(/scrypt \S+/, 'scrypt AAAA')),
    ],
    [
      'another mark of the header',
      'changedHeader',
      async () => withHeader(await seal(TEXT, PASS, quick), (h) => h.replace(/--- \S+/, `--- ${'A'.repeat(43)}`)),
    ],
    ['a header without end', 'damagedHeader', () => bytesOf(`age-encryption.org/v1\n${'x'.repeat(70_000)}`)],
    [
      'bytes that are no text',
      'notText',
      async () => {
        const encrypter = new Encrypter();
        encrypter.setScryptWorkFactor(4);
        encrypter.setPassphrase(PASS);
        return encrypter.encrypt(Uint8Array.of(0xff, 0xfe, 0xfd));
      },
    ],
    ['something behind its end', 'damagedBody', async () => Uint8Array.of(...(await seal('{}', PASS, quick)), 0)],
  ])('%s: %s', async (_name, code, make) => {
    expect(await codeOf(await make())).toBe(code);
  });

  it('a wrong passphrase, by one letter or by a mark', async () => {
    const file = await seal(TEXT, PASS, quick);
    for (const wrong of ['', `${PASS} `, PASS.replace('xanh', 'xang'), 'mèo-xanh']) {
      expect(await codeOf(file, wrong), wrong).toBe('wrongPassphrase');
    }
  });

  it('cut anywhere, and changed in any byte', async () => {
    const file = await seal('{"a":1}', PASS, { logN: 1 });
    for (let length = 0; length < file.length; length++) {
      expect(await codeOf(file.slice(0, length)), `cut to ${length}`).toMatch(
        /^(?:empty|cutHeader|damagedHeader|damagedBody)$/,
      );
    }
    for (let at = 0; at < file.length; at++) {
      const changed = file.slice();
      changed[at]! ^= 1 << (at % 8);
      expect(await codeOf(changed), `byte ${at}`).not.toBe('opened');
    }
  });
});
