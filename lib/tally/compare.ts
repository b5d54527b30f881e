/** A period beside an earlier one: how much each member and the cell gained then and now. Pure. */
import type { Tally } from '../model/tally';

/** Points gained in each period and the difference; null where one of them is not known. */
export interface Gain {
  now: number | null;
  then: number | null;
  difference: number | null;
}

export interface Comparison {
  period: Tally['period'];
  /** For each row of the current tally, in its order. */
  members: Gain[];
  total: Gain;
  mean: Gain;
  active: Gain;
}

/** `then` is matched to `now` by roster ids (see `tallyPeople`); people of the earlier period alone are left out of rows, not of sums. */
export function compareGains(
  now: { tally: Tally; members: readonly (string | null)[] },
  then: { tally: Tally; members: readonly (string | null)[] },
): Comparison {
  const earlier = new Map(
    then.members.flatMap((id, index): [string, number | null][] =>
      id === null ? [] : [[id, then.tally.members[index]?.points ?? null]],
    ),
  );
  const { summary } = now.tally;
  return {
    period: then.tally.period,
    members: now.tally.members.map((row, index) => gain(row.points, earlier.get(now.members[index] ?? '') ?? null)),
    total: gain(summary.points.total, then.tally.summary.points.total),
    mean: gain(summary.points.mean, then.tally.summary.points.mean),
    active: gain(activeIn(now.tally), activeIn(then.tally)),
  };
}

/** Nobody's points are known: nobody can be said to have none. */
function activeIn({ summary }: Tally): number | null {
  return summary.withReading === 0 ? null : summary.active.count;
}

function gain(now: number | null, then: number | null): Gain {
  return { now, then, difference: now === null || then === null ? null : now - then };
}
