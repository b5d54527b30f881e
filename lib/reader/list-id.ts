/** Identity of the list a page shows: whose, on which screen; the same over pages and windows of one list. */
import type { PageRead } from '../model/observation';
import { foldLabel } from '../vi/text';

/** `about`: what a screen is about beyond its heading. */
export function listOwner(read: Pick<PageRead, 'site' | 'context'>, heading: string, path: string, about = ''): string {
  const { role, unit } = read.context;
  return [read.site ?? '', role?.value ?? '', unit?.value ?? '', heading, path, about]
    .map((text) => shortened(foldLabel(text)))
    .join('|');
}

/** Part of a list's identity: long ones end in a checksum, so that a difference at the end still counts. */
function shortened(text: string): string {
  return text.length <= 50 ? text : `${text.slice(0, 40)}~${checksum(text)}`;
}

/** A short mark of a text that gives nothing of it away. */
export function checksum(text: string): string {
  let sum = 0;
  for (const char of text) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 0x7fffffff;
  return sum.toString(36);
}
