/** Questions about the roster: members and units. */
import type { Member } from '../model/member';
import { memberOn } from '../model/member-history';
import { nameKey, sortByName } from '../vi/names';
import type { TrackerDb } from './db';

/**
 * Members in the order of Vietnamese names; removed ones and second records of one person only when asked for. With `on`
 * (YYYY-MM-DD) those who belonged to the cell on that day.
 */
export async function listMembers(
  db: TrackerDb,
  query: { unit?: string | null; includeRemoved?: boolean; on?: string } = {},
): Promise<Member[]> {
  const wanted = query.unit === undefined || query.unit === null ? null : nameKey(query.unit);
  const members = (await db.members.toArray()).filter(
    (member) =>
      (query.includeRemoved === true || (member.removedAt === null && member.sameAs == null)) &&
      (query.on === undefined || memberOn(member, query.on).inCell) &&
      (wanted === null || (member.unit !== null && nameKey(member.unit) === wanted)),
  );
  return sortByName(members, (member) => member.name);
}

/** Units named on the roster, each once, in alphabetical order. */
export async function listUnits(db: TrackerDb): Promise<string[]> {
  const units = new Map<string, string>();
  for (const { unit, removedAt } of await db.members.toArray()) {
    if (unit !== null && removedAt === null && !units.has(nameKey(unit))) units.set(nameKey(unit), unit);
  }
  return [...units.values()].sort(new Intl.Collator('vi').compare);
}
