/** Votes of a meeting, counted exactly. */
import { expect, it } from 'vitest';
import { countVote } from '../../../lib/meetings/votes';

it.each([
  [
    { for: 30, against: 1, other: 2, present: 33 },
    { cast: 33, notCast: 0, fits: true },
  ],
  [
    { for: 30, against: 0, other: 0, present: 33 },
    { cast: 30, notCast: 3, fits: true },
  ],
  [
    { for: 34, against: 0, other: 0, present: 33 },
    { cast: 34, notCast: -1, fits: false },
  ],
  [{ for: 0, against: 0, other: 0, present: 0 }, { inFavour: { count: 0, of: 0, share: null } }],
])('a vote %j', (vote, expected) => expect(countVote(vote)).toMatchObject(expected));
