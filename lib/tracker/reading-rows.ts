/** The rows a tally is computed from: of a long history only the pages are opened that the period's figures rest on. */
import { Dexie } from 'dexie';
import type { Member } from '../model/member';
import { cellOn, memberOn } from '../model/member-history';
import { SELF } from '../model/point-reading';
import type { ReadingRow, SourceInfo, SourceRows } from '../model/tally';
import { formatDay } from '../vi/dates';
import { nameKey } from '../vi/names';
import type { SubjectSummary, TrackerDb } from './db';
import { type PointPage, unpackPages } from './point-pages';
import { isMarked, sightingsOf, sourceOf } from './sightings';
import { type Told, type ToldPart, untold } from './told';

/** From so many subjects on, a month is read as a whole rather than subject by subject. */
const WHOLE_MONTH_FROM = 12;

interface Wanted {
  unit?: string | null;
  from?: string;
  to?: string;
}

/** Readings under one id: what is known of them without opening pages, and which months have to be opened. */
interface Course {
  subject: string;
  /** Null where an earlier program wrote the summary: all months are opened. */
  told: Told | null;
  opened: ReadonlySet<string>;
}

/**
 * Rows for `computeTally`: every member of the unit, each sighting of a total on its own day, and who has none.
 * `to` leaves out later readings, and the roster is that of this day (who belonged to the cell, in which role); of a period that begins (`from`) among purged readings a source of no rows says so. A member who is the user of this browser and has no readings of their own uses `me`.
 * With `from`, rows before the last day that somebody has a reading on before it are left out where that spares a page: no figure
 * rests on them. Their number and days are in the sources, so that the tally is the same as from all rows.
 */
export async function listReadingRows(
  db: TrackerDb,
  { unit = null, from = '', to = '9999-12-31' }: Wanted = {},
): Promise<{ rows: ReadingRow[]; sources: SourceRows[] }> {
  return db.transaction('r', [db.members, db.subjects, db.pointPages, db.deletions], async () => {
    const [members, summaries, purged] = await Promise.all([
      db.members.toArray(),
      db.subjects.toArray(),
      db.deletions.filter((line) => line.cause === 'retention' && line.upTo !== null).toArray(),
    ]);
    const stored = new Map(summaries.map((summary) => [summary.subject, summary]));
    const key = unit === null ? null : nameKey(unit);
    const cell = cellOn(members, to)
      .filter((one) => key === null || (one.unit !== null && nameKey(one.unit) === key))
      .map((member) => ({ member, courses: coursesOf(member, members, stored, from) }));
    const pages = await openPages(
      db,
      cell.flatMap(({ courses }) => courses),
      to.slice(0, 7),
    );
    const result = collect(cell, pages, to);
    const upTo = purged
      .filter(({ what }) => what === 'readings' || what === 'ownReadings')
      .reduce((last, { upTo: day }) => (day !== null && day > last ? day : last), '');
    if (from !== '' && from <= upTo) {
      const name = `Các lần ghi đến hết ngày ${formatDay(upTo)} đã xóa theo thời hạn lưu: điểm của kỳ này có thể không đúng`;
      result.sources.push({ name, kind: 'manual', detail: null });
    }
    return result;
  });
}

function coursesOf(
  member: Member,
  members: readonly Member[],
  stored: ReadonlyMap<string, SubjectSummary>,
  from: string,
): Course[] {
  const own = member.isSelf && (stored.get(member.id)?.count ?? 0) === 0 ? SELF : member.id;
  const twins = members.filter(({ sameAs }) => sameAs === member.id).map(({ id }) => id);
  const known = [own, ...twins].flatMap((subject) => {
    const summary = stored.get(subject);
    if (summary === undefined) return [];
    return [{ subject, told: summary.told === undefined ? null : untold(summary.told) }];
  });
  const ends = known.map(({ told }) => endsOf(told?.parts ?? []));
  // The last day before the period that any of the person's months ends on; those that end earlier are of no account.
  let last = '';
  for (const own of ends) for (const end of own.values()) if (end < from && end > last) last = end;
  return known.map((course, at) => {
    const opened = new Set<string>();
    for (const [month, end] of ends[at] ?? []) if (end >= from || end === last) opened.add(month);
    return { ...course, opened };
  });
}

/** For each month the last day that a reading first seen in it was seen on. */
function endsOf(parts: readonly ToldPart[]): Map<string, string> {
  const ends = new Map<string, string>();
  for (const [month, , , , to] of parts) {
    const known = ends.get(month);
    if (known === undefined || to > known) ends.set(month, to);
  }
  return ends;
}

