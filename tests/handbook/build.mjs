/** Builds the skins of the stand-in handbook into .artifacts/handbook/, only when their sources have changed. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
export const OUTPUT = join(ROOT, '.artifacts', 'handbook');
const LOCK = join(OUTPUT, '.lock');

/** Skins that run in the browser, and skins whose pages the server writes. */
const BROWSER_SKINS = ['vnpt', 'ptit', 'quoc-gia'];
const SERVER_SKINS = ['cu', 'odoo'];
export const SKINS = [...BROWSER_SKINS, ...SERVER_SKINS];

async function filesBelow(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = entries.map(async (entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
  return (await Promise.all(lists)).flat();
}

/** A digest of everything one skin is made from. */
async function digestOf(skin) {
  const files = (await filesBelow(HERE)).filter((file) => {
    const name = relative(HERE, file);
    if (/\.(test\.ts|md)$|^server\.|^expected\.ts$/.test(name)) return false;
    return !name.startsWith('skins/') || name.startsWith(`skins/${skin}/`) || !name.slice(6).includes('/');
  });
  const hash = createHash('sha256').update(await readFile(join(ROOT, 'package.json')));
  for (const file of files.sort()) hash.update(relative(HERE, file)).update(await readFile(file));
  return hash.digest('hex');
}

async function isFresh(skin, digest) {
  const stamp = await readFile(join(OUTPUT, skin, '.digest'), 'utf8').catch(() => '');
  return stamp === digest;
}

async function buildSkin(skin, digest) {
  const source = join(HERE, 'skins', skin);
  const building = join(OUTPUT, `.building-${skin}`);
  await rm(building, { recursive: true, force: true });
  const shared = {
    root: source,
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
  };
  const output = { outDir: building, emptyOutDir: true, reportCompressedSize: false, chunkSizeWarningLimit: 4000 };
  if (SERVER_SKINS.includes(skin)) {
    await build({ ...shared, build: { ...output, ssr: join(source, 'render.ts'), target: 'node20' } });
  } else {
    await build({ ...shared, build: { ...output, target: 'chrome120', modulePreload: false } });
  }
  await writeFile(join(building, '.digest'), digest);
  await rm(join(OUTPUT, skin), { recursive: true, force: true });
  await rename(building, join(OUTPUT, skin));
}

/** Runs `work` while no other process builds; a lock older than three minutes is taken over. */
async function alone(work) {
  await mkdir(OUTPUT, { recursive: true });
  for (;;) {
    try {
      await mkdir(LOCK);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = await stat(LOCK).then(
        (found) => Date.now() - found.mtimeMs,
        () => 0,
      );
      if (age > 180_000) await rm(LOCK, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    await rm(LOCK, { recursive: true, force: true });
  }
}

/** Builds the skins that are not up to date; returns the names of those built. */
export async function buildHandbook(skins = SKINS) {
  const built = [];
  for (const skin of skins) {
    await access(join(HERE, 'skins', skin));
    const digest = await digestOf(skin);
    if (await isFresh(skin, digest)) continue;
    await alone(async () => {
      if (await isFresh(skin, digest)) return;
      // A process of its own: Vite takes NODE_ENV at its word, and test runners set it to "test".
      const env = { ...process.env, NODE_ENV: 'production' };
      await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), '--one', skin, digest], {
        cwd: ROOT,
        env,
      });
      built.push(skin);
    });
  }
  return built;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, skin = '', digest = ''] = process.argv.slice(2);
  if (first === '--one') {
    await buildSkin(skin, digest);
  } else {
    const started = performance.now();
    const built = await buildHandbook(first === undefined ? SKINS : process.argv.slice(2));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(built.length === 0 ? 'Stand-in handbook is up to date.' : `Built ${built.join(', ')} in ${seconds} s.`);
  }
}
