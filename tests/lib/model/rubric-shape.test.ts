/** Ranges that hold nothing, places of items, ids used twice. */
import { describe, expect, it } from 'vitest';
import { findDoubles, isOrdered, itemsOf } from '../../../lib/model/rubric-shape';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';

describe('rubric-shape', () => {
  it('knows ranges without any value, and where items stand', () => {
    const range = (from: number, to: number, open: boolean) => ({ from, fromOpen: open, to, toOpen: open });
    expect([range(1, 2, true), range(1, 1, false), range(1, 1, true), range(2, 1, false)].map(isOrdered)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(itemsOf(anPhu)[1]?.where).toEqual([1, 'items', 0]);
    expect(findDoubles(anPhu)).toEqual([]);
  });
});
