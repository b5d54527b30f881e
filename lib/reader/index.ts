/** Public face of the reader: `sotay-dong-hanh/reader`. */
export { createCollector, type CollectState, type Collector } from './collect';
export { findSite, matchesHost } from './detect';
export { READ_ATTRIBUTES, type Change } from './changed-rows';
export { readPage } from './read-any';
export { readTraced, type PageTrace, type ReadOptions, type Reading, type TaughtReader } from './read-page';
export { rereadRows } from './reread';
export { readTaught } from './taught';
