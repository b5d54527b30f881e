/** Campaign: network silence over every page, view and feature; --runs repeats the walk. */
import { loadModule } from './load-module.mjs';

export default async function run({ runs = 1, report } = {}) {
  const { playSilence } = await loadModule('tests/security/silence.ts');
  const rows = [];
  for (let round = 0; round < runs; round++) rows.push(...(await playSilence({ report })));
  return { name: 'silence', rows };
}
