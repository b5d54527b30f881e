/** Points and bounds as people type them: `2,5` or `2.5`, at most four decimals. */

const FIGURE = /^-?\d{1,7}(?:[.,]\d{1,4})?$/;
// `1.000` is a thousand to one reader and one to another.
const DOUBTFUL = /^-?\d{1,3}\.\d{3}$/;

/** The figure, or null where the text is none, or could mean two. */
export function parseFigure(text: string): number | null {
  const clean = text.trim().replace('−', '-');
  if (!FIGURE.test(clean) || DOUBTFUL.test(clean)) return null;
  const value = Number(clean.replace(',', '.'));
  return Math.abs(value) <= 1_000_000 ? value : null;
}

/** As it is typed again: a comma, no grouping. */
export function writeFigure(value: number | null): string {
  return value === null ? '' : String(value).replace('.', ',');
}
