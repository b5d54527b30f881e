/** Builds the extension for tests when a source is newer than the build. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const BUILT = join(ROOT, '.output/chrome-mv3-e2e/manifest.json');
const SOURCES = ['entrypoints', 'components', 'lib', 'public', 'wxt.config.ts', 'package.json'];

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Runs `npx` with `command` unless `result` is newer than every source. */
export function buildWhenOlder(result: string, command: string[]): void {
  const built = existsSync(result) ? statSync(result).mtimeMs : 0;
  if (built > Math.max(...SOURCES.map((source) => newest(join(ROOT, source))))) return;
  const run = spawnSync('npx', command, { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`npx ${command.join(' ')} failed:\n${run.stdout}\n${run.stderr}`);
}

export default function setup(): void {
  buildWhenOlder(BUILT, ['wxt', 'build', '--mode', 'e2e']);
}
