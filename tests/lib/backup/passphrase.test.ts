/** Generated passphrases are strong, plain and typed back in any way; one's own need a floor. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHRASES, foldPassphrase, generatePassphrase, generatedBits } from '../../../lib/backup/passphrase';
import { findWeakness, type Weakness } from '../../../lib/backup/strength';
import { THINGS, WAYS } from '../../../lib/backup/words';
import { stripMarks } from '../../../lib/vi/text';

describe('the lists', () => {
  it.each([
    ['things', THINGS],
    ['ways', WAYS],
  ])('%s: at least 96 single syllables, different without their marks', (_name, list) => {
    expect(list.length).toBeGreaterThanOrEqual(96);
    expect(new Set(list.map((word) => stripMarks(word))).size).toBe(list.length);
    for (const word of list) {
      expect(word).toMatch(/^\p{Ll}+$/u);
      expect(word.normalize('NFC')).toBe(word);
      expect(stripMarks(word)).toMatch(/^[a-z]{2,7}$/);
    }
  });

  it('hold no word that is improper or misread without marks', () => {
    const bad = 'lon cu buoi chim buom cac dit dut mong dam vu de chuoi hoi phan uot cung duc mat cho dai-dot'.split(
      ' ',
    );
    expect([...THINGS, ...WAYS].map(stripMarks).filter((word) => bad.includes(word))).toEqual([]);
  });
});

describe('a generated passphrase', () => {
  it('has at least 77 bits, two words in each of six phrases, and an ASCII form', () => {
    expect(generatedBits()).toBeGreaterThanOrEqual(77);
    const { phrases, typed } = generatePassphrase();
    expect(phrases).toHaveLength(PHRASES);
    expect(typed).toMatch(/^[a-z]+(?:-[a-z]+){11}$/);
    expect(generatePassphrase().typed).not.toBe(typed);
  });

  it('throws away bytes past the last whole round of a list, so that every word is equally likely', () => {
    expect([256 % THINGS.length, 256 % WAYS.length].every((past) => past > 0)).toBe(true);
    const thrown = Uint8Array.of(255, 0, 255, 0, 255);
    let at = 0;
    const { phrases } = generatePassphrase((bytes) => {
      bytes[0] = thrown[at] ?? 0;
      at += 1;
      return bytes;
    });
    expect(phrases[0]).toBe(`${THINGS[0]} ${WAYS[0]}`);
  });

  it('is found again however it is typed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(' ', '  ', '-', ' - ', '\n', ', '), { minLength: 11, maxLength: 11 }),
        fc.boolean(),
        fc.boolean(),
        (gaps, marks, capitals) => {
          const { phrases, typed } = generatePassphrase();
          const words = phrases.join(' ').split(' ');
          let text = words.map((word, index) => word + (gaps[index] ?? '')).join('');
          if (!marks) text = stripMarks(text);
          if (capitals) text = text.toUpperCase();
          expect(foldPassphrase(` ${text} `)).toBe(typed);
          expect(foldPassphrase(text.normalize('NFD'))).toBe(typed);
        },
      ),
    );
  });

  it('of one’s own is kept as typed, but for the form of its letters', () => {
    expect(foldPassphrase('  Tôi-Là  AI '.normalize('NFD'))).toBe('Tôi-Là  AI');
    const { typed } = generatePassphrase();
    expect(foldPassphrase(`${typed}-meo`)).toBe(`${typed}-meo`);
  });
});

describe('the floor for one’s own passphrase', () => {
  it.each<[string, Weakness | null]>([
    ['', 'tooShort'],
    ['ngắn thôi', 'tooShort'],
    ['aaaaaaaaaaaaaaaaaa', 'pattern'],
    ['abababababababababab', 'pattern'],
    ['aabbccddaabbccddee', 'fewDifferent'],
    ['1234567890123456', 'nameOrDate'],
    ['qwertyuiopasdfghjkl', 'pattern'],
    ['matkhau123456789', 'pattern'],
    ['Mật khẩu của tôi', 'common'],
    ['sotaydangvien2026', 'common'],
    ['Đảng viên Việt Nam 2026', 'common'],
    ['iloveyou vietnam facebook', 'common'],
    ['Nguyễn Văn An 1975', 'nameOrDate'],
    ['nguyenvanan05091975', 'nameOrDate'],
    ['0912345678 0987654', 'nameOrDate'],
    ['Chi bộ thôn An Cư 1', 'nameOrDate'],
    ['con ve sầu hát ngoài hiên lúc trưa hè', null],
    ['bảy con ngựa ăn xôi ở ga Lạng Sơn', null],
    ['R7$kq-Zp2!vXw9mT', null],
  ])('%s: %s', (text, weakness) => {
    expect(findWeakness(text, ['Nguyễn Văn An', 'Chi bộ thôn An Cư'])).toBe(weakness);
  });

  it('lets every generated passphrase pass', () => {
    for (let round = 0; round < 300; round++) expect(findWeakness(generatePassphrase().typed)).toBeNull();
  });
});
