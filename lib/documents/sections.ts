/** Sections of running text: numbered headings in the profile's marks, the person's own paragraphs, dots where nothing was written. */
import type { DocProfile } from '../model/doc-profile';
import type { Block } from './paper';
import { roman, sentence } from './wording';

/** `I- ĐÁNH GIÁ`. */
export function firstLevel(number: number, title: string, { headings }: DocProfile): Block {
  return { kind: 'heading', level: 1, text: `${roman(number)}${headings.afterRoman} ${title}` };
}

/** `1. Về tư tưởng`. */
export function secondLevel(number: number, title: string): Block {
  return { kind: 'heading', level: 2, text: `${number}. ${title}` };
}

/** `a) …`, lettered without f and j. */
export function thirdLevel(at: number, title: string, { headings }: DocProfile): Block {
  return { kind: 'heading', level: 3, text: `${headings.letters[at] ?? at + 1}) ${title}` };
}

/** The person's paragraphs, each a sentence; dots where there are none. */
export function said(lines: readonly string[]): Block[] {
  const shown = lines.filter((line) => line.trim() !== '').map(sentence);
  return (shown.length === 0 ? ['…………'] : shown).map((text): Block => ({ kind: 'paragraph', text }));
}
