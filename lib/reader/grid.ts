/** A table as seen, whatever it is built of: leaf headers and data rows, cells joined to headers by column number. */
import { cleanText } from '../vi/text';

export interface GridHeader {
  column: number;
  text: string;
  /** Header of the group it stands under, '' for none. */
  group: string;
}

export interface GridRow {
  /** Row number on this page from 1, by `aria-rowindex` where there is one. */
  index: number;
  /** True when `index` holds for the whole page, not only for a window of it. */
  numbered: boolean;
  element: Element;
  cells: ReadonlyMap<number, Element>;
}

export interface Grid {
  /** Outermost element of the table. */
  element: Element;
  shape: 'grid' | 'table' | 'antd' | 'odoo';
  headers: GridHeader[];
  rows: GridRow[];
  /** Rows on this page by the page's own count, or null. */
  rowsOnPage: number | null;
  /** True when only a window of the page's rows is in the document. */
  windowed: boolean;
  busy: boolean;
  /** Why the grid cannot be read as it stands, or null. */
  fault: string | null;
}

/** `null` when the attribute is absent or not a whole number from 1. */
export function wholeAttribute(element: Element, name: string): number | null {
  const text = element.getAttribute(name);
  if (text === null) return null;
  const number = Number(cleanText(text));
  return Number.isInteger(number) && number >= 1 ? number : null;
}
