/** `npm run capture <id>`: writes what a site reads from each of its saved pages beside the page; a person reads it before committing. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { withSources } from './load.mjs';
import { ROOT, say } from './machine.mjs';

/** Expectations name no moment: the page is read at a fixed one. */
const NOW = new Date('2026-11-20T05:00:00Z');

const [id] = process.argv.slice(2);
const folder = join(ROOT, 'tests/fixtures/sites', id ?? '');
if (id === undefined || !/^[a-z0-9-]+$/.test(id) || !existsSync(folder)) {
  say('Usage: npm run capture <id>   (saved pages lie in tests/fixtures/sites/<id>/*.html)');
  process.exit(2);
}
const failed = await withSources(async (load) => {
  const { SITES } = await load('lib/sites/index.ts');
  const { findSite, readPage } = await load('lib/reader/index.ts');
  const { toObservations } = await load('lib/cli/extract.ts');
  const site = SITES.find((one) => one.id === id);
  if (site === undefined) {
    say(`${id} is not in lib/sites/index.ts: npm run new:site ${id}`);
    return 1;
  }
  const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
  if (pages.length === 0) say(`no *.html in tests/fixtures/sites/${id}`);
  let refused = pages.length === 0 ? 1 : 0;
  for (const file of pages) {
    const { document } = parseHTML(readFileSync(join(folder, file), 'utf8'));
    const found = findSite(document, '', SITES);
    const read = readPage(document, '', site, NOW);
    const target = join(folder, file.replace(/\.html$/, '.json'));
    const reasons = [
      ...(found?.id === id ? [] : [`recognised as ${found?.id ?? 'no site'}`]),
      ...(read.status === 'ok' ? [] : read.problems.map((problem) => `${problem.part}: ${problem.detail}`)),
    ];
    if (reasons.length > 0) {
      refused++;
      say(`${file}: NOT WRITTEN: ${reasons.join('; ')}`);
      continue;
    }
    const text = `${JSON.stringify(toObservations(read), null, 2)}\n`;
    const before = existsSync(target) ? readFileSync(target, 'utf8') : null;
    const same = before !== null && JSON.stringify(JSON.parse(before)) === JSON.stringify(JSON.parse(text));
    if (!same) writeFileSync(target, text);
    say(
      `${file}: ${same ? 'unchanged' : before === null ? 'written' : 'CHANGED'}, ${read.tables.map((table) => `${table.kind} ${table.rows.length}`).join(', ') || 'no table'}`,
    );
  }
  return refused;
});
process.exit(failed === 0 ? 0 : 3);
