/** Same-shape text: letters become x or X, digits 0, everything else stays; known labels stay as they are. */
import { looksDenied } from '../privacy/deny-list';
import { cleanText, foldLabel } from '../vi/text';

/** True for values that must not stay even when they look like a label. */
export function isDeniedValue(text: string): boolean {
  return looksDenied(text) || hasDigit(text);
}

function hasDigit(text: string): boolean {
  return /\p{N}/u.test(text);
}

/** One text of a page. `known`: folded labels that stay; a label with its colon before a value stays too. */
export function scrubText(text: string, known: ReadonlySet<string>): string {
  if (isKnown(text, known)) return text;
  const colon = text.indexOf(':');
  if (colon > 0 && isKnown(text.slice(0, colon), known))
    return text.slice(0, colon + 1) + masked(text.slice(colon + 1));
  return masked(text);
}

function isKnown(text: string, known: ReadonlySet<string>): boolean {
  return known.has(foldLabel(text)) && !isDeniedValue(text) && !/[^\p{L}\p{M}\s:：.,/%()&*\-–]/u.test(cleanText(text));
}

/** Combining marks go with their letter, so that the length people see stays. */
function masked(text: string): string {
  let out = '';
  for (const char of text.normalize('NFC')) {
    if (/\p{M}/u.test(char)) continue;
    if (/\p{N}/u.test(char)) out += '0';
    else if (/\p{L}/u.test(char)) out += char === char.toLowerCase() ? 'x' : 'X';
    else if (/[\s.,:;!?'"()[\]{}/\\|@#$%^&*+=<>~_–—-]/u.test(char)) out += char;
    else out += ' ';
  }
  return out;
}
