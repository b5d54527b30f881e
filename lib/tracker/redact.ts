/** Takes a person's name out of a text and puts initials in its place. Pure. */
import { nameKey } from '../vi/names';

/** `text` with every spelling of the name replaced by `initials`; blanks, letter case and place of tone make no difference. */
export function withoutName(text: string, spellings: readonly string[], initials: string): string {
  const longestFirst = [...spellings].sort((a, b) => b.length - a.length);
  return longestFirst.reduce((left, spelling) => replaceName(left, nameKey(spelling), initials), text);
}

function replaceName(text: string, key: string, initials: string): string {
  if (key === '') return text;
  const length = key.split(' ').length;
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}\p{N}'’-]*/gu)];
  let result = '';
  let from = 0;
  for (let index = 0; index + length <= words.length; index++) {
    const first = words[index];
    const last = words[index + length - 1];
    if (first === undefined || last === undefined || first.index < from) continue;
    const end = last.index + last[0].length;
    if (nameKey(text.slice(first.index, end)) !== key) continue;
    result += text.slice(from, first.index) + initials;
    from = end;
  }
  return result + text.slice(from);
}
