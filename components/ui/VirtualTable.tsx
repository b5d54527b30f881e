/** A table of any length of which only the rows in view are in the page; arrows, Page Up/Down, Home and End move. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useVirtualizer } from '../hooks/use-virtualizer';
import { useText } from '../i18n/base';
import type { Column } from './Table';
import { useRowHeight } from './use-row-height';

export interface VirtualTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  count: number;
  /** The row at `index`, or undefined while it is not loaded. */
  rowAt: (index: number) => Row | undefined;
  rowKey?: (index: number) => string | number;
  /** Height of the visible box in px; fewer rows make it shorter. */
  height?: number;
  /** Enter or a double click on a row; makes rows choosable by keyboard. */
  onOpen?: (row: Row, index: number) => void;
  /** Rows in view, first and last: for paged loading. */
  onRange?: (first: number, last: number) => void;
}

export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
  const { columns, count, rowAt, rowKey, onOpen, onRange } = props;
  const text = useText();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeight();
  const [active, setActive] = useState(0);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The header sticks above the rows: a row scrolled to must clear it.
    scrollPaddingStart: rowHeight,
    getItemKey: rowKey ?? ((index) => index),
  });
  useEffect(() => virtualizer.measure(), [rowHeight]);

  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => onRange?.(first, last), [first, last, count]);
  const at = Math.min(active, Math.max(0, count - 1));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== box.current || count === 0) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 2);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: count - 1,
    };
    if (event.key === 'Enter' && onOpen) {
      const row = rowAt(at);
      if (row !== undefined) onOpen(row, at);
      return event.preventDefault();
    }
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, to));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };

  const tracks = columns.map((column) => column.width ?? 'minmax(96px, 1fr)').join(' ');
  const height = Math.min(props.height ?? 560, (count + 1) * rowHeight + 2);
  return (
    <div
      ref={box}
      class="vtable"
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-describedby={`${id}-keys`}
      aria-rowcount={count + 1}
      aria-colcount={columns.length}
      aria-activedescendant={items.some((item) => item.index === at) ? `${id}-${at}` : undefined}
      style={{ height: `${height}px` }}
      onKeyDown={onKeyDown}
    >
      <span class="unseen" id={`${id}-keys`} role="presentation">
        {text.ui.listKeys}
      </span>
      <div class="vtable-inner" role="rowgroup">
        <div class="vtable-row vtable-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            <div key={column.id} class="vtable-cell" role="columnheader" data-align={column.align}>
              {column.header}
            </div>
          ))}
        </div>
        <div class="vtable-body" role="presentation" style={{ height: `${virtualizer.getTotalSize()}px` }}>
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <div
                key={item.key}
                id={`${id}-${item.index}`}
                class="vtable-row"
                role="row"
                aria-rowindex={item.index + 2}
                data-active={item.index === at ? '' : undefined}
                style={{
                  gridTemplateColumns: tracks,
                  height: `${rowHeight}px`,
                  transform: `translateY(${item.start}px)`,
                }}
                onClick={() => setActive(item.index)}
                onDblClick={() => row !== undefined && onOpen?.(row, item.index)}
              >
                {columns.map((column) => (
                  <div
                    key={column.id}
                    class="vtable-cell"
                    role={column.rowHeader ? 'rowheader' : 'gridcell'}
                    data-align={column.align}
                  >
                    {row === undefined ? '…' : column.cell(row, item.index)}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
