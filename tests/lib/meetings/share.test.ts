/** Shares stay exact: counts and quotient, never rounded, clamped or divided by nothing. */
import { expect, it } from 'vitest';
import { shareOf } from '../../../lib/meetings/share';

it.each([
  [1, 3, 1 / 3],
  [5, 4, 1.25],
  [0, 4, 0],
  [0, 0, null],
])('%s of %s is %s', (count, of, share) => expect(shareOf(count, of)).toEqual({ count, of, share }));
