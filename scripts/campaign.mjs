/** `npm run campaign -- <name> [--runs n] [--backend leveldb|sqlite] [--seed n] [--short]`: one campaign, its figures, and whether its bars were met. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildForTests, buildHandbook, buildLibrary } from './build.mjs';
import { ROOT, checkNode, ensureChromium, ensureFonts, ensureModules, say } from './machine.mjs';

const FOLDER = join(ROOT, 'tests/campaigns');
const NAMES = readdirSync(FOLDER)
  .filter(
    (name) =>
      name.endsWith('.mjs') &&
      !['device.mjs', 'search-files.mjs', 'writing.mjs', 'bundle-job.mjs', 'load-module.mjs'].includes(name),
  )
  .map((name) => name.slice(0, -4));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    backend: { type: 'string', default: 'leveldb' },
    seed: { type: 'string' },
    short: { type: 'boolean', default: false },
  },
});
const [name] = positionals;
const runs = values.runs === undefined ? undefined : Number(values.runs);
if (name === undefined || !NAMES.includes(name) || (runs !== undefined && !(Number.isInteger(runs) && runs > 0))) {
  say(`Usage: npm run campaign -- <${NAMES.join(' | ')}> [--runs n] [--backend leveldb|sqlite] [--seed n] [--short]`);
  process.exit(2);
}

checkNode();
ensureModules();
process.env.CHROMIUM = ensureChromium();
ensureFonts();
buildForTests();
buildLibrary();
if (!existsSync(join(ROOT, 'tests/handbook/dist'))) buildHandbook();

const { default: run } = await import(join(FOLDER, `${name}.mjs`));
const began = Date.now();
const seed = values.seed === undefined ? undefined : Number(values.seed);
const result = await run({
  ...(runs === undefined ? {} : { runs }),
  ...(seed === undefined ? {} : { seed }),
  short: values.short,
  backend: values.backend,
  say,
  report: say,
});
say(
  `\n${name}: ${new Date().toISOString().slice(0, 10)}, ${result.version ? `Chromium ${result.version}, ` : ''}${Math.round((Date.now() - began) / 1_000)} s`,
);
for (const { label, value, bar, ok, found = [] } of result.rows) {
  say(`${ok ? 'ok    ' : 'MISSED'}  ${label}: ${value} (bar: ${bar})`);
  if (!ok) for (const line of found) say(`        ${line}`);
}
process.exit(result.rows.every(({ ok }) => ok) ? 0 : 1);
