/** A list of any length whose items may differ in height; only those in view are in the page. */
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useVirtualizer } from '../hooks/use-virtualizer';

export function VirtualList(props: {
  label: string;
  count: number;
  /** First guess of one item's height in px; the real one is measured. */
  itemHeight: number;
  height: number;
  itemKey?: (index: number) => string | number;
  item: (index: number) => ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: props.count,
    getScrollElement: () => box.current,
    estimateSize: () => props.itemHeight,
    overscan: 6,
    getItemKey: props.itemKey ?? ((index) => index),
  });
  const total = virtualizer.getTotalSize();
  return (
    <div
      ref={box}
      class="vlist"
      role="region"
      tabIndex={0}
      aria-label={props.label}
      style={{ height: `${Math.min(props.height, total)}px` }}
    >
      <div role="list" style={{ height: `${total}px` }}>
        {virtualizer.getVirtualItems().map((item) => (
          <div
            key={item.key}
            role="listitem"
            data-index={item.index}
            ref={virtualizer.measureElement}
            aria-setsize={props.count}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {props.item(item.index)}
          </div>
        ))}
      </div>
    </div>
  );
}
