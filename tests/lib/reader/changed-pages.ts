/** Reads changed pages and judges what came out, without asking the reader anything: shared by the tests and the campaign. */
import fc from 'fast-check';
import type { PageRead } from '../../../lib/model/observation';
import { findSite, readPage } from '../../../lib/reader';
import { SITES } from '../../../lib/sites';
import { type Row, atLeast, none } from '../../security/rows';
import { type KnownPage, htmlOf, knownPage } from './grid-page';
import { BREAKING, type Change, KEEPING } from './mutations';
import { NOW, flat, openHtml } from './open-page';

export type Outcome = 'exact' | 'part' | 'refused' | { wrong: string };

/** Compares what was read with what is known. */
export function judge(read: PageRead | null, page: KnownPage): Outcome {
  if (read === null || read.status !== 'ok') {
    const leaked = read !== null && (read.points !== null || read.tables.length > 0);
    return leaked ? { wrong: 'values beside a refusal' } : 'refused';
  }
  if (read.points !== null && read.points.value !== page.points)
    return { wrong: `points ${read.points.value}, not ${page.points}` };
  let whole = read.points !== null && read.tables.length === 1;
  for (const table of read.tables) {
    if (table.kind !== page.kind) whole = false;
    if (table.complete && !page.complete) return { wrong: 'called complete' };
    if (table.complete !== page.complete) whole = false;
    if (table.total !== null && table.total !== page.total) return { wrong: `total ${table.total}` };
    const rows = flat(table);
    if (rows.length !== page.truth.length) return { wrong: `${rows.length} rows` };
    for (const [index, row] of rows.entries()) {
      const truth = page.truth[index] ?? {};
      for (const [field, value] of Object.entries(row)) {
        if (truth[field] !== value)
          return { wrong: `row ${index + 1} ${field}: ${String(value)}, not ${String(truth[field])}` };
      }
      if (Object.keys(truth).some((field) => !(field in row))) whole = false;
    }
  }
  return whole ? 'exact' : 'part';
}

export function readChanged(
  page: KnownPage,
  changes: { change: Change; seed: number }[],
): { read: PageRead | null; applied: boolean } {
  const doc = openHtml(htmlOf(page));
  const applied = changes.map(({ change, seed }) => change.apply(doc, page, seed)).some(Boolean);
  const site = findSite(doc, '', SITES);
  return { read: site === null ? null : readPage(doc, '', site, NOW), applied };
}

/** Pages with two numbers to choose changes by. */
export const samples = (count: number, seed: number): [KnownPage, number, number][] =>
  fc.sample(fc.tuple(knownPage, fc.nat(10_000), fc.nat(10_000)), { numRuns: count, seed });

/** Reads about `pages` changed pages: every change in turn, alone and in pairs. */
export function playChangedPages(options: { pages: number; seed?: number; report?: (line: string) => void }): Row[] {
  const all = [...KEEPING, ...BREAKING];
  const wrong: string[] = [];
  const unflagged: string[] = [];
  const counts = { pages: 0, kept: 0, keptExact: 0, broken: 0, exact: 0, part: 0, refused: 0 };
  const seed = options.seed ?? 20_261_125;
  const take = (page: KnownPage, changes: { change: Change; seed: number }[]) => {
    const { read, applied } = readChanged(page, changes);
    if (!applied) return;
    counts.pages++;
    const outcome = judge(read, page);
    const name = changes.map(({ change }) => change.name).join(' + ');
    if (typeof outcome === 'object') {
      const line = `${name}: ${page.kind}: ${outcome.wrong}`;
      options.report?.(line);
      return void wrong.push(line);
    }
    counts[outcome]++;
    const [first] = changes;
    if (first === undefined || changes.length > 1 || first.change.name === 'all classes gone') return;
    if (KEEPING.includes(first.change)) {
      counts.kept++;
      if (outcome === 'exact') counts.keptExact++;
    } else {
      counts.broken++;
      const refuses = (first.change as Change & { refuse?: boolean }).refuse === true;
      if (refuses && outcome !== 'refused') unflagged.push(`${name}: ${page.kind}: ${outcome}`);
    }
  };
  for (let round = 0; counts.pages < options.pages; round++) {
    // In parts, so that no list of pages grows with the run.
    for (const [index, [page, a, b]] of samples(all.length, seed + round).entries()) {
      if (counts.pages >= options.pages) break;
      const change = all[index % all.length];
      const second = b % 3 === 0 ? all[b % all.length] : undefined;
      if (change === undefined) continue;
      const changes = [{ change, seed: a }];
      // Two that both rewrite the text of the points would write them twice: such a page really shows another number.
      const both = change.name.startsWith('points ') && second?.name.startsWith('points ') === true;
      if (second !== undefined && second !== change && !both) changes.push({ change: second, seed: b });
      take(page, changes);
    }
    if (round % 40 === 0) options.report?.(`${counts.pages} pages`);
  }
  options.report?.(JSON.stringify(counts));
  const share = counts.kept === 0 ? 0 : counts.keptExact / counts.kept;
  return [
    atLeast('changed pages read', counts.pages, options.pages),
    none('wrong values', wrong),
    none('pages whose meaning was broken and that were not refused', unflagged),
    { label: 'share read exactly where the meaning was kept', value: share, bar: '≥ 0.99', ok: share >= 0.99 },
    atLeast('pages whose meaning was broken', counts.broken, Math.floor(options.pages / 10)),
  ];
}
