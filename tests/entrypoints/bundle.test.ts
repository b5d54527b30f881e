/** What runs inside the handbook page and beside it, as built: small, without store, schema library, network or texts of the desk; and what the dashboard starts with. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTexts, textsOf } from '../../components/i18n';
import setup from '../e2e/global-setup';

const BUILD = join(import.meta.dirname, '../../.output/chrome-mv3-e2e');
const read = (name: string) => readFileSync(join(BUILD, name), 'utf8');
const gz = (name: string) => gzipSync(read(name), { level: 9 }).length;

beforeAll(() => setup(), 120_000);

describe('scripts in the page', () => {
  it.each(['launcher.js', 'reader.js', 'taught-reader.js', 'teacher.js', 'scrubber.js'])(
    '%s is ASCII, and holds neither Dexie, Zod, Preact nor a network call',
    (name) => {
      const code = read(name);
      expect(/^[\x00-\x7f]*$/.test(code)).toBe(true);
      expect(code).not.toMatch(
        /indexedDB|dexie|_zod|preact|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource/i,
      );
      expect(code).not.toMatch(
        /localStorage|sessionStorage|\.cookie\b|\.innerText\b|dispatchEvent|postMessage|scrollIntoView|\.click\(/,
      );
    },
  );

  // The goal for both is 16 kB; reading exactly or refusing takes more code than that, and reading single rows again took
  // three more to save whole passes. This holds what was reached.
  it('stay within their size, compressed: launcher 2 kB, launcher and reader 26 kB', () => {
    expect(gz('launcher.js')).toBeLessThanOrEqual(2_000);
    expect(gz('launcher.js') + gz('reader.js')).toBeLessThanOrEqual(26_000);
  });

  // In place of the other reader, and only on hosts that a person taught.
  it('of taught hosts stays under 30 kB', () => {
    expect(gz('taught-reader.js')).toBeLessThanOrEqual(30_000);
  });

  // Only while a person points, and on the page they point at.
  it('of pointing stays under 50 kB', () => {
    expect(gz('teacher.js')).toBeLessThanOrEqual(50_000);
  });

  // Runs once, when a person asks for a sample of the page.
  it('that scrub stay under 24 kB', () => {
    expect(gz('scrubber.js')).toBeLessThanOrEqual(24_000);
  });

  it('are the only ones a page gets: one launcher on shipped hosts, one frame page, no more', () => {
    // Written by the build.
    const manifest = JSON.parse(read('manifest.json')) as {
      content_scripts: { js: string[]; all_frames?: boolean }[];
      web_accessible_resources: { resources: string[]; use_dynamic_url?: boolean }[];
      externally_connectable: object;
      permissions: string[];
    };
    expect(manifest.content_scripts.map(({ js }) => js)).toEqual([['launcher.js']]);
    expect(manifest.web_accessible_resources).toMatchObject([{ resources: ['panel.html'], use_dynamic_url: true }]);
    expect(manifest.permissions.length).toBeLessThanOrEqual(5);
    expect(existsSync(join(BUILD, 'content-scripts'))).toBe(false);
  });
});

/** The script files a page has before anything is asked of it. */
function filesOf(page: string): string[] {
  return withImports(...[...read(page).matchAll(/(?:src|href)="\/(chunks\/[^"]+\.js)"/g)].map(([, file = '']) => file));
}

/** The files and all they import; not what is loaded later. */
function withImports(...files: string[]): string[] {
  const found = new Set<string>();
  const open = [...files];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const [, name] of read(file).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g))
      open.push(`chunks/${name}`);
  }
  return [...found];
}

/** Every sentence of the catalogue that no page beside the handbook has, with the area it stands in. */
function deskSentences(language: 'vi' | 'en'): { area: string; text: string }[] {
  const all = Object.entries(textsOf(language)).map(([area, texts]) => ({ area, texts: sentencesOf(texts) }));
  const beside = new Set(all.filter(({ area }) => BESIDE.includes(area)).flatMap(({ texts }) => texts));
  return all
    .filter(({ area }) => !BESIDE.includes(area))
    .flatMap(({ area, texts }) => texts.map((text) => ({ area, text })))
    .filter(({ text }) => text.length >= 30 && !beside.has(text));
}
const BESIDE = ['ui', 'glance'];

function sentencesOf(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(sentencesOf) : [];
}

const unescaped = (code: string) =>
  code.replace(/\\u([0-9a-f]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

describe('pages beside the handbook', () => {
  const pages = ['panel.html', 'popup.html', 'sidepanel.html'];

  it.each(pages)('%s holds no text of the desk, and English only when it is wanted', async (page) => {
    await loadTexts('en');
    const code = filesOf(page)
      .map((file) => unescaped(read(file)))
      .join('\n');
    const { glance } = textsOf('vi');
    expect(code, 'the own texts are found').toContain(glance.frame.reloadText);
    const desk = [...deskSentences('vi'), ...deskSentences('en')];
    expect(new Set(desk.map(({ area }) => area)).size).toBeGreaterThan(20);
    const strays = desk.filter(({ text }) => code.includes(text));
    expect(strays, 'take these texts from components/i18n/base or teach, not from all of them').toEqual([]);
    expect(code).not.toContain(textsOf('en').glance.frame.reloadText);
  });

  it.each(pages)('%s holds neither Dexie nor Zod', (page) => {
    for (const file of filesOf(page)) expect(read(file), file).not.toMatch(/indexedDB|dexie|_zod/i);
  });

  // What was reached; each file more costs a page more than a few kilobytes do.
  it('stay small, compressed: panel 27 kB, popup and side panel 24 kB, in four files at most', () => {
    const size = (page: string) => filesOf(page).reduce((sum, file) => sum + gz(file), 0);
    expect(size('panel.html')).toBeLessThanOrEqual(27_000);
    expect(size('popup.html')).toBeLessThanOrEqual(24_000);
    expect(size('sidepanel.html')).toBeLessThanOrEqual(24_000);
    for (const page of pages) expect(filesOf(page).length, page).toBeLessThanOrEqual(4);
  });
});

describe('the dashboard', () => {
  const VIEWS = ['Points', 'Cell', 'Meetings', 'Reports', 'Rubrics', 'Data', 'Privacy', 'Settings', 'Sites', 'Welcome'];
  const PARTS = [...VIEWS.map((view) => `${view}View`), 'SendPage', 'ReceivePage', 'MeetingScore', 'MeetingPapers'];
  const fileOf = (part: string) =>
    readdirSync(join(BUILD, 'chunks')).find((file) => file.startsWith(`${part}-`) && file.endsWith('.js'));

  it('reads each view from a file of its own, when it is shown', () => {
    const [entry = ''] = read('dashboard.html').match(/chunks\/dashboard-[^"]+\.js/) ?? [];
    const [, shown = ''] = read(entry).match(/import\([`"']\.\/([^`"']+\.js)[`"']\)/) ?? [];
    const start = [...filesOf('dashboard.html'), ...withImports(`chunks/${shown}`)];
    expect(start.length).toBeGreaterThan(4);
    for (const part of PARTS) {
      const file = fileOf(part);
      expect(file, part).toBeDefined();
      expect(start, part).not.toContain(`chunks/${file}`);
    }
    const size = new Set([...start, ...withImports(`chunks/${fileOf('PointsView')}`)]);
    // 371 kB when every view was read at once.
    expect([...size].reduce((sum, file) => sum + gz(file), 0)).toBeLessThanOrEqual(215_000);
  });
});
