/** What a subject's readings told, month by month and source by source: by it a tally knows which pages it need not open. Pure. */
import type { PointReading } from '../model/point-reading';
import type { SourceInfo } from '../model/tally';
import { sightingsOf, sourceOf } from './sightings';

/** Rows of one source in one month's readings, with their first and last day; the last one may lie months later. */
export type ToldBy = [source: number, rows: number, from: string, to: string];
/** A month that holds a reading that counts; its sources in the order they appear. */
export type ToldMonth = [month: string, by: ToldBy[]];

export interface Told {
  sources: [kind: SourceInfo['kind'], name: string, detail: string | null][];
  months: ToldMonth[];
}

/**
 * `before` brought up to date by the readings of the months from `since` on, in order. Kept as text: read several times
 * faster than nested arrays.
 */
export function tell(readings: readonly PointReading[], before: string | undefined, since: string): string {
  const known: Told = before === undefined ? { sources: [], months: [] } : untold(before);
  const months = known.months.filter(([month]) => month < since);
  const { sources } = known;
  const places = new Map(sources.map((source, place) => [source.join('\u0000'), place]));
  let last: ToldMonth | undefined;
  for (const reading of readings) {
    const month = reading.day.slice(0, 7);
    if (month < since || reading.withdrawn !== null) continue;
    if (last?.[0] !== month) months.push((last = [month, []]));
    const { kind, name, detail } = sourceOf(reading);
    const key = [kind, name, detail].join('\u0000');
    const place = places.get(key) ?? sources.push([kind, name, detail]) - 1;
    places.set(key, place);
    add(last[1], place, reading);
  }
  const told: Told = { sources, months };
  return JSON.stringify(told);
}

/** The text of `tell` again. */
export function untold(text: string): Told {
  return JSON.parse(text) as Told; // Written by `tell` above.
}

function add(by: ToldBy[], place: number, reading: PointReading): void {
  let own = by.find(([source]) => source === place);
  if (own === undefined) by.push((own = [place, 0, reading.day, reading.day]));
  for (const { day } of sightingsOf(reading)) {
    own[1]++;
    if (day < own[2]) own[2] = day;
    if (day > own[3]) own[3] = day;
  }
}
