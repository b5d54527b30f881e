/** Subjects' pages and summaries brought up to date inside a write transaction; only the tail is opened when readings merely follow. */
import { Dexie } from 'dexie';
import type { PointReading } from '../model/point-reading';
import type { PlacedReadings } from '../model/step';
import type { SubjectSummary, TrackerDb } from './db';
import { type PointPage, packMonth, unpackPages } from './point-pages';
import {
  NOTHING_KNOWN,
  type Placing,
  lastKey,
  learn,
  markRuns,
  openHistory,
  orderKey,
  placeReading,
  runReason,
  sumMonths,
} from './run-rules';
import { tell } from './told';

type PageKey = [subject: string, month: string, part: number];

/** What is to be written for one subject. */
interface Plan {
  pages: PointPage[];
  gone: PageKey[];
  summary: SubjectSummary;
}

/** Tables a caller's transaction needs for the functions here. */
export function subjectTables(db: TrackerDb) {
  return [db.pointPages, db.subjects];
}

/** Places readings of any number of subjects; returns what came of each, in the order given. `note` hears what taking it back needs. */
export async function placeReadings(
  db: TrackerDb,
  incoming: readonly PointReading[],
  newId: () => string,
  note?: (placed: PlacedReadings) => void,
): Promise<Placing[]> {
  const results: Placing[] = new Array<Placing>(incoming.length).fill('known');
  const bySubject = new Map<string, Incoming[]>();
  incoming.forEach((reading, index) => {
    const entry = { reading, index, key: orderKey(reading) };
    const list = bySubject.get(reading.subject);
    if (list) list.push(entry);
    else bySubject.set(reading.subject, [entry]);
  });
  const subjects = [...bySubject.keys()];
  const summaries = await db.subjects.bulkGet(subjects);
  const plans = await Promise.all(
    subjects.map((subject, at) =>
      planSubject(db, summaries[at], bySubject.get(subject) ?? [], { results, newId, note }),
    ),
  );
  await apply(
    db,
    plans.filter((plan) => plan !== null),
  );
  return results;
}

interface Incoming {
  reading: PointReading;
  index: number;
  key: string;
}

async function planSubject(
  db: TrackerDb,
  summary: SubjectSummary | undefined,
  incoming: Incoming[],
  { results, newId, note }: { results: Placing[]; newId: () => string; note?: (placed: PlacedReadings) => void },
): Promise<Plan | null> {
  incoming.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index));
  const [first] = incoming;
  if (first === undefined) return null;
  const { subject } = first.reading;
  const latest = summary?.latest ?? null;
  const follows =
    summary?.told !== undefined && latest !== null && first.key >= lastKey(latest) && summary.stored === summary.count;
  const tailMonth = follows ? latest.day.slice(0, 7) : '';
  // The month before the tail gives the sums their start.
  const fromMonth = follows ? (summary.months.filter(({ month }) => month < tailMonth).at(-1)?.month ?? tailMonth) : '';
  const old = summary === undefined ? [] : await pagesFrom(db, subject, fromMonth);
  const history = openHistory(unpackPages(old));
  const found = note === undefined ? [] : [...history.readings];
  let state = { previous: latest, known: summary?.known ?? NOTHING_KNOWN };
  let changed = false;
  for (const { reading, index } of incoming) {
    const placing = placeReading(history, reading, newId);
    results[index] = placing;
    changed ||= placing !== 'known';
    if (!follows || placing !== 'added') continue;
    const marked = { ...reading, newRun: runReason(reading, state.previous, state.known) };
    history.readings[history.readings.length - 1] = marked;
    state = { previous: marked, known: learn(state.known, reading) };
  }
  if (!changed) return null;
  note?.({ subject, fresh: summary === undefined, ...whatChanged(found, history.readings, incoming) });
  if (!follows) state = markRuns(history.readings);
  return plan(subject, history.readings, old, {
    summary: follows ? summary : undefined,
    tailMonth,
    known: state.known,
  });
}

function whatChanged(
  found: readonly PointReading[],
  now: readonly PointReading[],
  incoming: readonly Incoming[],
): Omit<PlacedReadings, 'subject' | 'fresh'> {
  const there = new Map(now.map((reading) => [reading.id, reading]));
  const own = new Set(incoming.map(({ reading }) => reading.id));
  const known = new Set(found.map(({ id }) => id));
  const changed = found.flatMap((before) => {
    const after = there.get(before.id);
    return after === undefined || after === before ? [] : [{ before, after }];
  });
  return {
    made: now.filter(({ id }) => own.has(id)).map(({ id }) => id),
    rests: now.filter(({ id }) => !known.has(id) && !own.has(id)),
    changed,
  };
}

