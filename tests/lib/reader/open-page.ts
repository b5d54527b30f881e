/** Opens HTML text or a saved page as a document for the reader's tests. */
import { existsSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import type { PageRead, TableRead } from '../../../lib/model/observation';
import { findSite, readPage } from '../../../lib/reader';
import { SITES } from '../../../lib/sites';

export const NOW = new Date('2026-11-20T03:00:00.000Z');
/** Saved pages of a real front end; they live outside the project and are read from there when present. */
export const REAL_PAGES = new URL('../../../../shared/pages/vnpt/', import.meta.url);
export const hasRealPages = existsSync(REAL_PAGES);

export function realText(name: string): string {
  return readFileSync(new URL(name, REAL_PAGES), 'utf8');
}

export function openHtml(html: string): Document {
  return parseHTML(html).document as unknown as Document; // linkedom's own Document type is structurally poorer
}

/** Reads HTML with whichever shipped site recognises it. */
export function readHtml(html: string, url = ''): PageRead | null {
  const doc = openHtml(html);
  const site = findSite(doc, url, SITES);
  return site === null ? null : readPage(doc, url, site, NOW);
}

/** Rows as flat values. */
export function flat(table: TableRead | undefined): Record<string, unknown>[] {
  return (table?.rows ?? []).map((row) =>
    Object.fromEntries(Object.entries(row.cells).map(([field, cell]) => [field, cell.value])),
  );
}
