/** Injected when the person asks for a sample of the page: hands back its structure with every text masked, and is gone. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Scrubbed, hasSecrecyMark, scrubPage } from '@/lib/scrub';

// What is returned here is what executeScript gives the background: nothing is sent, and nothing stays in the page.
export default defineUnlistedScript((): Scrubbed | 'secret' | null => {
  try {
    return hasSecrecyMark(document) ? 'secret' : scrubPage(document);
  } catch {
    // A page may name its fields so that its own elements can no longer be read.
    return null;
  }
});
