/** Reads a page of any site, shipped or taught. */
import type { PageRead } from '../model/observation';
import type { Site } from '../model/site';
import { type ReadOptions, readTraced } from './read-page';
import { readTaught } from './taught';

/**
 * Reads one page of a known site. Values are exact or the page is refused with a reason: when `status` is not `ok`,
 * `points` is null and `tables` is empty. Never throws for anything a page contains.
 * @param url address of the page, '' when unknown; query and fragment are never kept
 */
export function readPage(doc: Document, url: string, site: Site, now: Date, options: ReadOptions = {}): PageRead {
  return readTraced(doc, url, site, now, { taught: readTaught, ...options }).read;
}
