/** What a scrubbed sample is made of, counted from its text. Pure. */

export interface SampleFacts {
  /** Words replaced by x, and numbers replaced by 0. */
  words: number;
  numbers: number;
  /** Texts in which a label was left. */
  labels: number;
}

/** Counts texts between tags; attributes are not counted. */
export function sampleFacts(html: string): SampleFacts {
  const facts = { words: 0, numbers: 0, labels: 0 };
  const start = html.indexOf('<body');
  for (const piece of html.slice(Math.max(0, start)).split('<')) {
    const text = piece.slice(piece.indexOf('>') + 1).replace(/&[a-z]+;/g, ' ');
    const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
    const masked = words.filter((word) => /^[xX]+$/.test(word)).length;
    facts.words += masked;
    facts.numbers += (text.match(/0(?:[.,:/]?0)*/g) ?? []).length;
    if (words.length > masked) facts.labels++;
  }
  return facts;
}
