/** Bundles one TypeScript module of tests/ for Node and imports it: campaigns and test files run the very same code. */
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, '.artifacts/campaign-modules');

/** The module at `path` (from the top of the checkout), with everything of ours it imports. */
export async function loadModule(path) {
  const name = path.replaceAll(/[^a-z0-9]+/gi, '-');
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    plugins: [asIfInPlace()],
    build: {
      ssr: join(ROOT, path),
      outDir: join(OUT, name),
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return import(pathToFileURL(join(OUT, name, `${name}.mjs`)).href);
}

/** Modules keep their own folder, and what is plain JavaScript already is imported as it lies there. */
function asIfInPlace() {
  return {
    name: 'as-if-in-place',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith('.mjs') || importer === undefined) return null;
      const file = isAbsolute(source) ? source : resolve(dirname(importer), source);
      return { id: pathToFileURL(file).href, external: true };
    },
    load(id) {
      if (!id.startsWith(ROOT) || id.includes('node_modules') || !/\.tsx?$/.test(id)) return null;
      return readFileSync(id, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(id)));
    },
  };
}
