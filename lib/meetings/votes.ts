/** What a vote came to: votes for against those present, exact, and whether the numbers fit together. */
import type { Vote } from '../model/meeting';
import { type Share, shareOf } from './share';

export interface VoteResult {
  /** Votes for / present, as a resolution states it. */
  inFavour: Share;
  cast: number;
  /** Present without a vote; negative when more votes were counted than people. */
  notCast: number;
  /** No more votes than people. */
  fits: boolean;
}

export function countVote(vote: Pick<Vote, 'for' | 'against' | 'other' | 'present'>): VoteResult {
  const cast = vote.for + vote.against + vote.other;
  return {
    inFavour: shareOf(vote.for, vote.present),
    cast,
    notCast: vote.present - cast,
    fits: cast <= vote.present,
  };
}
