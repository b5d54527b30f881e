/** `sotay site check`: is a site definition valid, what does it read, and does it read these saved pages? */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { describeSite } from '../model/describe-site';
import type { PageRead } from '../model/observation';
import type { Site } from '../model/site';
import { readPage } from '../reader';
import { explain, isUnrecognised, openPage, openSite } from './extract';
import { EXIT, InputError, type Io, UsageError, readOptions, readUrl } from './io';

const OPTIONS = { url: { type: 'string' } } as const;

/** Runs `sotay site check` and returns the exit code. @throws UsageError, InputError */
export async function runSite(args: readonly string[], io: Io): Promise<number> {
  const { file, pages, url } = parse(args);
  const site = await openSite(file, io.cwd);
  io.out(describe(site));
  let failed = 0;
  for (const page of pages) {
    const name = basename(page);
    try {
      const doc = await openPage(page, io.cwd);
      const read = readPage(doc, url, site, io.now(), { limits: { nodes: 50_000_000, rows: 100_000 } });
      const ok = read.status === 'ok' && !isUnrecognised(read);
      if (!ok) failed++;
      io.out(`\n${name}: ${ok ? 'read' : 'REFUSED'}\n${ok ? found(read) : `  ${reason(read, site)}\n`}`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      failed++;
      io.out(`\n${name}: REFUSED\n  ${error.message}\n`);
    }
  }
  if (pages.length > 0) io.out(`\n${pages.length - failed} of ${pages.length} pages read\n`);
  return failed === 0 ? EXIT.done : EXIT.input;
}

function parse(args: readonly string[]): { file: string; pages: string[]; url: string } {
  const { positionals, values } = readOptions(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true }),
  );
  const [action, file, ...pages] = positionals;
  if (action !== 'check')
    throw new UsageError(action === undefined ? 'site: do what?' : `site: unknown action "${action}"`);
  if (file === undefined) throw new UsageError('which site?');
  return { file, pages, url: readUrl(values.url) };
}

function describe(site: Site): string {
  const { id, version, hosts, taught, day, parts, lists } = describeSite(site, 'en');
  const origin = taught ? `taught on ${day ?? '?'}` : 'written';
  const lines = [
    `${id}, version ${version}, ${origin}: valid`,
    `  hosts: ${hosts.length === 0 ? 'none' : hosts.join(', ')}`,
  ];
  for (const part of parts)
    lines.push(
      `  ${part.what}${part.label === '' ? '' : ` "${part.label}"`}${part.anchors.length === 0 ? '' : `: ${part.anchors.join(', ')}`}`,
    );
  for (const list of lists)
    lines.push(
      `  ${list.kind}: ${list.columns.map((column) => `${column.field} "${column.headers[0] ?? ''}"`).join(', ')}`,
    );
  return `${lines.join('\n')}\n`;
}

/** Which fields were read and how many rows; never a value. */
function found(read: PageRead): string {
  const parts = [
    ...(read.points === null ? [] : ['points']),
    ...(['name', 'role', 'unit'] as const).filter((what) => read.context[what] !== null),
  ];
  const lines = parts.length === 0 ? [] : [`  ${parts.join(', ')}`];
  for (const table of read.tables) {
    const fields = [...new Set(table.rows.flatMap((row) => Object.keys(row.cells)))];
    const total = table.total === null ? '' : ` of ${table.total}`;
    lines.push(
      `  ${table.kind}: ${table.rows.length}${total} rows${table.complete ? ', complete' : ''}: ${fields.join(', ')}`,
    );
  }
  for (const problem of read.problems) lines.push(`  not read: ${problem.part} (${problem.code})`);
  if (read.skipped.columns.length > 0) lines.push(`  columns left out: ${read.skipped.columns.join(', ')}`);
  if (read.skipped.secret > 0) lines.push(`  rows with a secrecy mark left out: ${read.skipped.secret}`);
  return `${lines.join('\n')}\n`;
}

function reason(read: PageRead, site: Site): string {
  return read.status === 'ok' ? `nothing on this page is known to the site ${site.id}` : explain(read);
}
