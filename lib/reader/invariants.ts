/** What must hold in any honest table of a kind, whatever its headers say: a redesign that swaps columns breaks one of these. */
import type { RowRead, TableKind } from '../model/observation';
import { foldLabel } from '../vi/text';
import { Refusal } from './problem';

/**
 * @throws Refusal `inconsistent` naming the first rule broken. `skippedOrders`: order numbers of rows left out on purpose;
 * `titlesElsewhere`: a column that is not read holds texts like titles of meetings.
 */
export function checkInvariants(
  kind: TableKind,
  rows: readonly RowRead[],
  skippedOrders: readonly number[],
  sameField: string,
  titlesElsewhere: boolean,
): void {
  checkOrder(rows, skippedOrders);
  if (kind === 'ranking') checkRanking(rows, skippedOrders.length);
  if (kind === 'meetings') checkMeetings(rows, titlesElsewhere);
  if (kind === 'quiz') checkAtMost(rows, 'correct', 'questions');
  if (kind === 'ranking' || kind === 'pointsLog') checkAtMost(rows, 'points', 'total');
  if (rows.length > 3 && rows.every((row) => row.cells[sameField]?.value === rows[0]?.cells[sameField]?.value)) {
    if (kind === 'members' || kind === 'attendance') {
      throw new Refusal('inconsistent', sameField, 'every row shows the same name');
    }
  }
}

function numberIn(row: RowRead, field: string): number | null {
  const value = row.cells[field]?.value;
  return typeof value === 'number' ? value : null;
}

/** Order numbers go up by one; rows skipped for secrecy may leave gaps. */
function checkOrder(rows: readonly RowRead[], skipped: readonly number[]): void {
  const orders = rows.map((row) => numberIn(row, 'order'));
  if (orders.every((order) => order === null)) return;
  const all = [...orders, ...skipped];
  const start = orders[0] ?? null;
  if (start === null || orders.some((order) => order === null))
    throw new Refusal('inconsistent', 'order', 'some rows have no number');
  const known = all.filter((order) => order !== null);
  const sorted = [...known].sort((a, b) => a - b);
  const first = sorted[0] ?? 1;
  if (first < 1 || sorted.some((order, index) => order !== first + index)) {
    throw new Refusal('inconsistent', 'order', 'the order numbers are not consecutive');
  }
  const own = orders.filter((order) => order !== null);
  const rising = own.every((order, index) => index === 0 || order > (own[index - 1] ?? 0));
  const falling = own.every((order, index) => index === 0 || order < (own[index - 1] ?? Infinity));
  if (!rising && !falling) throw new Refusal('inconsistent', 'order', 'the order numbers go up and down');
}

/** A better rank never has fewer points, equal ranks have equal points, and ranks lie as close together as the rows. */
function checkRanking(rows: readonly RowRead[], skipped: number): void {
  const pairs = rows.flatMap((row) => {
    const rank = numberIn(row, 'rank');
    const total = numberIn(row, 'total');
    return rank === null || total === null ? [] : [{ rank, total, order: numberIn(row, 'order') }];
  });
  if (pairs.length === 0) return;
  pairs.sort((a, b) => a.rank - b.rank || b.total - a.total);
  pairs.forEach((pair, index) => {
    const before = pairs[index - 1];
    if (pair.rank < 1) throw new Refusal('inconsistent', 'rank', 'a rank below 1');
    if (before === undefined) return;
    if (pair.rank === before.rank ? pair.total !== before.total : pair.total > before.total) {
      throw new Refusal('inconsistent', 'rank', 'rank and points contradict each other');
    }
  });
  const low = pairs[0]?.rank ?? 1;
  const high = pairs.at(-1)?.rank ?? 1;
  const orders = pairs.map((pair) => pair.order).filter((order) => order !== null);
  const top = orders.length > 0 ? Math.max(...orders) : null;
  if (high - low > pairs.length + skipped || (top !== null && high > top + skipped)) {
    throw new Refusal('inconsistent', 'rank', 'the ranks do not fit the number of rows');
  }
}

/** How nearly all meetings are called. */
export function isMeetingTitle(text: string): boolean {
  return foldLabel(text).startsWith('sinh hoat ');
}

function checkMeetings(rows: readonly RowRead[], titlesElsewhere: boolean): void {
  const like = (field: string): number =>
    rows.filter((row) => isMeetingTitle(String(row.cells[field]?.value ?? ''))).length;
  if (like('title') === 0 && (titlesElsewhere || like('content') > rows.length / 2 || like('place') > 0)) {
    throw new Refusal('inconsistent', 'title', 'the titles stand in another column');
  }
}

function checkAtMost(rows: readonly RowRead[], part: string, whole: string): void {
  for (const row of rows) {
    const [a, b] = [numberIn(row, part), numberIn(row, whole)];
    if (a !== null && b !== null && a > b) throw new Refusal('inconsistent', part, `${part} is larger than ${whole}`);
  }
}
