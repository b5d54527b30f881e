/** The lists of this page put together over pages and virtual rows, and which rows the background has not had yet. */
import { createCollector, type Collector } from '@/lib/reader';
import type { RowRead, TableKind, TableRead } from '@/lib/model/observation';
import type { ListCount } from '@/lib/protocol';

/** Rows one message carries at most. */
export const ROWS_PER_MESSAGE = 300;
const MOST_LISTS = 8;

interface List {
  collector: Collector;
  restarts: number;
  /** Rows sent, by key, with what they said. */
  sent: Map<string, string>;
}

export interface Lists {
  /** The tables with those kept apart that still show what a search found, though its box is empty. */
  narrow(tables: readonly TableRead[]): TableRead[];
  /** Takes the tables of one pass; the counts so far of each, over all its pages. */
  add(tables: readonly TableRead[]): ListCount[];
  /** The tables to send: rows not sent before, of wanted kinds only, in as many parts as needed (at least one). */
  parts(tables: readonly TableRead[], wanted: readonly TableKind[]): TableRead[][];
  /** Marks the rows of a part as received. */
  received(part: readonly TableRead[]): void;
  /** Everything is to be sent again. */
  forgetSent(): void;
}

/** What was last seen of a list while something narrowed it, and how long the list was before. */
interface Narrowed {
  listId: string;
  keys: Set<string>;
  rows: number;
}

const NARROWED = '|search:';

export function createLists(): Lists {
  const lists = new Map<string, List>();
  const longest = new Map<string, number>();
  const narrowed = new Map<string, Narrowed>();
  /** A search box can be emptied while the page goes on showing what was found: the same rows are still only a part. */
  const stillNarrowed = (table: TableRead): TableRead => {
    const [whole = ''] = table.listId.split(NARROWED);
    const rows = table.page?.rowsOnPage ?? table.rows.length;
    const before = narrowed.get(whole);
    if (table.listId !== whole) {
      const keys = before?.listId === table.listId && before.rows === rows ? before.keys : new Set<string>();
      for (const row of table.rows) keys.add(row.key);
      narrowed.set(whole, { listId: table.listId, keys, rows });
      return table;
    }
    const isPart =
      before?.rows === rows && rows < (longest.get(whole) ?? 0) && table.rows.every((row) => before.keys.has(row.key));
    if (isPart) return { ...table, listId: before.listId, complete: false };
    narrowed.delete(whole);
    longest.set(whole, Math.max(rows, longest.get(whole) ?? 0));
    return table;
  };
  const listOf = (table: TableRead): List => {
    const known = lists.get(table.listId);
    if (known) {
      // The newest stays last, so that the oldest is the one dropped.
      lists.delete(table.listId);
      lists.set(table.listId, known);
      return known;
    }
    const list = { collector: createCollector(), restarts: 0, sent: new Map<string, string>() };
    lists.set(table.listId, list);
    for (const oldest of lists.keys()) if (lists.size > MOST_LISTS) lists.delete(oldest);
    return list;
  };
  return {
    narrow: (tables) => tables.map(stillNarrowed),
    add: (tables) =>
      tables.map((table) => {
        const list = listOf(table);
        const { captured, total, complete, restarts } = list.collector.add(table);
        if (restarts !== list.restarts) list.sent.clear();
        list.restarts = restarts;
        return { listId: table.listId, kind: table.kind, captured, total, complete };
      }),
    parts(tables, wanted) {
      const parts: TableRead[][] = [];
      let room = 0;
      const bare = tables.map((table): TableRead => ({ ...table, rows: [], complete: false }));
      const open = () => {
        room = ROWS_PER_MESSAGE;
        parts.push(bare.map((table) => ({ ...table, page: notAtEnd(table) })));
      };
      open();
      tables.forEach((table, index) => {
        const sent = lists.get(table.listId)?.sent;
        const fresh = wanted.includes(table.kind) ? table.rows.filter((row) => sent?.get(row.key) !== digest(row)) : [];
        let at = 0;
        while (at < fresh.length) {
          if (room === 0) open();
          const target = parts.at(-1)?.[index];
          const rows = fresh.slice(at, at + room);
          if (target) target.rows = rows;
          room -= rows.length;
          at += rows.length;
        }
        // Only with its last rows is a table said to be complete or at its end.
        const last = parts.at(-1)?.[index];
        if (last) Object.assign(last, { complete: table.complete, page: table.page });
      });
      return parts;
    },
    received(part) {
      for (const table of part) {
        const sent = lists.get(table.listId)?.sent;
        for (const row of table.rows) sent?.set(row.key, digest(row));
      }
    },
    forgetSent() {
      for (const list of lists.values()) list.sent.clear();
    },
  };
}

function notAtEnd(table: TableRead): TableRead['page'] {
  return table.page === null ? null : { ...table.page, atEnd: false };
}

function digest(row: RowRead): string {
  return Object.values(row.cells)
    .map((cell) => String(cell.value))
    .join('\u0000');
}
