/** Points of a member on any day, and the rankings made from them. */
import { ALL_MEMBERS, CELLS, type CellSize, type Member } from './cells';
import { dayNumber, TODAY } from './dates';
import { hash } from './random';

const START = dayNumber('2025-01-01');
const REFERENCE = dayNumber(TODAY);

/** What a member earned on one day, as a weight: two days of five bring nothing. */
function weight(id: number, day: number): number {
  const mixed = hash(id, day);
  return mixed % 5 < 2 ? 0 : 1 + (mixed % 9);
}

function weightUntil(id: number, day: number): number {
  let sum = 0;
  for (let at = START; at <= day; at += 1) sum += weight(id, at);
  return sum;
}

const known = new Map<string, number>();

/** The cumulative total on a day (ISO), exact on `TODAY`, never falling as the day advances; null without any reading. */
export function pointsOn(member: Pick<Member, 'id' | 'total'>, day: string): number | null {
  if (member.total === null) return null;
  const key = `${member.id} ${member.total} ${day}`;
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const share = weightUntil(member.id, dayNumber(day)) / weightUntil(member.id, REFERENCE);
  const points = Math.floor(member.total * share);
  known.set(key, points);
  return points;
}

/** The points gained from the first of the month up to and including the day. */
export function monthPointsOn(member: Pick<Member, 'id' | 'total'>, day: string): number | null {
  const now = pointsOn(member, day);
  const before = pointsOn(member, `${day.slice(0, 8)}01`);
  return now === null || before === null ? null : now - before;
}

/** One row of a ranking. */
export interface RankingRow {
  rank: number | null;
  member: Member;
  month: number | null;
  total: number | null;
}

/** Members by total, ties sharing a rank (1-1-3); members without points last and unranked. */
export function rankingOf(members: readonly Member[], day: string): RankingRow[] {
  const rows = members.map((member): RankingRow => {
    return { rank: null, member, month: monthPointsOn(member, day), total: pointsOn(member, day) };
  });
  rows.sort((left, right) => (right.total ?? -1) - (left.total ?? -1) || left.member.id - right.member.id);
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    if (row.total === null) return;
    row.rank = above && above.total === row.total ? above.rank : index + 1;
  });
  return rows;
}

/** The ranking of one cell. */
export function cellRanking(size: CellSize, day: string): RankingRow[] {
  return rankingOf(CELLS[size].members, day);
}

/** The ranking of all 1,000 members of the party body. */
export function bodyRanking(day: string): RankingRow[] {
  return rankingOf(ALL_MEMBERS, day);
}
