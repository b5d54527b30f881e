/** What one stored reading says: its dated total, the days it was seen on, and the source it came from. Pure. */
import type { PointReading } from '../model/point-reading';
import type { SourceInfo } from '../model/tally';
import type { DatedTotal } from '../tally/runs';
import { dayInVietnam } from '../vi/dates';

/** A reading as the tally's rules take it: the time counts only when it lies on the reading's own day. */
export function toDatedTotal(reading: PointReading): DatedTotal {
  return { day: reading.day, at: timeOf(reading), total: reading.total, newRun: isMarked(reading) };
}

/** The day it was first seen, and the last sighting of each later day. */
export function sightingsOf(reading: PointReading): { day: string; at: string | null }[] {
  const first = { day: reading.day, at: timeOf(reading) };
  if (reading.alsoSeenAt === undefined) return [first];
  const later = new Map(reading.alsoSeenAt.map((at) => [dayInVietnam(new Date(at)), at]));
  later.delete(reading.day);
  return [first, ...[...later].map(([day, at]) => ({ day, at }))];
}

/** The file, page or hand a reading came from, as a tally names it. */
export function sourceOf(reading: PointReading): SourceInfo {
  const kind = reading.source === 'ranking' ? 'page' : reading.source;
  const detail = reading.site === null ? null : `${reading.site} v${reading.siteVersion ?? '?'}`;
  return { name: reading.origin === '' ? kind : reading.origin, kind, detail };
}

/** True when the step to this reading is no rise. A fall is seen from the totals themselves, and the first reading has nothing before it. */
export function isMarked(reading: PointReading): boolean {
  return reading.newRun !== null && reading.newRun !== 'first';
}

function timeOf(reading: PointReading): string | null {
  return dayInVietnam(new Date(reading.takenAt)) === reading.day ? reading.takenAt : null;
}
