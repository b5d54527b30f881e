/** Conformance of one site: every saved page in its fixture folder is recognised without an address and reads as its JSON says. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { expect, it } from 'vitest';
import { toObservations } from '../../lib/cli/extract';
import { pageReadSchema } from '../../lib/model/observation';
import { type Site, parseSite } from '../../lib/model/site';
import { openHtml, NOW } from '../lib/reader/open-page';
import { findSite, readPage } from '../../lib/reader';
import { SITES } from '../../lib/sites';

/** Saved pages of a site by name. */
export function fixturesOf(id: string): string[] {
  const folder = new URL(`../fixtures/sites/${id}/`, import.meta.url);
  return readdirSync(folder)
    .filter((file) => extname(file) === '.html')
    .map((file) => basename(file, '.html'));
}

/** Declares the tests of one site. */
export function testSite(site: Site): void {
  const folder = new URL(`../fixtures/sites/${site.id}/`, import.meta.url);

  it('is plain JSON within the grammar and its limits', () => {
    expect(parseSite(JSON.stringify(site))).toEqual(site);
  });

  it('has saved pages', () => {
    expect(fixturesOf(site.id).length).toBeGreaterThan(0);
  });

  it.each(fixturesOf(site.id))('reads %s exactly', (name) => {
    const doc = openHtml(readFileSync(new URL(`${name}.html`, folder), 'utf8'));
    expect(findSite(doc, '', SITES)?.id).toBe(site.id);
    const page = readPage(doc, '', site, NOW);
    expect(pageReadSchema.safeParse(page).error?.issues).toBeUndefined();
    expect(toObservations(page)).toEqual(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')));
  });
}
