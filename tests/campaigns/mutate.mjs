/** Campaign: changed pages of the handbook; --runs is how many pages are read (full: 20,000). */
import { loadModule } from './load-module.mjs';

export default async function run({ runs, short = false, report } = {}) {
  const { playChangedPages } = await loadModule('tests/lib/reader/changed-pages.ts');
  const rows = playChangedPages({ pages: runs ?? (short ? 1_000 : 20_000), report });
  return { name: 'mutate', rows };
}
