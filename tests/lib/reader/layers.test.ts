/** What lies over a page or is put away beside it, told by whole declarations. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { isLayered } from '../../../lib/reader/layers';

function layered(html: string): boolean {
  const { document } = parseHTML(`<!doctype html><body>${html}</body>`);
  const target = document.querySelector('b');
  if (target === null) throw new Error('no target');
  return isLayered(target);
}

describe('isLayered', () => {
  it.each([
    '<div role="dialog"><b>1</b></div>',
    '<div style="display: none"><b>1</b></div>',
    '<div style="color:red; VISIBILITY: hidden !important"><b>1</b></div>',
  ])('true: %s', (html) => expect(layered(html)).toBe(true));

  it.each([
    '<div style="transform: translate3d(0, 0, 0); backface-visibility: hidden;"><b>1</b></div>',
    '<div style="display: block; content-visibility: auto"><b>1</b></div>',
  ])('false: %s', (html) => expect(layered(html)).toBe(false));
});
