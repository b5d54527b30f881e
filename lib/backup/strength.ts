/** The floor for a passphrase of one's own: long, varied, and more than known words, names, dates and keyboard rows. */
import { cleanText, stripMarks } from '../vi/text';
import { foldPassphrase } from './passphrase';

export const WEAKNESSES = ['tooShort', 'fewDifferent', 'common', 'nameOrDate', 'pattern'] as const;
export type Weakness = (typeof WEAKNESSES)[number];

/** Least length, and least number of different characters. */
export const LEAST_LENGTH = 14;
export const LEAST_DIFFERENT = 8;
/** Least characters left when everything guessable is taken out. */
const LEAST_LEFT = 10;

// What guessing programs try first, folded: no marks, lower case.
const COMMON =
  `matkhau matma password passwd pass admin administrator welcome letmein iloveyou anhyeuem emyeuanh yeuem tinhyeu
vietnam hanoi saigon hochiminh danang haiphong cantho hue bacho dangvien dangbo chibo dang bithu sotay sotaydangvien
sotaydienturdongchi dongchi congsan cachmang tudo doclap hanhphuc google facebook zalo gmail yahoo viettel vnpt mobifone
samsung iphone monkey dragon football baseball master shadow sunshine princess superman batman qwerty qwertyuiop asdfgh
asdfghjkl zxcvbn zxcvbnm abcdef abcdefgh abc abcd hello hellothere correcthorsebatterystaple trustno secret test demo user
backup saoluu bansao dulieu`.split(/\s+/);
const NAMES =
  `nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly van thi huu duc ngoc minh anh hung dung tuan
hai long nam son thanh hoa huong lan linh mai phuong thao trang thu thuy hong hanh nga yen binh cuong khoa quang quan tung
viet trung kien hieu hoai giang nhung loan lien`.split(/\s+/);
const BY_LENGTH = (a: string, b: string) => b.length - a.length;

/**
 * Why a passphrase of one's own is too weak, or null when it may be used. `personal` are texts tied to the user (name, unit):
 * whoever knows them tries those first.
 */
export function findWeakness(text: string, personal: readonly string[] = []): Weakness | null {
  const typed = foldPassphrase(text);
  const folded = stripMarks(cleanText(typed)).toLowerCase();
  if ([...typed].length < LEAST_LENGTH) return 'tooShort';
  if (new Set(folded).size < LEAST_DIFFERENT) return isPattern(folded) ? 'pattern' : 'fewDifferent';
  const plain = folded.replace(/[^a-z0-9]/g, '');
  // Marks that only stand between words tell little: each counts half, three at most.
  const marks = Math.min(3, Math.floor((folded.replace(/\s/g, '').length - plain.length) / 2));
  const own = personal.flatMap((one) => [fold(one), ...one.split(/\s+/).map(fold)]).filter((one) => one.length >= 2);
  const left = (rest: string) => rest.replaceAll(' ', '').length + marks;
  const noPatterns = takePatterns(plain);
  if (/^\d+$/.test(plain)) return 'nameOrDate';
  if (left(noPatterns) < LEAST_LEFT) return 'pattern';
  if (left(takeWords(noPatterns, own)) < LEAST_LEFT) return 'nameOrDate';
  const noCommon = takeWords(noPatterns, COMMON);
  if (left(noCommon) < LEAST_LEFT) return 'common';
  const noDates = noCommon.replace(/\d{2,}/g, ' ');
  // Names are short words that stand in others too: they count only where the whole text is made of them.
  const noNames = takeWords(noDates, [...own, ...NAMES]);
  if (left(noDates) < LEAST_LEFT || (isMadeOf(words(folded), own) && left(noNames) < LEAST_LEFT)) return 'nameOrDate';
  return null;
}

function fold(text: string): string {
  return stripMarks(cleanText(text))
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function words(folded: string): string[] {
  return folded.split(/[^a-z]+/).filter((word) => word !== '');
}

/** True when every word is a name, or names joined. */
function isMadeOf(list: readonly string[], own: readonly string[]): boolean {
  const known = [...NAMES, ...own].sort(BY_LENGTH);
  return list.every((word) => takeWords(word, known).replaceAll(' ', '').length <= 1);
}

function takeWords(text: string, known: readonly string[]): string {
  let rest = text;
  for (const word of [...known].sort(BY_LENGTH)) rest = rest.replaceAll(word, ' ');
  return rest;
}

/** Repeats of one character, rows of the keyboard or alphabet, and repeats of a piece, taken out. */
function takePatterns(text: string): string {
  let rest = text.replace(/(.)\1{2,}/g, ' ').replace(/(.{2,8}?)\1{1,}/g, '$1');
  for (const row of ROWS) {
    for (let size = row.length; size >= 4; size--) {
      for (let at = 0; at + size <= row.length; at++) rest = rest.replaceAll(row.slice(at, at + size), ' ');
    }
  }
  return rest;
}

const FORWARD = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb',
];
const ROWS = FORWARD.flatMap((row) => [row, [...row].reverse().join('')]);

function isPattern(folded: string): boolean {
  return takePatterns(folded).replaceAll(' ', '').length < folded.length / 2;
}
