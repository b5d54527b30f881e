/** One reading in words: where it came from and what happened to it. */
import type { Format, Texts } from '@/components/i18n';
import type { PointReading } from '@/lib/model/point-reading';

/** `đọc từ trang sổ tay: Trang chủ, stdv.vnpt.me`. */
export function readingSource(reading: PointReading, t: Texts['points']): string {
  const place = [reading.origin, reading.site === null ? '' : t.siteLine(reading.site, reading.siteVersion)];
  // What was pasted is named after how it came: once is enough.
  const known = place.filter((part) => part !== '' && !part.endsWith(t.source[reading.source])).join(', ');
  return known === '' ? t.source[reading.source] : `${t.source[reading.source]}: ${known}`;
}

/** New run, corrections with what stood before, withdrawal, and until when the total was seen. */
export function readingNotes(reading: PointReading, t: Texts['points'], f: Format): string[] {
  const notes: string[] = [];
  if (reading.newRun !== null) notes.push(t.newRun[reading.newRun]);
  for (const { total, day, reason } of reading.corrections)
    notes.push(t.corrected(f.number(total), f.day(day), reason));
  if (reading.withdrawn !== null) notes.push(t.withdrawn(reading.withdrawn.reason));
  if (reading.lastSeenAt !== reading.takenAt) notes.push(t.seenUntil(f.instant(reading.lastSeenAt)));
  return notes;
}

/** How many readings that count came from each kind of source, most first. */
export function sourceCounts(readings: readonly PointReading[]): [PointReading['source'], number][] {
  const counts = new Map<PointReading['source'], number>();
  for (const { source, withdrawn } of readings) {
    if (withdrawn === null) counts.set(source, (counts.get(source) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
