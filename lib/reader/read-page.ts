/** The reader: one page in, plain observations out. Pure: it looks at the document it is given and touches nothing. */
import type { PageRead, Problem, ReadStatus, TableKind, TableRead } from '../model/observation';
import type { ScreenSpec, Site } from '../model/site';
import type { Taught } from '../model/taught';
import { findSecrecyMark } from '../privacy/secrecy';
import { cleanText, foldLabel } from '../vi/text';
import { type BudgetLimits, DEFAULT_LIMITS, OverBudget, createBudget } from './budget';
import { findCards, readCards } from './cards';
import { isKnownHeader, joinGrid, resembles } from './columns';
import { readContext } from './context';
import { findScreen, headingOf, isSessionEnded, loadingMark, ownTexts } from './detect';
import type { Grid } from './grid';
import { findAriaGrids } from './grid-aria';
import { findTableGrids } from './grid-table';
import { isLayered } from './layers';
import { listOwner } from './list-id';
import type { Page } from './page';
import { addressOf, findAll, hasParameter, openPage } from './roots';
import { readPoints } from './points';
import { Refusal } from './problem';
import { type TableScene, readTable } from './read-table';
import { readSurroundings } from './surroundings';
import { textOf } from './text';

export interface ReadOptions {
  /** Monotonic milliseconds; with it a pass that takes too long ends as `tooSlow`. */
  clock?: () => number;
  limits?: Partial<Omit<BudgetLimits, 'clock'>>;
  /** Reads pages of taught sites (`readTaught`); left out where only shipped ones are read, to keep the script small. */
  taught?: TaughtReader;
}

/** Fills a read by what a person taught. @throws Refusal, OverBudget */
export type TaughtReader = (read: PageRead, page: Page, taught: Taught, heading: string) => void;

/** What a pass leaves behind for a later look at a few rows only. */
export interface PageTrace {
  page: Page;
  /** In the order of `tables`; null for one whose rows cannot be read one by one. */
  scenes: (TableScene | null)[];
  /** Elements of all lists. */
  lists: readonly Element[];
  /** A screen the site does not know: what its tables are depends on their rows too. */
  unknownScreen: boolean;
}

/** A page read, where it was read, and what a later look at single rows needs; `trace` is null when it was refused. */
export interface Reading {
  read: PageRead;
  trace: PageTrace | null;
}

/**
 * Reads one page of a known site, with the trace of where everything stood. Values are exact or the page is refused with a
 * reason: when `status` is not `ok`, `points` is null and `tables` is empty. Never throws for anything a page contains.
 * @param url address of the page, '' when unknown; query and fragment are never kept
 */
export function readTraced(doc: Document, url: string, site: Site, now: Date, options: ReadOptions = {}): Reading {
  const { address, path } = addressOf(url);
  const read: PageRead = {
    status: 'ok',
    site: site.id,
    siteVersion: site.siteVersion,
    screen: null,
    address,
    readAt: now.toISOString(),
    context: { name: null, role: null, unit: null },
    points: null,
    tables: [],
    problems: [],
    skipped: { columns: [], secret: 0 },
  };
  try {
    const budget = createBudget({ ...DEFAULT_LIMITS, ...options.limits, clock: options.clock });
    const page = openPage(doc, path, site, budget, hasParameter(url, site.filterParams));
    const trace = fill(read, page, options.taught);
    return { read, trace };
  } catch (error) {
    if (error instanceof Refusal) refuse(read, statusOf(error.problem), error.problem);
    else if (error instanceof OverBudget)
      refuse(read, 'changed', { code: error.code, part: 'page', detail: 'the page is more than one pass may look at' });
    else throw error;
  }
  return { read, trace: null };
}

function statusOf(problem: Problem): ReadStatus {
  if (problem.code === 'sessionEnded' || problem.code === 'notReady') return problem.code;
  return problem.code === 'secretPage' ? 'secret' : 'changed';
}

function refuse(read: PageRead, status: ReadStatus, problem: Problem): void {
  read.status = status;
  read.points = null;
  read.tables = [];
  if (status !== 'changed') read.context = { name: null, role: null, unit: null };
  read.problems.push(problem);
}

function fill(read: PageRead, page: Page, taught: TaughtReader | undefined): PageTrace | null {
  const texts = ownTexts(page);
  if (texts.size === 0) throw new Refusal('notReady', 'page', 'the page is empty');
  if (isSessionEnded(page, texts)) throw new Refusal('sessionEnded', 'page', 'this is a sign-in page');
  const heading = headingOf(page);
  const screen = findScreen(page, heading, texts);
  read.screen = screen?.id ?? null;
  const loading = loadingMark(page);
  if (loading !== null) throw new Refusal('notReady', 'page', `${loading} is there`);
  checkSecrecy(heading, page, texts);
  if (page.site.taught !== null) {
    if (taught === undefined) throw new Error('a taught site needs the taught half of the reader');
    taught(read, page, page.site.taught, heading);
    return null; // anchors look at the whole page, not at rows
  }
  read.context = readContext(page);
  const grids = [...findAriaGrids(page), ...findTableGrids(page, (text) => isKnownHeader(page.site, text))].filter(
    (grid) => !isLayered(grid.element),
  );
  const busy = grids.find((grid) => grid.busy);
  if (busy !== undefined) throw new Refusal('notReady', 'table', 'a table says it is loading');
  read.points = readPoints(page, grids, read.context);
  if (screen === null)
    read.problems.push({
      code: 'unknownScreen',
      part: 'screen',
      detail: `"${heading.slice(0, 100)}" is no known screen`,
    });
  const { scenes, lists } = readTables(read, page, grids, screen, heading);
  for (const list of lists) page.memory.anchors.add(list);
  return { page, scenes, lists, unknownScreen: screen === null || screen.tables.length === 0 };
}

