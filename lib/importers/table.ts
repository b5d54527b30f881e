/** A table as a file holds it: cells with their place, nothing interpreted yet. */

/** A spreadsheet cell whose formula failed or was never computed: it cannot be read without a spreadsheet program. */
export const UNREADABLE = Symbol('no value');
export type RawCell = string | number | boolean | Date | null | typeof UNREADABLE;

export interface Table {
  file: string;
  /** Sheet name; null for text and JSON. */
  sheet: string | null;
  /** Row n of the sheet stands at `rows[n - firstRow]`. */
  rows: RawCell[][];
  firstRow: number;
  /** True when a bare number in a date column is a spreadsheet day number counted from 1900. */
  serialDates: boolean;
}

/** `A`, `B` … `Z`, `AA`: the letter of a 0-based column. */
export function columnLetter(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** True for a cell without content. */
export function isBlank(cell: RawCell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** The cell as text for messages and text columns; days as `YYYY-MM-DD`. */
export function cellText(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined || typeof cell === 'symbol') return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell);
}
