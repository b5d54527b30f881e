/** What write-excel-file leaves out of a printed workbook: filter, print titles, A4 set-up, text it cannot index. */
import type { Feature } from 'write-excel-file/universal';

/** Print and filter set-up of one sheet; rows and columns are 1-based. */
export interface SheetSetup {
  name: string;
  landscape: boolean;
  /** Header row repeated on every page, and the filter under it. */
  header: { row: number; columns: number; lastRow: number } | null;
}

// HD 05-HD/VPTW of 27/5/2026: A4, 20 mm above and below, 30 mm left, 15 mm right; in inches.
const MARGINS =
  '<pageMargins left="1.1811" right="0.5906" top="0.7874" bottom="0.7874" header="0.3937" footer="0.3937"/>';
// Page number in the middle of the header, from the second page on.
const PAGE_NUMBER = '<headerFooter differentFirst="1"><oddHeader>&amp;C&amp;P</oddHeader><firstHeader/></headerFooter>';

/** Adds filters with their hidden names, print titles and page set-up. */
export function printFeature(setups: readonly SheetSetup[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const setup = setups[sheetIndex];
            return setup === undefined ? xml : setUpSheet(xml, setup);
          },
        },
        'xl/workbook.xml': { transform: (xml) => xml.replace('<definedNames/>', definedNames(setups)) },
      },
    },
  };
}

function setUpSheet(xml: string, setup: SheetSetup): string {
  const at = xml.indexOf('</sheetData>') + '</sheetData>'.length;
  const filter = setup.header === null ? '' : `<autoFilter ref="${filterRange(setup.header, '')}"/>`;
  const orientation = setup.landscape ? 'landscape' : 'portrait';
  const page = `${MARGINS}<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>${PAGE_NUMBER}`;
  const tail = xml
    .slice(at)
    .replace(/<pageMargins[^>]*\/>|<pageSetup[^>]*\/>/g, '')
    .replace(/(<drawing |<\/worksheet>)/, `${page}$1`);
  const head = xml
    .slice(0, at)
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    // The writer names a pane that a split of rows alone does not have.
    .replace('xSplit="0" topLeftCell', 'topLeftCell')
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"');
  return head + filter + tail;
}

function definedNames(setups: readonly SheetSetup[]): string {
  const names = setups.flatMap(({ name, header }, index) => {
    if (header === null) return [];
    const sheet = `'${name.replaceAll("'", "''")}'!`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${sheet}${filterRange(header, '$')}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${sheet}$${header.row}:$${header.row}</definedName>`,
    ];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

function filterRange(header: NonNullable<SheetSetup['header']>, dollar: '' | '$'): string {
  const last = String.fromCharCode(64 + header.columns);
  return `${dollar}A${dollar}${header.row}:${dollar}${last}${dollar}${header.lastRow}`;
}

/** A text that the writer's index of texts, a plain object, would mistake for what every object inherits. */
export function needsInlineText(text: string): boolean {
  return text in Object.prototype;
}

/** Writes the given texts into cells that hold a placeholder number: sheet index → cell address → text. */
export function inlineTextFeature(texts: readonly ReadonlyMap<string, string>[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            let result = xml;
            for (const [address, text] of texts[sheetIndex] ?? []) {
              const cell = new RegExp(`<c r="${address}"([^>]*)><v>0</v></c>`);
              result = result.replace(cell, (_, attributes: string) => {
                return `<c r="${address}"${attributes} t="inlineStr"><is><t>${text}</t></is></c>`;
              });
            }
            return result;
          },
        },
      },
    },
  };
}
