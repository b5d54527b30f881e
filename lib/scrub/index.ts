/** Public face of scrubbing: a page's structure without what it says about anybody. */
export { SCRUB_LIMITS, scrubPage, type Scrubbed } from './scrub-page';
