/** Vietnamese personal names: one key for every spelling of a name, and the order in which people list them. */
import { TONE_MARKS, cleanText, stripMarks } from './text';

let made: Intl.Collator | null = null;
/** Made on first use: the reader in the page compares names but never sorts them. */
const collator = (): Intl.Collator => (made ??= new Intl.Collator('vi'));

/**
 * Key under which spellings of one name meet: NFC or NFD, blanks, letter case and tone placement
 * (Hoà/Hòa, Thuý/Thúy) make no difference;
 * a missing or different mark does.
 */
export function nameKey(name: string): string {
  // Ð and Ɖ look like Đ and come from old fonts: nobody can tell them apart on screen.
  return cleanText(name).toLowerCase().replace(/[ðɖ]/g, 'đ').split(' ').map(toneLast).join(' ');
}

/** Key without any mark, for proposing doubtful matches only (`Nguyen Van A`): equal keys are a question, never an answer. */
export function looseNameKey(name: string): string {
  return stripMarks(cleanText(name)).toLowerCase();
}

/** The parts of a full name in Vietnamese order; a one-word name is a given name. */
export function splitName(name: string): { family: string; middle: string; given: string } {
  const words = cleanText(name).split(' ');
  const given = words.pop() ?? '';
  const family = words.shift() ?? '';
  return { family, middle: words.join(' '), given };
}

/** `Nguyễn Văn An` → `N.V.A.` */
export function initialsOf(name: string): string {
  return cleanText(name)
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => `${[...word.normalize('NFC')][0]?.toUpperCase() ?? ''}.`)
    .join('');
}

/** Order of Vietnamese name lists: given name, then middle names, then family name (rule R16); ties keep their order. */
export function compareNames(a: string, b: string): number {
  const left = splitName(a);
  const right = splitName(b);
  return (
    compareWords(left.given, right.given) ||
    compareWords(left.middle, right.middle) ||
    compareWords(left.family, right.family)
  );
}

/** A copy of `items` in the order of `compareNames`, each name prepared once: use it for long lists. */
export function sortByName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item) => {
      const { family, middle, given } = splitName(nameOf(item));
      return { item, given: placeTones(given), middle: placeTones(middle), family: placeTones(family) };
    })
    .sort(
      (a, b) =>
        collator().compare(a.given, b.given) ||
        collator().compare(a.middle, b.middle) ||
        collator().compare(a.family, b.family),
    )
    .map(({ item }) => item);
}

// Hoà and Hòa collate apart although they are one word, so both are compared in one spelling.
function compareWords(a: string, b: string): number {
  return collator().compare(placeTones(a), placeTones(b));
}

function placeTones(words: string): string {
  return words
    .toLowerCase()
    .split(' ')
    .map((word) => {
      const { letters, tone } = splitTone(word);
      // The tone is set on the last vowel letter, one fixed place for every word, which is all a comparison needs.
      const at = lastVowel(letters);
      return at < 0 ? word : (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize('NFC');
    })
    .join(' ');
}

function toneLast(word: string): string {
  const { letters, tone } = splitTone(word);
  return letters + tone;
}

function splitTone(word: string): { letters: string; tone: string } {
  let letters = '';
  let tone = '';
  for (const char of word.normalize('NFD')) {
    if (TONE_MARKS.has(char)) tone += char;
    else letters += char;
  }
  return { letters: letters.normalize('NFC'), tone };
}

function lastVowel(letters: string): number {
  for (let index = letters.length - 1; index >= 0; index--) {
    if (/[aăâeêioôơuưy]/u.test(letters[index] ?? '')) return index;
  }
  return -1;
}
