/** Any file or pasted text as tables of raw cells: CSV, text pasted from Excel, XLSX, JSON; told apart by content, not by name. */
import Papa from 'papaparse';
import { decodeText } from './decode-text';
import { headerScore } from './headers';
import { ImportError, refuseFile } from './import-error';
import { checkFileSize } from './limits';
import { readJson } from './read-json';
import { readXlsx } from './read-xlsx';
import type { Table } from './table';

/** A file as bytes, or pasted text. `name` is what messages call it. */
export type ImportInput = { name: string; bytes: Uint8Array | ArrayBuffer } | { name: string; text: string };

/** Tables of the input, in order. @throws ImportError for anything that is no readable table or is over the limits */
export async function readTables(input: ImportInput): Promise<Table[]> {
  if ('text' in input) {
    const size = checkFileSize(input.name, input.text.length);
    if (size) throw size;
    return readText(input.name, input.text);
  }
  const bytes = input.bytes instanceof Uint8Array ? input.bytes : new Uint8Array(input.bytes);
  const size = checkFileSize(input.name, bytes.length);
  if (size) throw size;
  if (bytes.length === 0) throw refuseFile(input.name, 'emptyFile', 'the file is empty');
  if (startsWith(bytes, [0x50, 0x4b])) return readXlsx(input.name, bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    const how = 'open it in Excel and save it as .xlsx without a password';
    throw refuseFile(input.name, 'oldExcel', `this is an old .xls file or a workbook with a password; ${how}`);
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw refuseFile(input.name, 'notATable', 'this is a PDF, not a table');
  return readText(input.name, decodeText(input.name, bytes));
}

function readText(file: string, text: string): Table[] {
  const start = text.trimStart();
  if (start === '') throw refuseFile(file, 'emptyFile', 'the file is empty');
  if (start.startsWith('[') || start.startsWith('{')) return readJson(file, start);
  if (start.startsWith('<')) throw refuseFile(file, 'notATable', 'this is a web page or XML, not a table');
  return [readSeparated(file, text)];
}

// Rows must keep their numbers for messages, so empty ones are kept here; the separator is found on a look ahead.
function readSeparated(file: string, text: string): Table {
  const parsed = Papa.parse<string[]>(text, { delimiter: findDelimiter(text), skipEmptyLines: false });
  const quotes = parsed.errors.filter((error) => error.type === 'Quotes');
  if (quotes.length > 0) {
    throw new ImportError(
      quotes.map((error) => ({
        code: 'badQuotes' as const,
        file,
        sheet: null,
        row: (error.row ?? 0) + 1,
        column: null,
        reason: 'a quotation mark is opened and not closed, or stands in the middle of a cell',
        value: null,
      })),
    );
  }
  return { file, sheet: null, rows: parsed.data, firstRow: 1, serialDates: false };
}

function findDelimiter(text: string): string {
  const ahead = text.slice(0, 200_000);
  const guess = Papa.parse(ahead, {
    preview: 50,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [';', '\t', ','],
  }).meta.delimiter;
  const candidates = [guess, ';', '\t', ','];
  const scores = candidates.map((delimiter) =>
    headerScore(Papa.parse<string[]>(ahead, { delimiter, preview: 20 }).data),
  );
  return candidates[scores.indexOf(Math.max(...scores))] ?? ',';
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, index) => bytes[index] === byte);
}
