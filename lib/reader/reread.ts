/** Reads single rows again after changes in their cells alone; the result is what reading the whole page would give, or null. */
import type { TableRead } from '../model/observation';
import type { Site } from '../model/site';
import { looksDenied } from '../privacy/deny-list';
import { createBudget, DEFAULT_LIMITS } from './budget';
import { type Change, meansMore, touchedRows } from './changed-rows';
import { isKnownHeader, joinsByRows } from './columns';
import { isLayered } from './layers';
import type { GridRow } from './grid';
import type { Page } from './page';
import type { Reading, ReadOptions } from './read-page';
import { type TableScene, cellText, keyOf, readRow, tableOf, unheadedColumns } from './read-table';
import { textsUnder } from './roots';
import { narrowingOf } from './surroundings';
import { type Watchwords, watchwordsOf } from './watchwords';

/**
 * The reading after `changes`, or null when only the whole page tells: something else changed, or what changed could
 * matter beyond its row. `changes` must be all there were since `before`, on the same address.
 */
export function rereadRows(
  before: Reading,
  changes: readonly Change[],
  sites: readonly Site[],
  now: Date,
  options: ReadOptions = {},
): Reading | null {
  const { read, trace } = before;
  if (trace === null || read.status !== 'ok') return null;
  const words = watchwordsOf(trace.page.site, sites);
  const touched = touchedRows(changes, trace, words.arriving);
  if (touched === null) return null;
  const budget = createBudget({ ...DEFAULT_LIMITS, ...options.limits, clock: options.clock });
  const page: Page = { ...trace.page, budget };
  try {
    if (!standsAsBefore(trace.page, page, trace.lists, trace.scenes)) return null;
    const tables = [...read.tables];
    for (const [at] of touched) {
      const table = tables[at];
      const scene = trace.scenes[at];
      if (table === undefined || scene == null || !isAlone(scene, trace.unknownScreen, page, words)) return null;
      const next = withRows(table, scene, touched.get(at) ?? new Set(), page, words);
      if (next === null) return null;
      tables[at] = next;
    }
    return { read: { ...read, readAt: now.toISOString(), tables }, trace };
  } catch {
    return null; // refused or too much: the whole page says why
  }
}

/** What no mutation tells of: choices of native lists, words typed into a search box, things put away by a style. */
function standsAsBefore(
  was: Page,
  page: Page,
  lists: readonly Element[],
  scenes: readonly (TableScene | null)[],
): boolean {
  for (const [list, index] of was.memory.choices) if (list.selectedIndex !== index) return false;
  for (const anchor of was.memory.anchors) if (!anchor.isConnected) return false;
  return scenes.every(
    (scene) =>
      scene === null ||
      (!isLayered(scene.grid.element) && narrowingOf(scene.grid.element, lists, page) === scene.around.search),
  );
}

/** Rows of this table never decided anything beyond the table: worked out once. */
const alone = new WeakMap<TableScene, boolean>();

function isAlone(scene: TableScene, unknownScreen: boolean, page: Page, words: Watchwords): boolean {
  const known = alone.get(scene);
  if (known !== undefined) return known;
  const rows = new Set(scene.grid.rows.map((row) => row.element));
  // One that is gone now may have stood in a row.
  const inRow = (node: Node): boolean => {
    if (!node.isConnected) return true;
    for (let at = node.parentElement; at !== null; at = at.parentElement) if (rows.has(at)) return true;
    return false;
  };
  const answer =
    !scene.leaking &&
    !(unknownScreen && joinsByRows(scene.grid, page.site)) &&
    // The texts as they were gathered when the whole page was read.
    (page.memory.texts ?? []).every((found) => !words.isOne(found.folded) || !inRow(found.node));
  alone.set(scene, answer);
  return answer;
}

function withRows(
  table: TableRead,
  scene: TableScene,
  touched: ReadonlySet<GridRow>,
  page: Page,
  words: Watchwords,
): TableRead | null {
  const rows = [...table.rows];
  for (const row of touched) {
    const at = scene.places.get(row.element)?.at ?? -1;
    const old = rows[at];
    if (old === undefined || !row.element.isConnected) return null;
    if (!staysInside(row, scene, page, words)) return null;
    const { cells, secret } = readRow(scene.join.spec.kind, row, scene.kept, page);
    if (secret) return null;
    const key = keyOf(cells, row, new Map(), scene.around, scene.first);
    rows[at] = { key: sameButCount(key, old.key) ? old.key : key, cells };
    // A key that counts namesakes depends on the rows before it.
    if (key.startsWith('t') && rows[at].key !== old.key) return null;
  }
  return tableOf(scene, rows);
}

/** `t…|2` is the second row of that name. */
function sameButCount(a: string, b: string): boolean {
  const stem = (key: string): string => key.slice(0, key.lastIndexOf('|'));
  return a.startsWith('t') && b.startsWith('t') && stem(a) === stem(b);
}

/** True when nothing now in the row could change how the page, the table's head or its columns are read. */
function staysInside(row: GridRow, scene: TableScene, page: Page, words: Watchwords): boolean {
  for (const cell of row.cells.values())
    for (const inner of cell.children) if (meansMore(inner, words.selector)) return false;
  const texts = textsUnder(row.element, page);
  if (texts.length === 0) return false;
  if (texts.some((text) => words.isOne(text) || isKnownHeader(page.site, text))) return false;
  const watched = [...scene.kept.map((joined) => joined.header.column), ...unheadedColumns(scene.grid)];
  return !watched.some((column) => looksDenied(cellText(row.cells.get(column), page)));
}
