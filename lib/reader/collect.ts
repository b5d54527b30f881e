/** Puts together what is read of one list while a person turns its pages or scrolls its rows; nothing is counted twice. */
import type { RowRead, TableKind, TableRead } from '../model/observation';

export interface CollectState {
  kind: TableKind | null;
  listId: string | null;
  /** Different rows recorded so far. */
  captured: number;
  /** Rows the whole list holds, or null while unknown. */
  total: number | null;
  complete: boolean;
  /** How often the list turned out to be another one and recording began anew. */
  restarts: number;
}

export interface Collector {
  /** Takes one read of the list. A read of another list, or of the same list with other people in it, begins anew. */
  add(read: TableRead): CollectState;
  state(): CollectState;
  /** All rows so far, by order number when they have one. */
  rows(): RowRead[];
  clear(): void;
}

/** A collector for one list at a time; pure, without timers or storage. */
export function createCollector(): Collector {
  let rows = new Map<string, RowRead>();
  let byOrder = new Map<number, string>();
  let kind: TableKind | null = null;
  let listId: string | null = null;
  let total: number | null = null;
  let seenLast = false;
  let wholeRead = false;
  let restarts = 0;

  const clear = (): void => {
    rows = new Map();
    byOrder = new Map();
    total = null;
    seenLast = false;
    wholeRead = false;
  };
  const state = (): CollectState => ({
    kind,
    listId,
    captured: rows.size,
    total: knownTotal(),
    complete: isComplete(),
    restarts,
  });
  const knownTotal = (): number | null =>
    total ?? (isContiguous() && seenLast ? rows.size : wholeRead ? rows.size : null);
  const isContiguous = (): boolean => {
    if (byOrder.size === 0 || byOrder.size !== rows.size) return false;
    for (let order = 1; order <= byOrder.size; order++) if (!byOrder.has(order)) return false;
    return true;
  };
  const isComplete = (): boolean => {
    if (listId === null || isFiltered(listId)) return false;
    if (wholeRead) return true;
    if (total !== null) return rows.size === total && (byOrder.size === 0 || isContiguous());
    return seenLast && isContiguous();
  };

  return {
    add(read) {
      if (listId !== read.listId || kind !== read.kind) {
        if (listId !== null) restarts++;
        clear();
        listId = read.listId;
        kind = read.kind;
      } else if (isAnother(read, byOrder, total, rows.size)) {
        restarts++;
        clear();
      }
      total = read.total ?? total;
      for (const row of read.rows) {
        rows.set(row.key, row);
        const order = positionOf(row);
        if (order !== null) byOrder.set(order, row.key);
      }
      if (read.page?.atEnd === true) seenLast = true;
      if (read.complete) wholeRead = true;
      return state();
    },
    state,
    rows: () => {
      const orderOf = (row: RowRead): number => positionOf(row) ?? Infinity;
      return [...rows.values()].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : 0));
    },
    clear() {
      clear();
      kind = null;
      listId = null;
    },
  };
}

/** Same number, another person; or another total: the list was changed, sorted or filtered meanwhile. */
function isAnother(
  read: TableRead,
  byOrder: ReadonlyMap<number, string>,
  total: number | null,
  captured: number,
): boolean {
  if (total !== null && read.total !== null && read.total !== total) return true;
  if (read.total !== null && captured > read.total) return true;
  return read.rows.some((row) => {
    const order = positionOf(row);
    const before = order === null ? undefined : byOrder.get(order);
    return before !== undefined && before !== row.key;
  });
}

/** Place in the whole list: its own number, or the one the reader worked out and put before the key's first bar. */
function positionOf(row: RowRead): number | null {
  const order = row.cells['order']?.value;
  if (typeof order === 'number') return order;
  const bar = row.key.indexOf('|');
  const number = bar > 0 ? Number(row.key.slice(0, bar)) : Number.NaN;
  return Number.isInteger(number) && number >= 1 ? number : null;
}

function isFiltered(listId: string): boolean {
  return listId.includes('|search:');
}
