/** A part of a whole, kept exact: the two counts, and their quotient unrounded. */

export interface Share {
  count: number;
  of: number;
  /** `count / of`, never rounded or clamped; null when there is nothing to divide by. */
  share: number | null;
}

export function shareOf(count: number, of: number): Share {
  return { count, of, share: of === 0 ? null : count / of };
}
