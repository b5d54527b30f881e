/** The list of export formats: `sotay-dong-hanh/formats`. */
import { csv } from './csv';
import type { TallyFormat } from './define-format';
import { json } from './json';
import { markdown } from './markdown';
import { xlsx } from './xlsx';

/** Every format, in the order shown to people. */
export const FORMATS: readonly TallyFormat[] = [xlsx, csv, json, markdown];

/** The format a file name asks for by its ending, or null. */
export function formatForFile(name: string): TallyFormat | null {
  const lower = name.toLowerCase();
  return FORMATS.find((format) => lower.endsWith(format.extension)) ?? null;
}

export { chatText } from './chat-text';
export { csv, json, markdown, xlsx };
export type { Letterhead, TallyFormat, WriteOptions } from './define-format';