/** Changes one reading and everything that follows from it. Returns false when there is no such reading. */
export async function changeReading(
  db: TrackerDb,
  subject: string,
  id: string,
  change: (reading: PointReading) => PointReading,
): Promise<boolean> {
  const old = await pagesFrom(db, subject, '');
  const readings = unpackPages(old);
  const at = readings.findIndex((reading) => reading.id === id);
  const before = readings[at];
  if (before === undefined) return false;
  const after = change(before);
  const key = orderKey(after);
  if (key === orderKey(before)) readings[at] = after;
  else {
    readings.splice(at, 1);
    const place = readings.findIndex((reading) => orderKey(reading) > key);
    readings.splice(place === -1 ? readings.length : place, 0, after);
  }
  const { known } = markRuns(readings);
  await apply(db, [plan(subject, readings, old, { summary: undefined, tailMonth: '', known })]);
  return true;
}

/** Keeps of one subject's readings those that `choose` returns, in the order given; returns how many went. */
export async function keepReadings(
  db: TrackerDb,
  subject: string,
  choose: (readings: readonly PointReading[]) => PointReading[],
): Promise<number> {
  const old = await pagesFrom(db, subject, '');
  const before = unpackPages(old);
  const readings = choose(before);
  if (readings.length === before.length) return 0;
  const { known } = markRuns(readings);
  await apply(db, [plan(subject, readings, old, { summary: undefined, tailMonth: '', known })]);
  return before.length - readings.length;
}

/** All readings of a subject, in order. */
export async function subjectReadings(db: TrackerDb, subject: string): Promise<PointReading[]> {
  return unpackPages(await pagesFrom(db, subject, ''));
}

/** Puts readings, in order, in the place of all there are of a subject. */
export async function putReadings(db: TrackerDb, subject: string, readings: PointReading[]): Promise<void> {
  const old = await pagesFrom(db, subject, '');
  const { known } = markRuns(readings);
  await apply(db, [plan(subject, readings, old, { summary: undefined, tailMonth: '', known })]);
}

/** Deletes all readings of a subject and its summary; returns how many went. */
export async function dropSubject(db: TrackerDb, subject: string): Promise<number> {
  const old = await pagesFrom(db, subject, '');
  await db.pointPages.bulkDelete(old.map(({ month, part }): PageKey => [subject, month, part]));
  await db.subjects.delete(subject);
  return old.reduce((sum, { count }) => sum + count, 0);
}

/** Pages and summary of a subject's whole history, derived anew from its readings in any order. */
export function buildSubject(
  subject: string,
  readings: readonly PointReading[],
): { pages: PointPage[]; summary: SubjectSummary } {
  const keyed = readings.map((reading) => ({ reading, key: orderKey(reading) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  const ordered = keyed.map(({ reading }) => reading);
  const { known } = markRuns(ordered);
  const { pages, summary } = plan(subject, ordered, [], { summary: undefined, tailMonth: '', known });
  return { pages, summary };
}

function pagesFrom(db: TrackerDb, subject: string, month: string): Promise<PointPage[]> {
  return db.pointPages
    .where('[subject+month+part]')
    .between([subject, month, Dexie.minKey], [subject, '9999-99', Dexie.maxKey], true, true)
    .toArray();
}

interface PlanOptions {
  /** Given when only the tail is open: its months before the tail stand. */
  summary: SubjectSummary | undefined;
  /** First month that may have changed; '' for all. */
  tailMonth: string;
  known: SubjectSummary['known'];
}

function plan(subject: string, readings: PointReading[], old: readonly PointPage[], options: PlanOptions): Plan {
  const { summary, tailMonth, known } = options;
  const byMonth = new Map<string, PointReading[]>();
  for (const reading of readings) {
    const month = reading.day.slice(0, 7);
    if (month < tailMonth) continue;
    const list = byMonth.get(month);
    if (list) list.push(reading);
    else byMonth.set(month, [reading]);
  }
  const pages = [...byMonth].flatMap(([month, list]) => packMonth(subject, month, list));
  const kept = new Set(pages.map(({ month, part }) => `${month} ${part}`));
  const gone = old
    .filter(({ month, part }) => month >= tailMonth && !kept.has(`${month} ${part}`))
    .map(({ month, part }): PageKey => [subject, month, part]);
  const before = summary?.months.filter(({ month }) => month < tailMonth) ?? [];
  const months = [...before, ...sumMonths(readings).filter(({ month }) => month >= tailMonth)];
  const inTail = [...byMonth.values()].reduce((sum, list) => sum + list.length, 0);
  return {
    pages,
    gone,
    summary: {
      subject,
      count: months.reduce((sum, { count }) => sum + count, 0),
      // Only a history without withdrawn readings is opened by its tail, so before the tail stored and counted are one.
      stored: before.reduce((sum, { count }) => sum + count, 0) + inTail,
      latest: readings.findLast((reading) => reading.withdrawn === null) ?? null,
      months,
      known,
      told: tell(readings, summary?.told, tailMonth),
    },
  };
}

async function apply(db: TrackerDb, plans: readonly Plan[]): Promise<void> {
  const gone = plans.flatMap((one) => one.gone);
  await Promise.all([
    gone.length > 0 ? db.pointPages.bulkDelete(gone) : Promise.resolve(),
    db.pointPages.bulkPut(plans.flatMap((one) => one.pages)),
    db.subjects.bulkPut(plans.map((one) => one.summary)),
  ]);
}
