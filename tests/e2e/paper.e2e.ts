/** Documents printed by the browser itself: the same words as the model, the profile's page, page numbers from page 2. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { type Browser, type Page, chromium } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageOf } from '../../lib/documents/geometry';
import { type DocumentId, DEFINITIONS, makeFromUnknown } from '../../lib/documents/make';
import { type Paper, tablesOf } from '../../lib/documents/paper';
import { showValue } from '../../lib/documents/values';
import { writeDocument } from '../../lib/documents/write';
import { DEFAULT_DOC_PROFILE } from '../../lib/rules/doc-profiles';
import { ALL } from '../lib/documents/samples';
import { packageProblems, pdfPages } from '../office';
import { BUILD, openBrowser } from './fixtures';

const ROOT = join(import.meta.dirname, '../..');
let folder: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sotay-paper-'));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    plugins: [preact({ devToolsEnabled: false })],
    build: {
      outDir: join(folder, 'site'),
      rollupOptions: {
        input: join(ROOT, 'tests/documents/main.tsx'),
        output: { entryFileNames: 'main.js', assetFileNames: 'main[extname]' },
      },
    },
  });
  mkdirSync(join(folder, 'site'), { recursive: true });
  writeFileSync(
    join(folder, 'site/index.html'),
    '<!doctype html><html lang="vi"><meta charset="utf-8"><link rel="stylesheet" href="main.css"><div id="app"></div><script type="module" src="main.js"></script>',
  );
  // Module scripts are not loaded from files without being allowed to.
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--allow-file-access-from-files'],
  });
  page = await browser.newPage();
  await page.goto(`file://${folder}/site/index.html`);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function printed(paper: Paper, name: string) {
  await page.evaluate((drawn) => window.drawPaper(drawn), paper);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const path = join(folder, `${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: false });
  return pdfPages(path);
}

describe.each(DEFINITIONS.map(({ id }) => [id] as const))('%s', (id: DocumentId) => {
  it('prints on the profile’s paper with every value and page numbers from page 2', async () => {
    const { paper } = makeFromUnknown(id, ALL[id], DEFAULT_DOC_PROFILE);
    const pages = await printed(paper, id);
    const { width, height, margins, text } = pageOf(paper);
    pages.forEach((one, at) => {
      expect(one.width).toBeCloseTo(width, 0);
      expect(one.height).toBeCloseTo(height, 0);
      const above = one.words.filter((word) => word.bottom < margins.top - 1);
      expect(above.map((word) => word.text)).toEqual(at === 0 ? [] : [String(at + 1)]);
      for (const number of above) expect((number.left + number.right) / 2).toBeCloseTo(margins.left + text / 2, 0);
      expect(one.words.length, `page ${at + 1} is empty`).toBeGreaterThan(1);
      for (const word of one.words) {
        expect(word.left, word.text).toBeGreaterThan(margins.left - 1);
        expect(word.right, word.text).toBeLessThan(width - margins.right + 1);
        expect(word.bottom, word.text).toBeLessThan(height - margins.bottom + 1.5);
      }
    });
    const words = new Map<string, number>();
    for (const { text: word } of pages.flatMap((one) => one.words)) words.set(word, (words.get(word) ?? 0) + 1);
    const wanted = new Map<string, number>();
    const texts = [
      paper.title.type,
      ...paper.notes,
      ...paper.blocks.flatMap((block) => (block.kind === 'paragraph' || block.kind === 'heading' ? [block.text] : [])),
      ...tablesOf(paper).flatMap((table) => table.rows.flatMap((row) => row.cells.map(showValue))),
    ];
    for (const word of texts.flatMap((one) => one.normalize('NFC').split(/\s+/))) {
      if (word !== '') wanted.set(word, (wanted.get(word) ?? 0) + 1);
    }
    for (const [word, times] of wanted) expect(words.get(word) ?? 0, word).toBeGreaterThanOrEqual(times);
  });
});

it('follows the margins of a profile of one’s own and leaves the number out when told to', async () => {
  const profile = structuredClone(DEFAULT_DOC_PROFILE);
  profile.page.margins = { top: 30, bottom: 25, left: 40, right: 20 };
  profile.pageNumber.place = 'none';
  const pages = await printed(makeFromUnknown('minutes', ALL.minutes, profile).paper, 'own');
  expect(pages.length).toBeGreaterThan(1);
  for (const one of pages) {
    for (const word of one.words) {
      expect(word.top, word.text).toBeGreaterThan(29);
      expect(word.left, word.text).toBeGreaterThan(39);
    }
  }
});

it('is written as DOCX by the worker of the built extension, under its own policy', async () => {
  const extension = await openBrowser();
  try {
    const popup = await extension.openOwn('popup.html');
    const worker = readdirSync(join(BUILD, 'assets')).find((name) => /^desk-worker-.*\.js$/.test(name)) ?? '';
    const ask = { id: 'minutes', input: ALL.minutes, profile: DEFAULT_DOC_PROFILE, format: 'docx', delimiter: ';' };
    const written = await popup.evaluate(
      ({ address, message }) =>
        new Promise<{ name: string; bytes: number[] } | { failure: unknown }>((resolve) => {
          // The policy's name is free on a page that has started no worker yet.
          const { trustedTypes } = globalThis as unknown as {
            trustedTypes: { createPolicy(name: string, rules: object): { createScriptURL(url: string): string } };
          };
          const policy = trustedTypes.createPolicy('sotay-worker', { createScriptURL: (url: string) => url });
          const started = new Worker(policy.createScriptURL(address), { type: 'module' });
          started.onerror = (event) => resolve({ failure: event.message });
          started.onmessage = (
            event: MessageEvent<{ answer?: { name: string; bytes: ArrayBuffer }; failure?: unknown }>,
          ) => {
            const { answer, failure } = event.data;
            resolve(answer ? { name: answer.name, bytes: [...new Uint8Array(answer.bytes)] } : { failure });
          };
          started.postMessage(message);
        }),
      { address: `/assets/${worker}`, message: { id: 1, call: 'writeDocument', ask } },
    );
    if ('failure' in written) throw new Error(JSON.stringify(written.failure));
    expect(written.name).toBe('bien-ban-05-2026-02-05-1930.docx');
    expect(packageProblems(new Uint8Array(written.bytes))).toEqual([]);
    const { paper } = makeFromUnknown('minutes', ALL.minutes, DEFAULT_DOC_PROFILE);
    const here = await writeDocument(paper, 'docx');
    expect(Buffer.from(written.bytes).equals(Buffer.from(here.bytes))).toBe(true);
  } finally {
    await extension.close();
  }
});
