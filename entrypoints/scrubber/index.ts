/** Injected when the person asks for a sample of the page: hands back its structure with every text masked, and is gone. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hasSecrecyMark, scrubPage } from '@/lib/scrub';

// What is returned here is what executeScript gives the background: nothing is sent, and nothing stays in the page.
export default defineUnlistedScript(() => (hasSecrecyMark(document) ? 'secret' : scrubPage(document)));
