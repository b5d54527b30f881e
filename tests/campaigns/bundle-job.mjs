/** Bundles a job of a campaign, written in TypeScript on the library's own sources, for plain Node; gives the module. */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ROOT = join(HERE, '../..');

export async function loadJob(entry) {
  const outDir = join(ROOT, '.artifacts/campaigns', entry.replace(/\.ts$/, ''));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    build: { ssr: join(HERE, entry), outDir, emptyOutDir: true, target: 'node20', minify: false },
  });
  return import(pathToFileURL(join(outDir, entry.replace(/\.ts$/, '.js'))).href);
}