/** The pages wanted up to the month `to`, by subject, in time order; others may be among them. */
async function openPages(db: TrackerDb, courses: readonly Course[], to: string): Promise<Map<string, PointPage[]>> {
  const byMonth = new Map<string, string[]>();
  for (const { subject, opened } of courses) {
    for (const month of opened) {
      if (month > to) continue;
      const subjects = byMonth.get(month);
      if (subjects) subjects.push(subject);
      else byMonth.set(month, [subject]);
    }
  }
  const rangeOf = (subject: string, first: string, last: string) =>
    db.pointPages
      .where('[subject+month+part]')
      .between([subject, first, Dexie.minKey], [subject, last, Dexie.maxKey], true, true)
      .toArray();
  const unknown = courses.filter(({ told }) => told === null).map(({ subject }) => subject);
  const read = await Promise.all([
    ...unknown.map((subject) => rangeOf(subject, '', to)),
    ...[...byMonth].flatMap(([month, subjects]) =>
      subjects.length >= WHOLE_MONTH_FROM
        ? [db.pointPages.where('month').equals(month).toArray()]
        : subjects.map((subject) => rangeOf(subject, month, month)),
    ),
  ]);
  // A month read as a whole brings pages of others, among them some that were read already: each is kept once.
  const pages = new Map(read.flat().map((page) => [`${page.subject} ${page.month} ${page.part}`, page]));
  const bySubject = new Map<string, PointPage[]>();
  for (const page of pages.values()) {
    const list = bySubject.get(page.subject);
    if (list) list.push(page);
    else bySubject.set(page.subject, [page]);
  }
  for (const list of bySubject.values()) {
    list.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : a.part - b.part));
  }
  return bySubject;
}

function collect(
  cell: readonly { member: Member; courses: readonly Course[] }[],
  pages: ReadonlyMap<string, readonly PointPage[]>,
  to: string,
): { rows: ReadingRow[]; sources: SourceRows[] } {
  const rows: ReadingRow[] = [];
  const sources: SourceRows[] = [];
  const places = new Map<string, number>();
  const lastMonth = to.slice(0, 7);
  const placeOf = ({ kind, name, detail }: SourceInfo) => {
    const key = [kind, name, detail].join('\u0000');
    const place = places.get(key) ?? sources.push({ name, kind, detail }) - 1;
    places.set(key, place);
    return place;
  };
  for (const { member, courses } of cell) {
    const { name, code, installed, eligible, reason } = member;
    const fact = { person: member.id, name, code, installed, eligible, reason, role: memberOn(member, to).role };
    const before = rows.length;
    const openOut = (own: readonly PointPage[]) => {
      for (const reading of unpackPages(own)) {
        if (reading.withdrawn !== null || reading.day > to) continue;
        const source = placeOf(sourceOf(reading));
        for (const [index, sighting] of sightingsOf(reading).entries()) {
          if (sighting.day > to) continue;
          rows.push({ ...fact, ...sighting, total: reading.total, newRun: index === 0 && isMarked(reading), source });
        }
      }
    };
    for (const { subject, told, opened } of courses) {
      const own = pages.get(subject) ?? [];
      if (told === null) {
        openOut(own);
        continue;
      }
      const placed: number[] = [];
      let before = '';
      for (const part of told.parts) {
        const [month, source] = part;
        if (month > lastMonth) break;
        // Sources are placed as they appear: an opened month with its first part.
        if (!opened.has(month)) leaveOut(sources[(placed[source] ??= placeOf(sourceAt(told, source)))], part);
        else if (month !== before) openOut(own.filter((page) => page.month === month));
        before = month;
      }
    }
    if (rows.length === before) {
      const source = placeOf({ name: 'Danh sách đảng viên', kind: 'manual', detail: null });
      rows.push({ ...fact, day: null, at: null, total: null, source });
    }
  }
  return { rows, sources };
}

function sourceAt(told: Told, place: number): SourceInfo {
  const source = told.sources[place];
  if (source === undefined) throw new Error('a summary is damaged');
  const [kind, name, detail] = source;
  return { kind, name, detail };
}

/** Counts rows that were left out of the source they came from. */
function leaveOut(source: SourceRows | undefined, [, , rows, from, to]: ToldPart): void {
  if (source === undefined) return;
  source.unread ??= { rows: 0, from, to };
  source.unread.rows += rows;
  if (from < source.unread.from) source.unread.from = from;
  if (to > source.unread.to) source.unread.to = to;
}
