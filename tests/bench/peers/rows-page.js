/** Peer: 100,000 plain rows of four texts over TanStack's core with Preact; nothing but the list. */
import { Virtualizer, elementScroll, observeElementOffset, observeElementRect } from '@tanstack/virtual-core';
import { h, render } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

const COUNT = 100_000;
const HEIGHT = 40;

function List() {
  const box = useRef(null);
  const [, redraw] = useReducer((count) => count + 1, 0);
  const [virtualizer] = useState(
    () =>
      new Virtualizer({
        count: COUNT,
        getScrollElement: () => box.current,
        estimateSize: () => HEIGHT,
        overscan: 8,
        observeElementRect,
        observeElementOffset,
        scrollToFn: elementScroll,
        onChange: () => redraw(),
      }),
  );
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  const rows = virtualizer.getVirtualItems().map(({ key, index, start }) =>
    h(
      'div',
      {
        key,
        style: `position:absolute;top:0;display:grid;grid-template-columns:repeat(4,200px);height:${HEIGHT}px;transform:translateY(${start}px)`,
      },
      [`Dòng ${index}`, (COUNT - index).toLocaleString('vi-VN'), '+12', 'tệp a.xlsx'].map((text) =>
        h('div', null, text),
      ),
    ),
  );
  return h(
    'div',
    { class: 'vtable', ref: box, style: 'height:520px;overflow:auto' },
    h('div', { style: `position:relative;height:${virtualizer.getTotalSize()}px` }, rows),
  );
}

render(h(List), document.getElementById('app'));