/** A stamp on the page or in its heading hides the whole page. */
function checkSecrecy(heading: string, page: Page, texts: ReadonlySet<string>): void {
  const stamps = ['mat', 'toi mat', 'tuyet mat', 'do mat: mat', 'do mat: toi mat', 'do mat: tuyet mat'];
  const suspicious = stamps.some((stamp) => texts.has(stamp));
  const titles = findAll(page, 'h1, h2, h3, h4, h5, [role="heading"]').map((element) => textOf(element, page));
  if ([heading, ...titles].some((text) => findSecrecyMark(text) !== null))
    throw new Refusal('secretPage', 'heading', 'carries a secrecy mark');
  if (!suspicious) return;
  for (const element of findAll(page, 'div, p, span, b, strong, em, i, td, center, font, u')) {
    if (
      element.childElementCount > 0 ||
      element.closest('[role="row"], tr, [role="option"], [role="menuitem"], nav, aside') !== null
    )
      continue;
    const text = cleanText(element.textContent ?? '');
    if (stamps.includes(foldLabel(text)) && findSecrecyMark(text) !== null)
      throw new Refusal('secretPage', 'page', 'carries a secrecy stamp');
  }
}

function readTables(
  read: PageRead,
  page: Page,
  grids: readonly Grid[],
  screen: ScreenSpec | null,
  heading: string,
): Pick<PageTrace, 'scenes' | 'lists'> {
  if (screen?.closed === true) return { scenes: [], lists: grids.map((grid) => grid.element) };
  const allowed =
    screen === null || screen.tables.length === 0 ? null : new Set<TableKind>(screen.tables.map((table) => table.kind));
  const isInGrid = (element: Element): boolean =>
    isLayered(element) || grids.some((grid) => grid.element.contains(element));
  const cardLists = page.site.cards.flatMap((spec) => findCards(page, spec, isInGrid) ?? []);
  const lists = [...grids.map((grid) => grid.element), ...cardLists.map((cards) => cards.element)];
  const subject = page.site.subjects.flatMap((selector) => findAll(page, selector))[0];
  const about = subject === undefined || isInGrid(subject) ? '' : textOf(subject, page);
  const owner = listOwner(read, heading, page.path, about);
  const tables: TableRead[] = [];
  const scenes: (TableScene | null)[] = [];
  let headed = 0;
  grids.forEach((grid, index) => {
    if (grid.headers.filter((header) => header.text !== '').length < 2) return;
    headed++;
    try {
      const join = joinGrid(grid, page.site, allowed, page);
      if (join === null) return;
      const around = readSurroundings(grid.element, lists, page);
      const result = readTable(grid, join, around, `${owner}|${join.spec.kind}|${index}`, page);
      tables.push(result.table);
      scenes.push(result.scene);
      for (const column of result.skippedColumns)
        if (!read.skipped.columns.includes(column)) read.skipped.columns.push(column);
      read.skipped.secret += result.secretRows;
    } catch (error) {
      // A table the screen does not promise is left out with its reason; the rest of the page stands.
      if (!(error instanceof Refusal) || error.problem.code === 'notReady' || isPromised(screen, grid, page))
        throw error;
      read.problems.push(error.problem);
    }
  });
  for (const cards of cardLists) {
    if (allowed !== null && !allowed.has(cards.spec.kind)) continue;
    try {
      const result = readCards(cards, lists, `${owner}|${cards.spec.kind}`, page);
      tables.push(result.table);
      scenes.push(null);
      read.skipped.secret += result.secretRows;
    } catch (error) {
      // Any text may hold the words of a card.
      if (!(error instanceof Refusal)) throw error;
      read.problems.push(error.problem);
    }
  }
  for (const need of screen?.tables ?? []) {
    if (need.need === 'may' || tables.some((table) => table.kind === need.kind)) continue;
    const elsewhere =
      page.path !== '' && screen !== null && screen.paths.length > 0 && !screen.paths.includes(page.path);
    const demanded = need.need === 'always' && !elsewhere;
    if (demanded && headed === 0) throw new Refusal('notReady', `table ${need.kind}`, 'no table is there');
    if (demanded || grids.some((grid) => resembles(grid, page.site, need.kind))) {
      throw new Refusal(
        'missing',
        `table ${need.kind}`,
        `no table with the columns of ${need.kind}: ${missingColumns(grids, page.site, need.kind)}`,
      );
    }
  }
  read.tables = tables.slice(0, 8);
  return { scenes: scenes.slice(0, 8), lists };
}

/** True when the screen must show a table and this looks like it. */
function isPromised(screen: ScreenSpec | null, grid: Grid, page: Page): boolean {
  return (screen?.tables ?? []).some(
    (need) => need.need !== 'may' && (need.need === 'always' || resembles(grid, page.site, need.kind)),
  );
}

/** Which required columns the best-fitting table lacks, in the words of the site. */
function missingColumns(grids: readonly Grid[], site: Site, kind: TableKind): string {
  const specs = site.tables.filter((spec) => spec.kind === kind);
  const lacks = grids.flatMap((grid) =>
    specs.map((spec) => {
      const shown = grid.headers.map((header) => foldLabel(header.text));
      return spec.columns.filter(
        (column) => column.required && !column.labels.some((label) => shown.includes(foldLabel(label))),
      );
    }),
  );
  lacks.sort((a, b) => a.length - b.length);
  return (lacks[0] ?? []).map((column) => `"${column.labels[0] ?? ''}"`).join(', ') || 'none found';
}
