/** Reads a page by what a person taught: every part and list by anchors that agree, under the invariants learnt with them. */
import type { PageRead, Seen } from '../model/observation';
import type { Taught, TaughtPlace } from '../model/taught';
import { foldLabel } from '../vi/text';
import { OverBudget } from './budget';
import { checksum, listOwner } from './list-id';
import type { Page } from './page';
import { Refusal } from './problem';
import { findGrids, readTaughtList } from './taught-list';
import { demand, readPart } from './taught-part';

/** Milliseconds all anchors of one pass may take. */
export const PASS_MS = 100;

/** Fills a read; whatever is doubtful refuses the whole page. @throws Refusal, OverBudget */
export function readTaught(read: PageRead, page: Page, taught: Taught, heading: string): void {
  const grids = findGrids(
    page,
    taught.lists.map((list) => list.headers),
  );
  const start = page.budget.clock?.() ?? 0;
  const parts = new Map<string, Seen<string | number> | null>();
  for (const part of taught.parts) {
    const here = isHere(part.place, page.path, heading);
    const found = readPart(page, part, grids, here);
    demand(found, part, here);
    parts.set(part.what, found);
    if ((page.budget.clock?.() ?? 0) - start > PASS_MS) throw new OverBudget('tooSlow');
  }
  read.context = { name: textIn(parts, 'name'), role: textIn(parts, 'role'), unit: textIn(parts, 'unit') };
  const points = parts.get('points');
  if (typeof points?.value === 'number') read.points = { ...points, value: points.value };
  if (read.points !== null && taught.invariants.name && read.context.name === null)
    throw new Refusal('missing', 'name', 'the points stand there without the name they were taught with');
  const owner = listOwner(read, heading, page.path);
  const elements = grids.map((grid) => grid.element);
  for (const [index, list] of taught.lists.entries()) {
    const result = readTaughtList(page, list, grids, elements, `${owner}|${index}`);
    if (result === null) {
      if (!isHere(list.place, page.path, heading)) continue;
      throw grids.length === 0
        ? new Refusal('notReady', `table ${list.kind}`, 'no table is there')
        : new Refusal('missing', `table ${list.kind}`, 'no table has the headers that were taught');
    }
    read.tables.push(result.table);
    read.skipped.secret += result.secretRows;
    for (const column of result.skippedColumns)
      if (!read.skipped.columns.includes(column)) read.skipped.columns.push(column);
  }
  addQuiz(read, parts, owner);
  read.tables = read.tables.slice(0, 8);
}

/** True on the screen where something was taught: there it must stand. */
export function isHere(place: TaughtPlace, path: string, heading: string): boolean {
  if (path !== '' && place.path !== placePath(path)) return false;
  if (path === '' && place.heading === '') return false;
  return place.heading === headingMark(heading);
}

/** A heading's mark; it may hold a name, so its words are not kept. */
export function headingMark(heading: string): string {
  const folded = foldLabel(heading);
  return folded === '' ? '' : checksum(folded);
}

/** A path with everything that may tell one member or meeting from another as `*`. */
export function placePath(path: string): string {
  const parts = path.split('/').map((part) => {
    const digits = [...part].filter((char) => char >= '0' && char <= '9').length;
    return digits >= 3 || part.length > 32 || part.includes('%') || part.includes('@') ? '*' : part;
  });
  const joined = parts.join('/').slice(0, 200);
  return joined.startsWith('/') ? joined : `/${joined}`;
}

function textIn(parts: ReadonlyMap<string, Seen<string | number> | null>, what: string): Seen<string> | null {
  const seen = parts.get(what) ?? null;
  return seen === null ? null : { ...seen, value: String(seen.value) };
}

/** A quiz result shown as single values is a list of one. */
function addQuiz(read: PageRead, parts: ReadonlyMap<string, Seen<string | number> | null>, owner: string): void {
  const correct = parts.get('quizCorrect') ?? null;
  if (correct === null) return;
  const fields = { correct: 'quizCorrect', questions: 'quizQuestions', score: 'quizScore', title: 'quizTitle' };
  const cells = Object.fromEntries(
    Object.entries(fields).flatMap(([field, what]) => {
      const seen = parts.get(what) ?? null;
      return seen === null ? [] : [[field, seen] as const];
    }),
  );
  const questions = cells['questions']?.value;
  if (typeof questions === 'number' && typeof correct.value === 'number' && correct.value > questions)
    throw new Refusal('inconsistent', 'quiz', 'more correct answers than questions');
  read.tables.push({
    kind: 'quiz',
    listId: `${owner}|quiz|single`,
    headers: [],
    rows: [{ key: `t${String(cells['title']?.value ?? 'quiz').slice(0, 100)}|1`, cells }],
    complete: true,
    total: null,
    page: null,
  });
}
