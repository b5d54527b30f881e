/** TanStack's virtualizer for Preact: only the rows in view are in the page. */
import {
  type PartialKeys,
  Virtualizer,
  type VirtualizerOptions,
  elementScroll,
  observeElementOffset,
  observeElementRect,
} from '@tanstack/virtual-core';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

type Options<Scroll extends Element, Item extends Element> = PartialKeys<
  VirtualizerOptions<Scroll, Item>,
  'observeElementRect' | 'observeElementOffset' | 'scrollToFn'
>;

export function useVirtualizer<Scroll extends Element, Item extends Element>(
  options: Options<Scroll, Item>,
): Virtualizer<Scroll, Item> {
  const [, render] = useReducer<number, void>((count) => count + 1, 0);
  const full: VirtualizerOptions<Scroll, Item> = {
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    ...options,
    onChange: (instance, sync) => {
      render();
      options.onChange?.(instance, sync);
    },
  };
  const [virtualizer] = useState(() => new Virtualizer<Scroll, Item>(full));
  virtualizer.setOptions(full);
  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
