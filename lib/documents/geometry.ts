/** The paper in millimetres: sizes, room for the text, and how a header and a table share it. */
import type { Paper, PaperTable } from './paper';

export const A4 = { width: 210, height: 297 } as const;

/** Rows of a table that is not parted between pages. */
export const SHORT_TABLE = 10;

/** Page and text area of a paper, turned when it lies. */
export function pageOf({ landscape, profile }: Pick<Paper, 'landscape' | 'profile'>) {
  const { margins } = profile.page;
  const width = landscape ? A4.height : A4.width;
  const height = landscape ? A4.width : A4.height;
  return { width, height, margins, text: width - margins.left - margins.right };
}

/** Left (bodies) and right (Party, place and date) of the header. */
export function headerWidths(text: number): [left: number, right: number] {
  const left = Math.round(text * 0.44);
  return [left, text - left];
}

/** Column widths that fill `text` exactly. */
export function columnWidths({ columns }: Pick<PaperTable, 'columns'>, text: number): number[] {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map((column) => (column.width / total) * text);
}
