/** Public face of the reader: `sotay-dong-hanh/reader`. */
export { createCollector, type CollectState, type Collector } from './collect';
export { findSite, matchesHost } from './detect';
export { readPage, type ReadOptions } from './read-page';
