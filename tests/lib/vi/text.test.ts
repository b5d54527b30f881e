/** Cleaning and folding of text: what readers call the same is the same, and nothing else changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, foldLabel, hasFoldedWords, stripMarks } from '../../../lib/vi/text';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('cleanText', () => {
  it.each([
    ['  Nguyễn   Văn\u00a0An ', 'Nguyễn Văn An'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['Ho\u200b\u0300a', 'Hòa'],
    ['Đi\u00adểm\ufeff', 'Điểm'],
    ['một\u2028hai\nba\tbốn', 'một hai ba bốn'],
    ['\u2067đảo\u2069', 'đảo'],
    ['', ''],
  ])('%j → %j', (text, expected) => expect(cleanText(text)).toBe(expected));

  it('is composed and stable for every text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(clean).toBe(clean.normalize('NFC'));
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

describe('foldLabel', () => {
  it.each([
    ['Điểm tích lũy:', 'diem tich luy'],
    ['ĐIỂM TÍCH LUỸ', 'diem tich luy'],
    ['Ðiểm', 'diem'],
    ['* Họ và tên (1)', 'ho va ten (1)'],
    ['Tỷ lệ %', 'ty le %'],
    ['—', ''],
  ])('%j → %j', (text, expected) => expect(foldLabel(text)).toBe(expected));

  it('does not depend on the normal form and takes a hostile label in no time', () => {
    fc.assert(
      fc.property(
        anyText,
        (text) => void expect(foldLabel(text.normalize('NFD'))).toBe(foldLabel(text.normalize('NFC'))),
      ),
    );
    const started = performance.now();
    foldLabel(`${'.'.repeat(200_000)}a${'.'.repeat(200_000)}b`);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

it('stripMarks keeps case and blanks', () => expect(stripMarks('Đặng Thị  ƠN ɖ')).toBe('Dang Thi  ON d'));

it.each([
  ['ngay sinh', 'sinh', true],
  ['sinhhoat', 'sinh', false],
  ['hoc sinh1', 'sinh', false],
  ['(sinh)', 'sinh', true],
  ['a', '', false],
])('hasFoldedWords(%j, %j) is %s', (text, needle, expected) => expect(hasFoldedWords(text, needle)).toBe(expected));

it('takes the short way only when nothing is to be done', () => {
  const parts = fc.constantFrom(
    'a',
    'Ễ',
    'e\u0302',
    ' ',
    '  ',
    '\u00a0',
    '\t',
    '\n',
    '\u3000',
    '\u200b',
    '\ufeff',
    '\u2069',
    '\u0301',
    '\u2028',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (list) => {
      const clean = cleanText(list.join(''));
      expect(clean).not.toMatch(/^\s|\s$|\s\s|[^\S ]|[\u200b\ufeff\u2069]/);
      expect(clean).toBe(clean.normalize('NFC'));
    }),
  );
});
