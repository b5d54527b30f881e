/** Passphrases of backups: six phrases made by the computer, what is typed brought to one form, and a floor for one's own. */
import { cleanText, stripMarks } from '../vi/text';
import { THINGS, WAYS } from './words';

/** Phrases in a generated passphrase: 6 × log2(things × ways), more than 77 bits. */
export const PHRASES = 6;

export interface GeneratedPassphrase {
  /** `mèo xanh`, `lúa thơm` … as people read them. */
  phrases: string[];
  /** What the file is sealed with, to be typed on any keyboard: `meo-xanh-lua-thom-…`. */
  typed: string;
}

/** Bits of a generated passphrase. */
export function generatedBits(): number {
  return PHRASES * Math.log2(THINGS.length * WAYS.length);
}

/** A new passphrase from the computer's own randomness; `fill` stands in for it in tests. */
export function generatePassphrase(
  fill = (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes),
): GeneratedPassphrase {
  const phrases: string[] = [];
  for (let index = 0; index < PHRASES; index++) phrases.push(`${pick(THINGS, fill)} ${pick(WAYS, fill)}`);
  return { phrases, typed: asciiForm(phrases.join(' ')) };
}

/** Every word equally likely: bytes at the uneven end of the range are thrown away. */
function pick(words: readonly string[], fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string {
  const byte = new Uint8Array(1);
  const even = 256 - (256 % words.length);
  for (;;) {
    fill(byte);
    const value = byte[0] ?? 0;
    const word = value < even ? words[value % words.length] : undefined;
    if (word !== undefined) return word;
  }
}

/**
 * What a typed passphrase stands for. Listed words, with or without marks, blanks, hyphens and capitals, give the form the
 * computer made; anything else is one's own passphrase and only brought to NFC without blanks at its ends.
 */
export function foldPassphrase(text: string): string {
  const ascii = asciiForm(text);
  const words = ascii.split('-');
  const listed =
    words.length === PHRASES * 2 &&
    words.every((word, index) => (index % 2 === 0 ? ASCII_THINGS : ASCII_WAYS).has(word));
  return listed ? ascii : text.normalize('NFC').trim();
}

function asciiForm(text: string): string {
  return stripMarks(cleanText(text))
    .toLowerCase()
    .split(/[\s\-–—_.,;·]+/)
    .filter((word) => word !== '')
    .join('-');
}

const ASCII_THINGS: ReadonlySet<string> = new Set(THINGS.map(asciiForm));
const ASCII_WAYS: ReadonlySet<string> = new Set(WAYS.map(asciiForm));
