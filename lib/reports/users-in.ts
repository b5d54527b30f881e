/** How many members used the handbook in a period, by the records of the roster. */
import type { ActivitySums } from '../model/activity';
import type { Member } from '../model/member';
import type { KnownTally } from '../model/tally';
import type { ReportSource } from './source';

/** Members who used the handbook: somebody said so, or their points rose; null when nothing is known of anybody. */
export function usersIn(
  { members }: Pick<ReportSource, 'members'>,
  roster: readonly Member[],
  activity: ReadonlyMap<string, ActivitySums>,
  known: KnownTally | null,
): number | null {
  // A tally closed before two records were joined still has the points under the second one.
  const joined = new Map(members.map(({ id, sameAs }) => [id, sameAs ?? id]));
  const rows = known?.tally.members ?? [];
  const risen = new Set(
    rows.flatMap(({ points }, index) => {
      const id = known?.members[index] ?? null;
      return id !== null && (points ?? 0) > 0 ? [joined.get(id) ?? id] : [];
    }),
  );
  const told = roster.map(({ id }) => activity.get(id)?.used ?? null);
  if (told.every((one) => one === null) && (known?.tally.summary.withReading ?? 0) === 0) return null;
  return roster.filter(({ id }, index) => told[index] === true || risen.has(id)).length;
}
