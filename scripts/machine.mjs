/** What a bare machine needs and how to get it: packages of Debian/Ubuntu, npm modules, a browser. No dependency of its own. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

/** Prints one line of progress. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Ends with a message that says what is missing and how to get it. */
export function giveUp(lines) {
  process.stderr.write(`\n${lines.join('\n')}\n`);
  process.exit(1);
}

/** Runs a command with its output shown (or only on failure when `quiet`); throws when it fails. */
export function run(command, args, { quiet = false, env = {} } = {}) {
  const result = spawnSync(command, args, {
    cwd: ROOT,
    stdio: quiet ? 'pipe' : 'inherit',
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (result.error) throw result.error;
  if (result.status !== 0) {
    if (quiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    throw new Error(`${command} ${args.join(' ')} ended with ${result.status ?? result.signal}`);
  }
}

/** Node must be 20.19 or newer. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  giveUp([
    `Node ${process.versions.node} is too old: this project needs 20.19 or newer.`,
    'Get it from your system or from the Node.js site, then run the command again.',
  ]);
}

/** Installs the npm modules when they are absent or do not fit package-lock.json. */
export function ensureModules() {
  const stamp = join(ROOT, 'node_modules/.sotay-lock');
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing npm modules (npm ci) …');
  try {
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  } catch {
    giveUp([
      'npm ci failed: the npm registry could not be reached, or the disk is full.',
      'Check the connection and run the command again.',
    ]);
  }
  writeFileSync(stamp, lock);
}

/** Path of a Chromium-family browser, installing Debian's package when there is none and we may. */
export function ensureChromium() {
  const found = process.env.CHROMIUM ?? findBrowser();
  if (found) return found;
  ensurePackages([['chromium', 'chromium']]);
  const installed = findBrowser();
  if (installed) return installed;
  return giveUp([
    'No Chromium was found.',
    'Install it (Debian/Ubuntu: sudo apt-get install chromium), or set CHROMIUM=/path/to/chromium.',
  ]);
}

/** Fonts with Vietnamese letters; without them screenshots show boxes. */
export function ensureFonts() {
  if (process.platform !== 'linux') return;
  const list = spawnSync('fc-list', [':lang=vi', 'family'], { encoding: 'utf8' });
  if (list.status === 0 && list.stdout.trim() !== '') return;
  ensurePackages([['fonts-noto-core', null]], { optional: true });
}

/** A font as wide as Times New Roman with Vietnamese letters: printed documents are measured in it. */
export function ensureOfficeFonts() {
  if (process.platform !== 'linux') return;
  const list = spawnSync('fc-list', ['Times New Roman', 'family'], { encoding: 'utf8' });
  const same = spawnSync('fc-list', ['Tinos', 'family'], { encoding: 'utf8' });
  if ([list, same].some((one) => one.status === 0 && one.stdout.trim() !== '')) return;
  ensurePackages([['fonts-croscore', null]], { optional: true });
}

/** Installs Debian packages `[package, program it brings]`; with `optional` a failure is only told. */
export function ensurePackages(packages, { optional = false } = {}) {
  const missing = packages.filter(([, program]) => program === null || !which(program)).map(([name]) => name);
  if (missing.length === 0) return true;
  const help = `sudo apt-get update && sudo apt-get install -y ${missing.join(' ')}`;
  const fail = (why) => {
    if (!optional)
      giveUp([
        `Missing: ${missing.join(', ')} (${why}).`,
        `On Debian or Ubuntu: ${help}`,
        'On other systems install the same programs by their own means.',
      ]);
    say(`Missing: ${missing.join(', ')} (${why}); going on without. On Debian or Ubuntu: ${help}`);
    return false;
  };
  if (!which('apt-get')) return fail('this system has no apt-get');
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) return fail('needs root or sudo');
  const [command, prefix] = root ? ['apt-get', []] : ['sudo', ['apt-get']];
  say(`Installing ${missing.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  try {
    run(command, [...prefix, 'update', '-q'], { quiet: true, env });
    run(command, [...prefix, 'install', '-y', '-q', '--no-install-recommends', ...missing], { quiet: true, env });
    return true;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Runs `build` unless every file below `inputs` is unchanged since the last build named `name` and `output` still exists. */
export function buildOnce(name, inputs, output, build) {
  const hash = createHash('sha256');
  for (const input of inputs) hashTree(join(ROOT, input), hash);
  const digest = hash.digest('hex');
  const stamp = join(ROOT, '.artifacts/stamps', name);
  if (existsSync(join(ROOT, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return false;
  build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
  return true;
}

function hashTree(path, hash) {
  if (!existsSync(path)) return;
  const stat = statSync(path);
  if (stat.isDirectory()) {
    for (const entry of readdirSync(path).sort()) hashTree(join(path, entry), hash);
    return;
  }
  hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path));
}

function findBrowser() {
  return BROWSERS.map(which).find(Boolean) ?? null;
}

function which(program) {
  try {
    return execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
