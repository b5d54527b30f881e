/** Public face of scrubbing: a page's structure without what it says about anybody. */
export { checkScrubbed } from './check-scrubbed';
export { SCRUB_LIMITS, scrubPage, type Scrubbed } from './scrub-page';
export { hasSecrecyMark } from './secret-page';
