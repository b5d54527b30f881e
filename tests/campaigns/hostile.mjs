/** Campaign: hostile script on the handbook, strangers, tricks on the overlay, hostile text; --runs repeats the whole. */
import { loadModule } from './load-module.mjs';

export default async function run({ runs = 1, short = false, report } = {}) {
  const { playHostile } = await loadModule('tests/security/hostile.ts');
  const { playStrangers } = await loadModule('tests/security/strangers.ts');
  const { playClickjacking } = await loadModule('tests/security/clickjacking.ts');
  const { playHostileText } = await loadModule('tests/security/hostile-text.ts');
  const rows = [];
  for (let round = 0; round < runs; round++) {
    rows.push(...(await playHostile({ short, report })));
    // In seconds only the hostile page itself can be played; the rest stands in the tests of each commit.
    if (short) continue;
    rows.push(...(await playStrangers({ report })));
    rows.push(...(await playClickjacking({ short, report })));
    rows.push(...(await playHostileText({ short, report })));
  }
  return { name: 'hostile', rows };
}
