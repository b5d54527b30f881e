/** `sotay extract`: a saved page of a handbook in, what it shows out, as JSON. */
import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseHTML } from 'linkedom';
import type { CellValue, PageRead, RowRead } from '../model/observation';
import { type Site, SiteError, parseSite } from '../model/site';
import { findSite, readPage } from '../reader';
import { SITES } from '../sites';
import { cleanText } from '../vi/text';
import { EXIT, InputError, type Io, UsageError, readOptions, readUrl } from './io';

const MAX_MEGABYTES = 50;
const MAX_SITE_BYTES = 256 * 1024;
const OPTIONS = { site: { type: 'string' }, url: { type: 'string' } } as const;

/** Runs `sotay extract` and returns 0. @throws UsageError, InputError */
export async function runExtract(args: readonly string[], io: Io): Promise<number> {
  const { file, siteName, url } = parse(args);
  const forced = siteName === undefined ? null : await openSite(siteName, io.cwd);
  const doc = await openPage(file, io.cwd);
  const site = forced ?? findSite(doc, url, SITES);
  const name = basename(file);
  if (site === null) throw new InputError(`${name}: no known handbook recognises this page (tried ${siteIds()})`);
  // Nobody waits in front of a frozen tab here: only the size of the file is bounded.
  const page = readPage(doc, url, site, io.now(), { limits: { nodes: 50_000_000, rows: 100_000 } });
  if (page.status !== 'ok') throw new InputError(`${name}: ${explain(page)}`);
  if (isUnrecognised(page)) throw new InputError(`${name}: nothing on this page is known to the site ${site.id}`);
  for (const problem of page.problems) io.err(`sotay: ${name}: ${problem.part}: ${problem.detail}\n`);
  if (page.skipped.secret > 0)
    io.err(`sotay: ${name}: ${page.skipped.secret} rows carry a secrecy mark and were skipped\n`);
  io.out(`${JSON.stringify(toObservations(page), null, 2)}\n`);
  return EXIT.done;
}

/**
 * The JSON of the program: one flat value per field. Where the page's own words differ from the value (a date, a number in a
 * sentence, a word that stands for "missing"), they follow under the field's name with `Text`: `deadline`, `deadlineText`.
 */
export function toObservations(page: PageRead): unknown {
  return {
    format: 'sotay-observations',
    version: 1,
    site: page.site,
    siteVersion: page.siteVersion,
    screen: page.screen,
    context: {
      name: page.context.name?.value ?? null,
      role: page.context.role?.value ?? null,
      unit: page.context.unit?.value ?? null,
    },
    points: page.points === null ? null : { total: page.points.value, raw: page.points.raw },
    tables: page.tables.map((table) => ({
      kind: table.kind,
      complete: table.complete,
      total: table.total,
      rows: table.rows.map(toRow),
    })),
    skipped: page.skipped,
  };
}

function toRow({ cells }: RowRead): Record<string, CellValue> {
  const row: Record<string, CellValue> = {};
  const all = Object.values(cells);
  for (const [field, cell] of Object.entries(cells)) {
    row[field] = cell.value;
    const words = cleanText(cell.raw);
    // A cell that gave several values (start and end of one line) is no text of any one of them.
    const shared = all.filter((other) => other.raw === cell.raw).length > 1;
    if (!shared && words !== '' && words !== String(cell.value ?? '')) row[`${field}Text`] = words;
  }
  return row;
}

function parse(args: readonly string[]): { file: string; siteName: string | undefined; url: string } {
  const { positionals, values } = readOptions(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true }),
  );
  const [file, ...more] = positionals;
  if (file === undefined || file === '') throw new UsageError('which page?');
  if (more.length > 0) throw new UsageError(`one page at a time, ${more.length + 1} given`);
  return { file, siteName: values.site, url: readUrl(values.url) };
}

export async function openSite(name: string, cwd: string): Promise<Site> {
  const shipped = SITES.find((site) => site.id === name);
  if (shipped !== undefined) return shipped;
  if (!name.endsWith('.json'))
    throw new UsageError(`--site "${name}": no such site; known: ${siteIds()}, or a .json file`);
  const path = resolve(cwd, name);
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new InputError(`--site "${name}": there is no such file`);
  if (info.size > MAX_SITE_BYTES) throw new InputError(`${basename(name)}: larger than 256 KB`);
  try {
    return parseSite(await readFile(path, 'utf8'));
  } catch (error) {
    if (error instanceof SiteError) throw new InputError(`${basename(name)}: not a site definition: ${error.message}`);
    throw error;
  }
}

export async function openPage(file: string, cwd: string): Promise<Document> {
  const path = resolve(cwd, file);
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile()) throw new InputError(`${file}: there is no such file`);
  const name = basename(file);
  if (info.size > MAX_MEGABYTES * 1024 * 1024)
    throw new InputError(`${name}: larger than the limit of ${MAX_MEGABYTES} MB`);
  const html = decode(await readFile(path), name);
  if (!html.includes('<')) throw new InputError(`${name}: not an HTML page`);
  const { document } = parseHTML(html);
  return document as unknown as Document; // linkedom's Document type leaves out what the reader does not use
}

/** UTF-8, or UTF-16 when the file says so; anything else is refused rather than read with wrong letters. */
function decode(bytes: Uint8Array, name: string): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  try {
    return new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${name}: not written in UTF-8`);
  }
}

export function isUnrecognised(page: PageRead): boolean {
  return (
    page.points === null &&
    page.tables.length === 0 &&
    page.context.name === null &&
    page.context.unit === null &&
    page.screen === null
  );
}

export function explain(page: PageRead): string {
  const reasons = page.problems.map((problem) => `${problem.part}: ${problem.detail} (${problem.code})`).join('; ');
  switch (page.status) {
    case 'sessionEnded':
      return `the session has ended: ${reasons}`;
    case 'notReady':
      return `the page was saved before it was ready: ${reasons}`;
    case 'secret':
      return `skipped, ${reasons}`;
    default: {
      const [first] = page.problems;
      const lead = first?.code === 'missing' ? `the page has changed: ${first.part} not found` : 'the page has changed';
      return `${lead}: ${reasons}`;
    }
  }
}

function siteIds(): string {
  return SITES.map((site) => site.id).join(', ');
}
