/** What the desk worker does for each call; it holds the last list read and one open store. */
import { csv, json, xlsx } from '@/lib/formats';
import { readReadings, type ReadingsFile } from '@/lib/importers';
import type { ReadingRow } from '@/lib/model/tally';
import { deriveKey } from '@/lib/lock/derive-key';
import { type Period, periodBefore, yearBefore } from '@/lib/model/period';
import { compareGains } from '@/lib/tally/compare';
import { tallyRows } from '@/lib/tally/compute';
import { findDoubts } from '@/lib/tally/identity';
import { matchRoster } from '@/lib/tally/match';
import { lastCommit, listActivity, listReadingRows, listTrends, openTracker, type TrackerDb } from '@/lib/tracker';
import { type ReviewItem, reviewItems } from '../roster/review-state';
import type { DeskCall, DeskCalls, ListPreview, PersonFacts, ToDesk } from './desk-calls';

/** Tasks with what they remember between calls. */
export function createDeskTasks() {
  let list: { file: ReadingsFile; items: ReviewItem[] } | null = null;
  let store: { name: string; db: TrackerDb } | null = null;

  const open = (name: string, key: Uint8Array | null) => {
    if (store?.name !== name || store.db.key?.join() !== key?.join()) store = { name, db: openTracker(name, { key }) };
    return store.db;
  };

  const tasks: { [K in DeskCall]: (ask: DeskCalls[K]['ask']) => Promise<DeskCalls[K]['answer']> } = {
    deriveKey: ({ passphrase, kdf }) => Promise.resolve(deriveKey(passphrase, kdf)),

    async readList({ input, roster }) {
      list = null;
      const read = await readReadings(input, { namesAlone: true });
      list = { file: read, items: reviewItems(matchRoster(read.rows, roster)) };
      return preview(read, list.items.length);
    },

    takePeople({ from, limit }) {
      if (list === null) return Promise.reject(new Error('no list was read'));
      const { file } = list;
      const items = list.items.slice(from, from + limit);
      return Promise.resolve({ items, facts: items.flatMap((item) => factsOf(item, file.rows) ?? []) });
    },

    takeReadings({ owners, from, limit }) {
      if (list === null) return Promise.reject(new Error('no list was read'));
      const { rows } = list.file;
      const all = owners.flatMap(({ memberId, rows: own }) =>
        own.flatMap((index) => {
          const row = rows[index];
          return row && hasTotal(row) ? [{ memberId, row }] : [];
        }),
      );
      return Promise.resolve({ readings: all.slice(from, from + limit), total: all.length });
    },

    async tally({ database, key, unit, label, period, rankBy, rankMethod, now }) {
      const db = open(database, key);
      // Before the rows: a change that comes while they are read makes the answer old, never the other way round.
      const commit = await lastCommit(db);
      const [{ rows, sources }, activity] = await Promise.all([
        listReadingRows(db, { unit, ...period }),
        listActivity(db, period),
      ]);
      const options = { period, unit: label, rankBy, rankMethod, sources, activity, now: new Date(now) };
      return { known: tallyRows(rows, options), commit };
    },

    async compare({ database, key, unit, known, now }) {
      const db = open(database, key);
      const over = async (period: Period) => {
        const { rows } = await listReadingRows(db, { unit, ...period });
        return tallyRows(rows, { period, now: new Date(now) });
      };
      const { period } = known.tally;
      const before = compareGains(known, await over(periodBefore(period)));
      const yearAgo = compareGains(known, await over(yearBefore(period)));
      return { before, yearAgo, ...(await listTrends(db, known.members, period.to)) };
    },

    async exportTally({ tally, kind, letterhead, changes }) {
      const format = { xlsx, csvSemicolon: csv, csvComma: csv, json }[kind];
      const bytes = await format.write(tally, { letterhead, changes, delimiter: kind === 'csvComma' ? ',' : ';' });
      return { bytes: bytes.slice().buffer, mime: format.mime, extension: format.extension };
    },

    async writeDocument({ id, input, profile, format, delimiter }) {
      const { makeFromUnknown, writeDocument } = await import('@/lib/documents');
      const { paper, file } = makeFromUnknown(id, input, profile);
      const { bytes, mime, extension } = await writeDocument(paper, format, { delimiter });
      return { bytes: bytes.slice().buffer, mime, name: `${file}${extension}` };
    },
  };

  return {
    run(message: ToDesk): Promise<unknown> {
      // ToDesk pairs each call with its own ask; the table above has the same pairs.
      const task = tasks[message.call] as (ask: unknown) => Promise<unknown>;
      return task(message.ask);
    },
  };
}

function preview(read: ReadingsFile, people: number): ListPreview {
  return {
    source: read.source,
    rows: read.rows.length,
    readings: read.rows.filter(hasTotal).length,
    droppedColumns: [...new Set(read.dropped.map((one) => one.header))],
    ignoredColumns: [...new Set(read.ignored)],
    doubts: findDoubts(read.rows),
    people,
  };
}

/** Null when the list tells nothing but points. */
function factsOf(person: { rows: number[] }, rows: readonly ReadingRow[]): PersonFacts | null {
  const own = person.rows.flatMap((index) => rows[index] ?? []);
  // The last row that says something counts: a file is written from old to new.
  const last = <T>(read: (row: ReadingRow) => T | null | undefined) =>
    own.reduce<T | null>((found, row) => read(row) ?? found, null);
  const facts = {
    firstRow: person.rows[0] ?? -1,
    role: last((row) => row.role),
    installed: last((row) => row.installed),
    eligible: last((row) => row.eligible),
    reason: last((row) => row.reason),
    status: last((row) => row.status),
    loggedIn: last((row) => row.loggedIn),
    joinedOn: last((row) => row.joinedOn),
    leftOn: last((row) => row.leftOn),
  };
  const { firstRow: _row, ...told } = facts;
  return Object.values(told).every((one) => one === null) ? null : facts;
}

function hasTotal(row: ReadingRow): boolean {
  return row.day !== null && row.total !== null;
}
