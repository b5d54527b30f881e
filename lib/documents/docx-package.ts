/** Makes a finished DOCX say when the document was made and nothing about where: the same document gives the same bytes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { setZipTimes } from '../formats/zip-times';

const LEVEL = 6;

/** The package again, with the given time in its properties and in every entry, its parts in order of their names. */
export function settle(bytes: Uint8Array, time: Date): Uint8Array {
  const parts = unzipSync(bytes);
  const stamp = `${time.toISOString().slice(0, 19)}Z`;
  const core = parts['docProps/core.xml'];
  if (core !== undefined) {
    const told = strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${stamp}`);
    parts['docProps/core.xml'] = strToU8(told);
  }
  // Word looks for the list of types first.
  const names = Object.keys(parts).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const entries = names.map((name) => [name, parts[name] ?? new Uint8Array()]);
  const settled = zipSync(Object.fromEntries(entries), { level: LEVEL, mtime: new Date(2000, 0, 1) });
  setZipTimes(settled, time);
  return settled;
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
}
