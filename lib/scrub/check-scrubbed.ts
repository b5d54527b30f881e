/** Looks at a scrubbed page once more, as text, away from the page: every word, digit and attribute must be one that scrubbing leaves. */
import { knownLetters, knownWords, lettersOf } from './known-words';
import { DROPPED, SCRUB_END, SCRUB_HEAD, SCRUB_LIMITS, isPlainTag, safeValue } from './scrub-page';

// Room for the last texts written before the limit is noticed.
const MOST = SCRUB_LIMITS.characters + 1_000_000;
const TAG = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]{1,40}="[^"<>]*")*)>/y;
const ATTRIBUTE = / ([a-z-]+)="([^"]*)"/g;

/** What is wrong with it, in English and without quoting it; null when nothing of a person can be in it. */
export function checkScrubbed(html: string): string | null {
  if (html.length > MOST) return 'too long';
  if (!html.startsWith(SCRUB_HEAD) || !html.endsWith(SCRUB_END)) return 'not written by scrubbing';
  const inner = html.slice(SCRUB_HEAD.length, html.length - SCRUB_END.length);
  let at = 0;
  while (at < inner.length) {
    const open = inner.indexOf('<', at);
    if (!isMasked(plain(inner.slice(at, open < 0 ? inner.length : open)))) return 'a text is not masked';
    if (open < 0) break;
    TAG.lastIndex = open;
    const tag = TAG.exec(inner);
    if (tag === null) return 'something that is no element';
    const [whole, , name = '', attributes = ''] = tag;
    if (!isPlainTag(name) || DROPPED.has(name)) return `an element ${name}`;
    for (const [, key = '', value = ''] of attributes.matchAll(ATTRIBUTE))
      if (!isSafe(key, plain(value))) return `an attribute ${key}`;
    at = open + whole.length;
  }
  return null;
}

function isSafe(name: string, value: string): boolean {
  if (name === 'data-scrub') return value === 'frame' || value === 'shadow';
  return safeValue(name, value, knownWords()) === value;
}

/** True when the letters are masked ones and whole labels: texts that stood side by side have grown together. */
function isMasked(text: string): boolean {
  if (/[^\p{L}\p{M}\s0.,:：;!?'"()[\]{}/\\|@#$%^&*+=<>~_–—-]/u.test(text)) return false;
  if (/^[^\p{L}\p{M}]*$/u.test(text.replace(/[xX]/g, ''))) return true;
  const letters = lettersOf(text);
  const labels = knownLetters();
  const reached = new Set([0]);
  for (let at = 0; at < letters.length; at++) {
    if (!reached.has(at)) continue;
    if (letters[at] === 'x') reached.add(at + 1);
    for (const label of labels.get(letters.charAt(at)) ?? [])
      if (letters.startsWith(label, at)) reached.add(at + label.length);
  }
  return reached.has(letters.length);
}

function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
