/** What age takes and what must stay so that later figures keep their meaning. Pure. */
import type { PointReading } from '../model/point-reading';
import { type Day, dayFrom, dayInVietnam } from '../vi/dates';

/** The day before which records are older than `months`: the same day of the month, or the month's last day. */
export function cutDay(months: number, today: Day): Day {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const count = year * 12 + (month - 1) - months;
  for (let date = day; date > 0; date--) {
    const cut = dayFrom(Math.floor(count / 12), (count % 12) + 1, date);
    if (cut !== null) return cut;
  }
  return '1900-01-01';
}

/**
 * Parts one subject's readings, in stored order, at a day. Of those wholly before `cut` go all but these: what was seen on
 * the last day before it (the opening of every later period), the last one in order, and the last that told the name, role,
 * unit, site or host (else a later change of role would no longer start a new run). So no figure of a period that begins on
 * `cut` or later changes.
 */
export function partByAge(readings: readonly PointReading[], cut: Day): { kept: PointReading[]; gone: PointReading[] } {
  const days = readings.map(daysSeen);
  const lastBefore = days.reduce((last, seen, index) => {
    if (readings[index]?.withdrawn !== null) return last;
    return seen.reduce((day, one) => (one < cut && one > day ? one : day), last);
  }, '');
  const needed = new Set<number>();
  const told = new Set<string>();
  for (let index = readings.length - 1; index >= 0; index--) {
    const reading = readings[index];
    if (reading === undefined || reading.day >= cut || reading.withdrawn !== null) continue;
    if (!told.has('last')) needed.add(index);
    told.add('last');
    for (const field of ['name', 'role', 'unit', 'site', 'host'] as const) {
      if (reading[field] === null || told.has(field)) continue;
      told.add(field);
      needed.add(index);
    }
  }
  const kept: PointReading[] = [];
  const gone: PointReading[] = [];
  readings.forEach((reading, index) => {
    const seen = days[index] ?? [];
    const late = seen.some((day) => day >= cut);
    const opening = reading.withdrawn === null && lastBefore !== '' && seen.includes(lastBefore);
    (late || opening || needed.has(index) ? kept : gone).push(reading);
  });
  return { kept, gone };
}

function daysSeen(reading: PointReading): Day[] {
  const later = [...(reading.alsoSeenAt ?? []), reading.lastSeenAt]
    // Only a sighting has a clock of its own; what was typed or read from a file belongs to the day it names.
    .filter((at) => at !== reading.takenAt)
    .map((at) => dayInVietnam(new Date(at)));
  return [reading.day, ...later];
}
