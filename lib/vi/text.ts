/** Vietnamese text made comparable: normal form for showing, folded form for matching labels. */

/** Combining marks that Vietnamese uses for tones: huyền, sắc, ngã, hỏi, nặng. */
export const TONE_MARKS: ReadonlySet<string> = new Set(['\u0300', '\u0301', '\u0303', '\u0309', '\u0323']);

const INVISIBLE = /[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const BLANKS = /[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g;
// Most text is clean already; one look saves three passes over it.
const UNCLEAN = /[\u00ad\u034f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|[^\S ]| {2}|^ | $/;
const COMBINING = /\p{M}+/gu;
const PLAIN_ENDS = /^[a-z0-9](?:.*[a-z0-9])?$/s;
const ASCII = /^[\x00-\x7f]*$/;

/**
 * Text as a person reads it: NFC, invisible characters dropped, every run of blanks one space, trimmed.
 * Never changes letters, case or where a tone mark stands.
 */
export function cleanText(text: string): string {
  if (!UNCLEAN.test(text)) return text.normalize('NFC');
  // Composed last: an invisible character between a letter and its mark would keep them apart.
  return text.replace(INVISIBLE, '').replace(BLANKS, ' ').trim().normalize('NFC');
}

/**
 * Search key for labels and headers: cleaned, lower case, without any diacritic, đ as d, punctuation at both ends dropped.
 * Two labels that a reader would call the same give the same key (`Điểm tích lũy:` and `DIEM TICH LUY`).
 */
export function foldLabel(text: string): string {
  const folded = stripMarks(cleanText(text)).toLowerCase();
  // Most texts begin and end with a letter or a digit: nothing to drop.
  if (PLAIN_ENDS.test(folded)) return folded;
  const plain = [...folded];
  let from = 0;
  let to = plain.length;
  while (from < to && !isWordChar(plain[from])) from++;
  while (to > from && !isWordChar(plain[to - 1]) && plain[to - 1] !== '%' && plain[to - 1] !== ')') to--;
  return plain.slice(from, to).join('');
}

/** Every diacritic removed, đ → d and Đ → D (also the look-alikes Ð ð and Ɖ ɖ of old fonts); case and blanks kept. */
export function stripMarks(text: string): string {
  if (ASCII.test(text)) return text;
  return text.normalize('NFD').replace(COMBINING, '').replace(/[đðɖ]/g, 'd').replace(/[ĐÐƉ]/g, 'D');
}

/** True when `needle` stands in `text` as whole words, both given in folded form. */
export function hasFoldedWords(text: string, needle: string): boolean {
  if (needle === '') return false;
  let from = 0;
  for (;;) {
    const at = text.indexOf(needle, from);
    if (at < 0) return false;
    if (!isWordChar(text[at - 1]) && !isWordChar(text[at + needle.length])) return true;
    from = at + 1;
  }
}

function isWordChar(char: string | undefined): boolean {
  return char !== undefined && /[\p{L}\p{N}]/u.test(char);
}
