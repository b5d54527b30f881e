/** Teaches pages and reads changed copies of them: exact or refused, never wrong; used by the tests and the campaign. */
import { parseHTML } from 'linkedom';
import type { CellValue, PageRead, TableKind } from '../../lib/model/observation';
import { parseSite, type Site } from '../../lib/model/site';
import { exportSite } from '../../lib/model/describe-site';
import { buildSite, deriveList, derivePart } from '../../lib/picker';
import { readPage } from '../../lib/reader';
import { CHANGES, type PageChange, spotsOf } from './mutate';

export interface Known {
  name: string;
  html: string;
  kind: TableKind;
  points: number | null;
  /** Every row the page shows, by field; fields that nobody taught may be there too. */
  rows: Record<string, CellValue>[];
  /** The whole list is on the page. */
  whole: boolean;
}

const URL_OF = 'https://so-tay.example.vn/trang';
const NOW = new Date('2026-11-25T05:00:00Z');

export function open(html: string): Document {
  return parseHTML(html).document as unknown as Document; // linkedom's own Document type is structurally poorer
}

const words = (element: Element): string => (element.textContent ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();

/** The element that shows the total: the smallest whose text ends in it. */
export function pointsOn(doc: Document, points: number): Element | null {
  const shown = [String(points), points.toLocaleString('vi-VN'), String(points).replace(/\B(?=(\d{3})+$)/g, ' ')];
  const hits = [...doc.querySelectorAll('body *')].filter(
    (element) =>
      element.children.length === 0 &&
      element.closest('td, th, [role="row"]') === null &&
      shown.some((text) => words(element) === text || words(element).endsWith(`: ${text}`)),
  );
  return hits[0] ?? null;
}

function cellOn(doc: Document, known: Known): Element | null {
  const [row] = known.rows;
  const text = String(row?.['name'] ?? row?.['title'] ?? row?.['topic'] ?? row?.['task'] ?? row?.['content'] ?? '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
  const hits = [
    ...doc.querySelectorAll('td, [role="gridcell"], [role="cell"], .ant-table-cell, .sc-caSCKo, .member-name'),
  ].filter((element) => words(element) === text);
  return hits.at(-1) ?? null;
}

/** Points at the total and at one row, and gives the site, sent through the file format; null when it cannot be taught. */
export function teach(known: Known): { site: Site | null; why: string } {
  const doc = open(known.html);
  const spot = known.points === null ? null : pointsOn(doc, known.points);
  const part = spot === null ? null : derivePart(doc, URL_OF, spot, 'points');
  const cell = cellOn(doc, known);
  const list = cell === null ? null : deriveList(doc, URL_OF, [cell], known.kind);
  const why = [
    part === null ? 'no points' : part.ok ? '' : `points ${part.problem}`,
    list === null ? 'no cell' : list.ok ? '' : `list ${list.problem}`,
  ]
    .filter((text) => text !== '')
    .join(', ');
  if (list?.ok !== true) return { site: null, why };
  const site = buildSite({
    host: 'so-tay.example.vn',
    day: '2026-11-25',
    parts: part?.ok === true ? [part.part] : [],
    lists: [list.proposal.list],
    leapLimit: null,
  });
  return { site: parseSite(exportSite(site)), why };
}

export type Outcome = 'exact' | 'part' | 'refused' | { wrong: string };

/** Compares what was read with what is known, without asking the reader anything. */
export function judge(read: PageRead, known: Known, taught: boolean): Outcome {
  if (read.status !== 'ok')
    return read.points !== null || read.tables.length > 0 ? { wrong: 'values beside a refusal' } : 'refused';
  if (read.points !== null && read.points.value !== known.points)
    return { wrong: `points ${read.points.value}, not ${known.points}` };
  let exact = (!taught || read.points !== null) && read.tables.length > 0;
  for (const table of read.tables) {
    if (table.complete && !known.whole) return { wrong: 'called complete' };
    if (table.rows.length !== known.rows.length)
      return { wrong: `${table.rows.length} rows, not ${known.rows.length}` };
    for (const [at, row] of table.rows.entries()) {
      const truth = known.rows[at] ?? {};
      for (const [field, cell] of Object.entries(row.cells)) {
        if (!(field in truth)) continue;
        if (same(cell.value) !== same(truth[field] ?? null))
          return { wrong: `row ${at + 1} ${field}: ${String(cell.value)}, not ${String(truth[field])}` };
      }
      if (!Object.keys(row.cells).some((field) => field in truth)) exact = false;
    }
  }
  return exact ? 'exact' : 'part';
}

const same = (value: CellValue): CellValue =>
  typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim() : value;

export interface Tally {
  pages: number;
  keeping: { exact: number; part: number; refused: number };
  breaking: { exact: number; part: number; refused: number };
  wrong: string[];
  /** Pages on which two columns of one kind changed places under their headers, and how many of them were read so. */
  lies: { pages: number; told: number };
  byChange: Record<string, { exact: number; part: number; refused: number }>;
}

/** Reads `runs` changed copies of the pages; the same seed gives the same copies. */
export function runChanges(pages: readonly { known: Known; site: Site }[], runs: number, seed: number): Tally {
  const tally: Tally = {
    pages: 0,
    keeping: { exact: 0, part: 0, refused: 0 },
    breaking: { exact: 0, part: 0, refused: 0 },
    wrong: [],
    lies: { pages: 0, told: 0 },
    byChange: {},
  };
  const dice = chance(seed);
  for (let turn = 0; tally.pages < runs && turn < runs * 4; turn++) {
    const page = pages[turn % pages.length];
    if (page === undefined) break;
    const first = CHANGES[Math.floor(turn / pages.length) % CHANGES.length];
    if (first === undefined) break;
    // Every third page is changed twice; a second change never hides the first one's damage.
    const second = turn % 3 === 0 ? CHANGES[Math.floor(dice() * CHANGES.length)] : undefined;
    const changes = [first, ...(second === undefined || second === first ? [] : [second])];
    one(page.known, page.site, changes, dice, tally);
  }
  return tally;
}

function one(known: Known, site: Site, changes: PageChange[], dice: () => number, tally: Tally): void {
  const doc = open(known.html);
  const points = known.points === null ? null : pointsOn(doc, known.points);
  const label = site.taught?.parts[0]?.anchors.find((anchor) => anchor.by === 'label');
  const spots = spotsOf(doc, points ?? doc.createElement('span'), label?.by === 'label' ? label.text : 'Điểm tích lũy');
  const applied = changes.filter((change) => change.apply(doc, spots, dice));
  const [lead] = applied;
  if (lead === undefined) return;
  const outcome = judge(readPage(doc, URL_OF, site, NOW), known, (site.taught?.parts.length ?? 0) > 0);
  tally.pages++;
  const name = applied.map((change) => change.name).join(' + ');
  if (applied.some((change) => change.lies === true)) {
    tally.lies.pages++;
    if (typeof outcome === 'object') tally.lies.told++;
    return;
  }
  if (typeof outcome === 'object') {
    tally.wrong.push(`${known.name}: ${name}: ${outcome.wrong}`);
    return;
  }
  const side = applied.some((change) => change.breaks) ? tally.breaking : tally.keeping;
  side[outcome]++;
  if (applied.length === 1) {
    const own = (tally.byChange[lead.name] ??= { exact: 0, part: 0, refused: 0 });
    own[outcome]++;
  }
}

/** Numbers from 0 to 1 that follow from the seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
