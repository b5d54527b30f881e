/** A part of a whole stays exact. */
import { expect, it } from 'vitest';
import { shareOf } from '../../../lib/meetings/share';

it.each([
  [1, 3, 1 / 3],
  [22, 20, 1.1],
  [0, 5, 0],
  [0, 0, null],
])('%d of %d', (count, of, share) => expect(shareOf(count, of)).toEqual({ count, of, share }));
