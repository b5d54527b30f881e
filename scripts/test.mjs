/** `npm test`: installs what is missing, builds, checks, runs every test, and ends with the line `N passed, N failed`. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { buildForPeople, buildForTests, buildHandbook, buildLibrary } from './build.mjs';
import {
  ROOT,
  checkNode,
  ensureChromium,
  ensureFonts,
  ensureModules,
  ensureOfficeFonts,
  ensurePackages,
  run,
  say,
} from './machine.mjs';

checkNode();
ensureModules();
process.env.CHROMIUM = ensureChromium();
ensureFonts();
ensureOfficeFonts();
// The exports are opened in LibreOffice and every value compared.
ensurePackages([
  ['libreoffice-calc', 'soffice'],
  // Documents are printed to PDF and looked at word by word.
  ['libreoffice-writer', 'lowriter'],
  ['poppler-utils', 'pdftotext'],
  // Backups are opened and made with the stock program.
  ['age', 'age'],
]);

const CHECKS = [
  ['types', ['tsc', '--noEmit']],
  ['types of the library', ['tsc', '--noEmit', '-p', 'lib']],
  ['types of the stand-in handbook', ['tsc', '--noEmit', '-p', 'tests/handbook']],
  ['lint', ['eslint', '.', '--max-warnings', '0']],
  ['formatting', ['prettier', '--check', '.', '--log-level', 'warn']],
  ['unused code and dependencies', ['knip']],
  ['package', ['publint', '--strict']],
];

let passed = 0;
let failed = 0;

step('build of the extension for tests', buildForTests);
step('build of the extension for Chrome and Edge', buildForPeople);
step('build of the npm package', buildLibrary);
step('build of the stand-in handbook', buildHandbook);
for (const [name, command] of CHECKS) step(name, () => run('npx', command, { quiet: true }));

const report = join(ROOT, '.artifacts/test-results.json');
mkdirSync(join(ROOT, '.artifacts'), { recursive: true });
rmSync(report, { force: true });
const only = process.argv.slice(2);
const vitest = spawnSync(
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...only],
  { cwd: ROOT, stdio: 'inherit' },
);
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed += result.numPassedTests;
  failed += result.numFailedTests + result.numPendingTests;
  // A file that could not be loaded has no tests of its own, and still is a failure.
  failed += result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
} catch (error) {
  say(`The test runner left no report: ${error}`);
  failed += 1;
}
if (vitest.status !== 0 && failed === 0) {
  say(
    `The test runner ended with ${vitest.status ?? vitest.signal} although no test failed: an error outside the tests.`,
  );
  failed += 1;
}

say(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function step(name, action) {
  try {
    action();
    passed += 1;
    say(`ok      ${name}`);
  } catch (error) {
    failed += 1;
    say(`FAILED  ${name}: ${error instanceof Error ? error.message : error}`);
  }
}
