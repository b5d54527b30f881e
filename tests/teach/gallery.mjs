/** Builds the gallery and opens its pages in Chromium, with the library under test inside. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';

const HERE = import.meta.dirname;
const OUTPUT = join(HERE, '../../.artifacts/teach');
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export const LIBRARIES = [
  'tanstack-table',
  'tanstack-divs',
  'primereact',
  'ag-grid',
  'element-plus',
  'vuetify',
  'bootstrap-table',
  'angular-material',
  'cards',
  'shadow',
  'frame',
];

/** Builds the gallery's pages and the library, and serves the pages on a port of this computer. */
export async function serveGallery() {
  const shared = {
    root: HERE,
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  };
  await build({
    ...shared,
    base: './',
    build: {
      outDir: join(OUTPUT, 'pages'),
      emptyOutDir: true,
      target: 'chrome131',
      reportCompressedSize: false,
      chunkSizeWarningLimit: 9000,
    },
  });
  await build({
    ...shared,
    build: {
      outDir: join(OUTPUT, 'library'),
      emptyOutDir: true,
      minify: false,
      lib: { entry: join(HERE, 'picker-in-page.ts'), formats: ['iife'], name: 'inPage', fileName: () => 'library.js' },
    },
  });
  const server = createServer((request, response) => {
    const path = normalize(
      join(OUTPUT, 'pages', new URL(request.url ?? '/', 'http://x').pathname.replace(/\/$/, '/index.html')),
    );
    readFile(path).then(
      (file) =>
        response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' }).end(file),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

export async function openGallery() {
  const { url, close } = await serveGallery();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const library = await readFile(join(OUTPUT, 'library/library.js'), 'utf8');
  return {
    version: browser.version(),
    /** A fresh page that shows one library's list. */
    async show(name, options) {
      const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
      await page.goto(url);
      await page.waitForFunction(() => typeof globalThis.draw === 'function');
      await page.evaluate(([library, scene]) => globalThis.draw(library, scene), [name, options]);
      await page.evaluate(library);
      return page;
    },
    async close() {
      await browser.close();
      close();
    },
  };
}
