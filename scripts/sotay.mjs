/** `npm run -s sotay -- …`: the program from this checkout, built first when its sources changed. stdout stays the program's own. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildLibrary } from './build.mjs';
import { ROOT, checkNode } from './machine.mjs';

checkNode();
if (!existsSync(join(ROOT, 'node_modules/tsdown'))) {
  process.stderr.write('Installing npm modules (npm ci) …\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  });
  if (npm.status !== 0) {
    process.stderr.write('npm ci failed: check the connection to the npm registry and the space on disk.\n');
    process.exit(1);
  }
}
try {
  buildLibrary();
} catch (error) {
  process.stderr.write(`The program could not be built: ${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
// npm runs scripts in the package's folder; paths on the command line start where the person stands.
process.chdir(process.env.INIT_CWD ?? process.cwd());
await import(pathToFileURL(join(ROOT, 'dist/cli.js')).href);
