/** Which pages are not scrubbed at all: those that carry a mark of state secrecy anywhere. */
import { findSecrecyMark } from '../privacy/secrecy';
import { cleanText } from '../vi/text';

/** A stamp stands alone; longer texts may speak of secrecy. */
const STAMP_LENGTH = 40;

/** True when a heading or a short text of its own carries a mark; in doubt true. The document stays as it is. */
export function hasSecrecyMark(doc: Document): boolean {
  for (const element of doc.querySelectorAll('*')) {
    const heading = /^h[1-6]$/.test(element.localName) || element.getAttribute('role') === 'heading';
    if (!heading && element.childElementCount > 0) continue;
    const text = cleanText(element.textContent ?? '');
    if ((heading || text.length <= STAMP_LENGTH) && findSecrecyMark(text) !== null) return true;
  }
  return false;
}
