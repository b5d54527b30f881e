/** Reads the sheets of an XLSX workbook as raw cells; the archive is checked before the parser sees it. */
import { zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { ImportError, refuseFile } from './import-error';
import { type RawCell, type Table, UNREADABLE } from './table';
import { openZip } from './zip-entries';

const REQUIRED = 'xl/workbook.xml';

/**
 * All sheets in workbook order. Formulas give their last computed value; one that failed or was never computed is `UNREADABLE`.
 * @throws ImportError for damaged, protected, oversized or non-workbook archives and for XML with a document type
 */
export async function readXlsx(file: string, bytes: Uint8Array): Promise<Table[]> {
  const parts = openZip(file, bytes, (name) => name.endsWith('.xml') || name.endsWith('.rels'));
  if (!parts.has(REQUIRED)) throw refuseFile(file, 'notATable', 'this archive is no Excel workbook (.xlsx)');
  for (const [name, content] of parts) {
    if (hasDocumentType(content)) throw refuseFile(file, 'dtd', `"${name}" declares a document type; that is refused`);
  }
  // Stored, not packed: the parser inflates large parts in a worker made from a blob, which our own pages forbid.
  const checked = zipSync(Object.fromEntries(parts), { level: 0 });
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    sheets = await readXlsxFile(toArrayBuffer(checked), { trim: false });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw refuseFile(
      file,
      'brokenFile',
      `the workbook cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  const workbook = new TextDecoder().decode(parts.get(REQUIRED));
  const serialDates = !/\bdate1904="(?:1|true)"/.test(workbook);
  const uncomputed = findUncomputed(workbook, parts);
  return sheets.map(({ sheet, data }) => {
    const marks = uncomputed.get(sheet);
    const rows = data.map((cells) => cells.map(toRawCell));
    for (const { row, column } of marks ?? []) {
      while (rows.length <= row) rows.push([]);
      const cells = rows[row] ?? [];
      while (cells.length <= column) cells.push(null);
      cells[column] = UNREADABLE;
    }
    return { file, sheet, rows, firstRow: 1, serialDates };
  });
}

function toRawCell(cell: unknown): RawCell {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean') return cell;
  return cell instanceof Date ? cell : String(cell);
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}

// "<!D" or "<!E" outside of what workbooks hold ("<![CDATA[", "<!--"): <!DOCTYPE, <!ENTITY, <!ELEMENT.
function hasDocumentType(content: Uint8Array): boolean {
  for (let at = content.indexOf(0x3c); at >= 0; at = content.indexOf(0x3c, at + 1)) {
    // Without regard to case: no workbook holds such a mark in any spelling.
    const letter = (content[at + 2] ?? 0) | 0x20;
    if (content[at + 1] === 0x21 && (letter === 0x64 || letter === 0x65)) return true;
  }
  return false;
}

type Place = { row: number; column: number };

function findUncomputed(workbook: string, parts: ReadonlyMap<string, Uint8Array>): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  const targets = new Map<string, string>();
  const links = new TextDecoder().decode(parts.get('xl/_rels/workbook.xml.rels') ?? new Uint8Array());
  for (const tag of links.match(/<Relationship\b[^>]*>/g) ?? []) {
    const target = attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, '');
    targets.set(attribute(tag, 'Id'), `xl/${target}`);
  }
  for (const tag of workbook.match(/<sheet\b[^>]*>/g) ?? []) {
    const content = parts.get(targets.get(attribute(tag, 'r:id')) ?? '');
    if (content === undefined) continue;
    const places = uncomputedIn(new TextDecoder().decode(content));
    if (places.length > 0) found.set(unescapeXml(attribute(tag, 'name')), places);
  }
  return found;
}

// The parser gives a failed cell (#N/A) as an empty one, and an uncomputed formula too: both would be "no reading".
function uncomputedIn(xml: string): Place[] {
  if (!xml.includes('<f') && !xml.includes(' t="e"')) return [];
  const places: Place[] = [];
  for (let start = xml.indexOf('<c '); start >= 0; start = xml.indexOf('<c ', start + 3)) {
    const tagEnd = xml.indexOf('>', start);
    if (tagEnd < 0) break;
    if (xml[tagEnd - 1] === '/') continue;
    const tag = xml.slice(start, tagEnd);
    const end = xml.indexOf('</c>', tagEnd);
    const body = xml.slice(tagEnd + 1, end < 0 ? undefined : end);
    const type = attribute(tag, 't');
    const hasFormula = /<f[\s/>]/.test(body);
    const hasValue = /<v>[^<]/.test(body) || (type === 'str' && /<v\s*\/>|<v><\/v>/.test(body));
    if (type !== 'e' && (!hasFormula || hasValue)) continue;
    const address = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute(tag, 'r'));
    if (address === null) continue;
    const column = [...(address[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    places.push({ row: Number(address[2]) - 1, column });
  }
  return places;
}

function attribute(tag: string, name: string): string {
  const at = tag.indexOf(` ${name}="`);
  if (at < 0) return '';
  const from = at + name.length + 3;
  return tag.slice(from, tag.indexOf('"', from));
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
