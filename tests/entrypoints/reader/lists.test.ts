/** Rows are sent once, in parts, and only when wanted; a part never claims more than it brings. */
import { describe, expect, it } from 'vitest';
import { ROWS_PER_MESSAGE, createLists } from '../../../entrypoints/reader/lists';
import type { TableRead } from '../../../lib/model/observation';

function table(from: number, to: number, more: Partial<TableRead> = {}): TableRead {
  const rows = Array.from({ length: to - from + 1 }, (_, index) => {
    const order = from + index;
    const cell = (value: string | number) => ({ value, raw: String(value), where: '' });
    return {
      key: `${order}|người ${order}`,
      cells: { order: cell(order), name: cell(`Người ${order}`), total: cell(order * 10) },
    };
  });
  return { kind: 'ranking', listId: 'a', headers: ['STT'], rows, complete: false, total: 1_000, page: null, ...more };
}
const rowsOf = (parts: TableRead[][]) =>
  parts.flatMap((part) => part.flatMap(({ rows }) => rows.map(({ key }) => key)));

describe('createLists', () => {
  it('counts over pages and sends each row once', () => {
    const lists = createLists();
    expect(lists.add([table(1, 19)])).toEqual([
      { listId: 'a', kind: 'ranking', captured: 19, total: 1_000, complete: false },
    ]);
    const first = lists.parts([table(1, 19)], ['ranking']);
    expect(rowsOf(first)).toHaveLength(19);
    first.forEach((part) => lists.received(part));
    expect(lists.add([table(10, 28)])[0]?.captured).toBe(28);
    const second = lists.parts([table(10, 28)], ['ranking']);
    expect(rowsOf(second)).toHaveLength(9);
    // Not received: sent again.
    expect(rowsOf(lists.parts([table(10, 28)], ['ranking']))).toHaveLength(9);
    second.forEach((part) => lists.received(part));
    expect(rowsOf(lists.parts([table(10, 28)], ['ranking']))).toHaveLength(0);
    lists.forgetSent();
    expect(rowsOf(lists.parts([table(10, 28)], ['ranking']))).toHaveLength(19);
  });

  it('sends a changed row again, and no row of a kind that is not wanted', () => {
    const lists = createLists();
    lists.add([table(1, 3)]);
    lists.parts([table(1, 3)], ['ranking']).forEach((part) => lists.received(part));
    const changed = table(1, 3);
    changed.rows[1]!.cells['total'] = { value: 999, raw: '999', where: '' };
    expect(rowsOf(lists.parts([changed], ['ranking']))).toEqual(['2|người 2']);
    expect(lists.parts([table(4, 9)], ['members'])).toEqual([[expect.objectContaining({ rows: [] })]]);
  });

  it('splits a long list into parts of which only the last says complete', () => {
    const lists = createLists();
    const page = { from: 1, to: 1_000, rowsOnPage: 1_000, hasNext: false, atEnd: true };
    const whole = table(1, 1_000, { complete: true, page });
    lists.add([whole]);
    const parts = lists.parts([whole], ['ranking']);
    expect(parts.length).toBe(Math.ceil(1_000 / ROWS_PER_MESSAGE));
    expect(parts.every((part) => (part[0]?.rows.length ?? 0) <= ROWS_PER_MESSAGE)).toBe(true);
    expect(parts.map((part) => part[0]?.complete)).toEqual([...parts.slice(1).map(() => false), true]);
    expect(parts.map((part) => part[0]?.page?.atEnd)).toEqual([...parts.slice(1).map(() => false), true]);
    expect(new Set(rowsOf(parts)).size).toBe(1_000);
  });

  it('still takes for a part what a search found after its box was emptied, until the rows change', () => {
    const lists = createLists();
    const whole = table(1, 9, { listId: 'm', total: null, complete: true });
    const found = table(1, 3, { total: null, complete: true });
    found.rows.forEach((row, index) => (row.key = `${index + 1}|tìm thấy ${index}`));
    const seen = (read: TableRead) => {
      const narrowed = lists.narrow([read]);
      lists.add(narrowed);
      return narrowed[0];
    };
    expect(seen(whole)).toMatchObject({ listId: 'm', complete: true });
    seen({ ...found, listId: 'm|search:le', complete: false });
    expect(seen({ ...found, listId: 'm' })).toMatchObject({ listId: 'm|search:le', complete: false });
    expect(seen(whole)).toMatchObject({ listId: 'm', complete: true });
    expect(seen({ ...found, listId: 'm' })).toMatchObject({ listId: 'm', complete: true });
  });
});
