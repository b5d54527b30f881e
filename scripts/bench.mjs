/** `npm run bench [-- name …] [--quick]`: measures the product against its peers in the same run and prints one table. No time fails it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type as system } from 'node:os';
import { join } from 'node:path';
import { buildForTests, buildHandbook, buildLibrary } from './build.mjs';
import { ROOT, checkNode, ensureChromium, ensureModules, say } from './machine.mjs';

const FOLDER = join(ROOT, 'tests/bench');
const ENDING = '.bench.mjs';

checkNode();
// Modules that are there are measured as they are; only a bare checkout gets them installed.
if (!existsSync(join(ROOT, 'node_modules/playwright'))) ensureModules();
process.env.CHROMIUM = ensureChromium();
const words = process.argv.slice(2);
const options = words.filter((word) => word.startsWith('--'));
const asked = words.filter((word) => !word.startsWith('--'));
const known = readdirSync(FOLDER)
  .filter((file) => file.endsWith(ENDING))
  .map((file) => file.slice(0, -ENDING.length))
  .sort();
const unknown = asked.filter((name) => !known.includes(name));
if (unknown.length > 0 || options.some((option) => option !== '--quick')) {
  process.stderr.write(`usage: npm run bench -- [--quick] [${known.join('] [')}]\n`);
  process.exit(2);
}

say('Building what is measured …');
buildForTests();
buildLibrary();
buildHandbook();

const machine = {
  at: new Date().toISOString(),
  system: `${system()} ${release()}`,
  processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.versions.node,
  browser: browserVersion(),
  quick: options.includes('--quick'),
};
say(
  `${machine.processor}, ${machine.memoryGb} GB, ${machine.system}; Node ${machine.node}; ${machine.browser}${machine.quick ? '; quick' : ''}\n`,
);

const results = [];
const crashed = [];
for (const name of asked.length > 0 ? asked : known) {
  const started = Date.now();
  const run = spawnSync(process.execPath, [join(FOLDER, name + ENDING), ...options], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  try {
    if (run.status !== 0) throw new Error(`ended with ${run.status ?? run.signal}`);
    const found = JSON.parse(run.stdout.trimEnd().split('\n').at(-1) ?? '');
    results.push(...found.map((one) => ({ bench: name, ...one })));
    say(`${name}: ${found.length} figures in ${Math.round((Date.now() - started) / 1000)} s`);
  } catch (error) {
    crashed.push(name);
    say(`${name}: CRASHED: ${error instanceof Error ? error.message : error}`);
  }
}

printTable(results);
mkdirSync(join(ROOT, '.artifacts'), { recursive: true });
writeFileSync(join(ROOT, '.artifacts/bench.json'), `${JSON.stringify({ machine, results, crashed }, null, 2)}\n`);
say('\nEvery single run stands in .artifacts/bench.json');
process.exit(crashed.length === 0 ? 0 : 1);

function printTable(rows) {
  const heads = ['', 'ours', 'n', 'peer', 'peer’s', 'ratio', 'goal', ''];
  const lines = rows.map((one) => [
    one.name,
    figure(one.ours, one.unit),
    String(one.n),
    one.peerName ?? '',
    one.peer === null ? '' : figure(one.peer, one.unit),
    one.ratio === null ? '' : one.ratio.toFixed(one.ratio < 0.1 ? 3 : 2),
    one.limit !== null ? `≤ ${figure(one.limit, one.unit)}` : one.goal === null ? '' : `≤ ${one.goal} ×`,
    one.met === null ? '' : one.met ? 'met' : 'MISSED',
  ]);
  const widths = heads.map((head, at) => Math.max(head.length, ...lines.map((line) => line[at].length)));
  const show = (line) =>
    line
      .map((cell, at) => (at === 0 || at === 3 || at === 7 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])))
      .join('  ')
      .trimEnd();
  say(`\n${show(heads)}`);
  rows.forEach((one, at) => {
    say(show(lines[at]));
    if (one.note !== null) say(`    ${one.note}`);
  });
  const judged = rows.filter((one) => one.met !== null);
  say(`\n${judged.filter((one) => one.met).length} of ${judged.length} goals met`);
}

function figure(value, unit) {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return `${value.toFixed(size >= 100 || Number.isInteger(value) ? 0 : size >= 10 ? 1 : 2)} ${unit}`;
}

function browserVersion() {
  try {
    return execFileSync(process.env.CHROMIUM, ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'browser of unknown version';
  }
}
