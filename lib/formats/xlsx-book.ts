/** A workbook from its sheets: the parts of an XLSX package (ECMA-376), zipped so that the same sheets give the same bytes. */
import { zipSync } from 'fflate';
import { safeText } from './safe-text';
import { type Sheet, sheetXml, tableRange } from './xlsx-sheet';
import { createStyleTable } from './xlsx-styles';
import { setZipTimes } from './zip-times';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
// Past this level a workbook gets hardly smaller but much slower.
const LEVEL = 3;

/** The file; `time` is written as the time of all its parts. */
export function writeBook(sheets: readonly Sheet[], time: Date): Uint8Array {
  const styles = createStyleTable();
  const texts = createTextTable();
  const pages = sheets.map((sheet, at) => sheetXml(sheet, at === 0, styles, texts.number));
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at): [string, string] => ['worksheet', `worksheets/sheet${at + 1}.xml`]),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': styles.xml(),
    'xl/sharedStrings.xml': texts.xml(),
  };
  pages.forEach((page, at) => (parts[`xl/worksheets/sheet${at + 1}.xml`] = page));
  const encoder = new TextEncoder();
  const files = Object.entries(parts).map(([path, xml]) => [path, encoder.encode(DECLARATION + xml)]);
  // Any time fflate accepts: the real one is set below, on Vietnam's clock wherever this runs.
  const bytes = zipSync(Object.fromEntries(files), { level: LEVEL, mtime: new Date(2000, 0, 1) });
  setZipTimes(bytes, time);
  return bytes;
}

/** Every different text once, cleaned and escaped once. */
function createTextTable() {
  const places = new Map<string, number>();
  const items: string[] = [];
  let uses = 0;
  const number = (text: string): number => {
    uses++;
    const found = places.get(text);
    if (found !== undefined) return found;
    const place = items.push(`<si><t xml:space="preserve">${cellText(text)}</t></si>`) - 1;
    places.set(text, place);
    return place;
  };
  const xml = () => `<sst xmlns="${MAIN}" count="${uses}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  return { number, xml };
}

/** Text as it stands in a cell: cleaned, and no part of it mistaken for markup. */
function cellText(text: string): string {
  return escapeXml(
    safeText(text)
      .replace(/\r\n?/g, '\n')
      // Programs take `_x0041_` for the letter A (ECMA-376, ST_Xstring): the underline itself is written in that way.
      .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'),
  );
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function workbook(sheets: readonly Sheet[]): string {
  const list = sheets.map(
    ({ name }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const names = sheets.flatMap((sheet, at) => {
    const page = `'${escapeXml(sheet.name).replaceAll("'", "''")}'!`;
    const { header, first = header, filter } = sheet.table;
    const range = `${page}${tableRange(sheet, '$')}`;
    return [
      ...(filter === false
        ? []
        : [`<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${range}</definedName>`]),
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${page}$${first}:$${header}</definedName>`,
    ];
  });
  return (
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${list.join('')}</sheets><definedNames>${names.join('')}</definedNames></workbook>`
  );
}

/** Relations numbered rId1, rId2 … in order. */
function relations(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}.xml" ContentType="${SPREADSHEET}.${type}+xml"/>`;
  const pages = Array.from({ length: sheets }, (_, at) => part(`worksheets/sheet${at + 1}`, 'worksheet'));
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('workbook', 'sheet.main') +
    pages.join('') +
    part('styles', 'styles') +
    part('sharedStrings', 'sharedStrings') +
    '</Types>'
  );
}
