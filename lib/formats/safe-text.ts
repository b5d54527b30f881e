/** Text made harmless for files that spreadsheet programs open. */

/** Excel keeps no more characters in a cell. */
export const MAX_CELL = 32_767;

// C0 and C1 controls but tab and line ends, non-characters, lone surrogates: forbidden in XML or invisible mischief.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const CUT = ' […]';

/** Control characters removed, and what Excel would cut silently is cut with a mark. */
export function safeText(text: string): string {
  const clean = text.replace(FORBIDDEN, '');
  if (clean.length <= MAX_CELL) return clean;
  const kept = clean.slice(0, MAX_CELL - CUT.length);
  return (/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept) + CUT;
}

/** For CSV: a text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection). Numbers never pass here. */
export function neutralise(text: string): string {
  const clean = text.replace(FORBIDDEN, '');
  return safeText(FORMULA_START.test(clean) ? `'${clean}` : clean);
}
