/** Text as it may stand in a file: composed letters (TCVN 6909:2001), no control characters, line ends as one sign. */
import { safeText } from '../formats/safe-text';

/** What people wrote, changed only where a file could not hold it. */
export function plainText(text: string): string {
  return safeText(text).normalize('NFC').replace(/\r\n?/g, '\n').replace(/\t/g, ' ');
}

/** In capitals, as header lines have them. */
export function capitals(text: string): string {
  return plainText(text).toLocaleUpperCase('vi');
}
