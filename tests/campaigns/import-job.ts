/** What the campaign `import` does: every input through its importer and into a store, judged by rules of its own. */
import 'fake-indexeddb/auto';
import { BackupRefusal, mergeData, readPayload } from '../../lib/backup';
import { ImportError, readReadings } from '../../lib/importers';
import { type AllData, SCHEMA_VERSION, allDataSchema } from '../../lib/model/all-data';
import type { NewReading } from '../../lib/model/new-reading';
import type { ReadingRow } from '../../lib/model/tally';
import { countEverything, exportEverything, openTracker, type TrackerDb } from '../../lib/tracker';
import { replaceEverything } from '../../lib/tracker/write-restore';
import { recordReadings } from '../../lib/tracker/write-readings';
import { isDay } from '../../lib/vi/dates';
import { type Input, inputOf } from './import-inputs';

const NOW = new Date('2026-11-20T05:00:00Z');
/** Every so many inputs a store begins anew, so that it stays as small as a person's. */
const STORE_LIFE = 50;
type Fault = 'crashes' | 'partial' | 'acceptedInvalid' | 'refusedValid' | 'wrongValues';

export async function fuzz(count: number, tell: (done: number) => void) {
  const found = {
    tried: 0,
    crashes: 0,
    partial: 0,
    acceptedInvalid: 0,
    refusedValid: 0,
    wrongValues: 0,
    polluted: 0,
    slowest: 0,
    kinds: {} as Record<string, { accepted: number; refused: number }>,
    examples: { crashes: [], partial: [], acceptedInvalid: [], refusedValid: [], wrongValues: [] } as Record<
      Fault,
      string[]
    >,
  };
  const own = Object.getOwnPropertyNames(Object.prototype).length;
  let db: TrackerDb | null = null;
  for (let seed = 1; seed <= count; seed++) {
    if (seed % STORE_LIFE === 1) {
      await db?.delete();
      db = openTracker(`import-${seed}`);
    }
    const input = inputOf(seed);
    const wrong = (fault: Fault, why: string) => {
      found[fault]++;
      if (found.examples[fault].length < 3) found.examples[fault].push(`seed ${seed}, ${input.shape}: ${why}`);
    };
    const kind = (found.kinds[input.kind] ??= { accepted: 0, refused: 0 });
    const began = performance.now();
    try {
      // The store is opened in the first round.
      const accepted = await (input.door === 'backup'
        ? tryBackup(input, seed, db!, wrong)
        : tryReadings(input, seed, db!, wrong));
      if (accepted) kind.accepted++;
      else kind.refused++;
      if (accepted && (input.kind === 'invalid' || input.kind === 'hostile')) wrong('acceptedInvalid', input.kind);
      if (!accepted && input.kind === 'valid') wrong('refusedValid', '');
    } catch (error) {
      wrong('crashes', error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 120) : String(error));
    }
    found.tried++;
    found.slowest = Math.max(found.slowest, performance.now() - began);
    if (seed % 1_000 === 0) tell(seed);
  }
  await db?.delete();
  found.polluted = Object.getOwnPropertyNames(Object.prototype).length - own;
  return found;
}

type Wrong = (fault: Fault, why: string) => void;

async function tryReadings(input: Input, seed: number, db: TrackerDb, wrong: Wrong): Promise<boolean> {
  const before = await countEverything(db);
  let rows: ReadingRow[];
  try {
    const read = await readReadings(
      typeof input.data === 'string' ? { name: 'x.csv', text: input.data } : { name: 'x', bytes: input.data },
    );
    rows = read.rows;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    if (error.issues.length === 0) wrong('crashes', 'a refusal without a reason');
    if (!same(before, await countEverything(db))) wrong('partial', 'a refused list left something behind');
    return false;
  }
  const bad = rows.find((row) => !isSound(row));
  if (bad !== undefined) wrong('acceptedInvalid', JSON.stringify(bad).slice(0, 100));
  if (input.rows !== undefined) {
    const told = rows.map(({ name, day, total }) => ({ name, day, total }));
    if (!same(told, input.rows)) wrong('wrongValues', JSON.stringify(told).slice(0, 100));
  }
  const readings = rows.flatMap((row) => (row.day === null || row.total === null ? [] : [toReading(row, seed)]));
  if (readings.length > 0 && readings.every(({ day }) => day <= '2026-11-20')) {
    const reply = await record(db, readings, seed % 3 === 0);
    const added = (await countEverything(db)).readings - before.readings;
    const meant = reply.ok ? reply.value.added : 0;
    if (added < meant || (!reply.ok && added !== 0)) wrong('partial', `${added} added, ${meant} told`);
  }
  return true;
}

/** With `failing` the disk refuses in the middle of the write. */
async function record(db: TrackerDb, readings: NewReading[], failing: boolean) {
  const restore = failing ? breakTable(db.subjects) : null;
  try {
    return await recordReadings(db, readings, NOW);
  } finally {
    restore?.();
  }
}

async function tryBackup(input: Input, seed: number, db: TrackerDb, wrong: Wrong): Promise<boolean> {
  const before = await exportEverything(db, NOW);
  let theirs: AllData;
  try {
    theirs = readPayload(typeof input.data === 'string' ? input.data : '', SCHEMA_VERSION);
  } catch (error) {
    if (!(error instanceof BackupRefusal)) throw error;
    if (!same(before, await exportEverything(db, NOW))) wrong('partial', 'a refused backup left something behind');
    return false;
  }
  if (!isSoundBackup(theirs)) wrong('acceptedInvalid', 'not of the schema, or an id twice');
  const failing = seed % 3 === 0;
  const restore = failing ? breakTable(db.journal) : null;
  const mode = seed % 2 === 0 ? ('merge' as const) : ('replace' as const);
  const reply = await replaceEverything(db, (ours) => mergeData(ours, theirs, { mode, conflicts: 'ours' }), {
    now: NOW,
    journal: { action: 'restoreBackup' },
  });
  restore?.();
  const after = await exportEverything(db, NOW);
  if (!reply.ok && !same(before, after)) wrong('partial', 'a failed restore changed something');
  if (!reply.ok && !failing) wrong('crashes', `${reply.code}: ${reply.detail}`);
  if (reply.ok && mode === 'replace' && after.readings.length !== theirs.readings.length)
    wrong('partial', 'not everything came');
  return true;
}

/** Makes the next writes to a table fail, as a full disk does. */
function breakTable(table: { bulkPut: unknown; put: unknown }): () => void {
  const own = { bulkPut: table.bulkPut, put: table.put };
  const fail = () => Promise.reject(new DOMException('disk full', 'QuotaExceededError'));
  Object.assign(table, { bulkPut: fail, put: fail });
  return () => Object.assign(table, own);
}

function toReading(row: ReadingRow, seed: number): NewReading {
  const none = { site: null, siteVersion: null, host: null, name: row.name, role: null, unit: null };
  // isSound was asked before: both are there.
  const { day, total } = row as { day: string; total: number };
  return {
    subject: `m${seed}`,
    day,
    at: null,
    total,
    source: 'file',
    origin: 'x',
    raw: String(total),
    where: '',
    ...none,
  };
}

function isSound({ name, day, total, code, reason }: ReadingRow): boolean {
  const shortEnough = (text: string | null, most: number) => text === null || (text !== '' && text.length <= most);
  return (
    name.trim() !== '' &&
    name.length <= 200 &&
    (day === null || isDay(day)) &&
    (total === null || (Number.isInteger(total) && total >= 0 && total <= 1e12)) &&
    shortEnough(code, 100) &&
    shortEnough(reason, 500)
  );
}

function isSoundBackup(data: AllData): boolean {
  const unique = (list: readonly object[], key: string) =>
    new Set(list.map((row) => (row as Record<string, unknown>)[key])).size === list.length;
  return (
    allDataSchema.safeParse(data).success &&
    [data.readings, data.members, data.captures, data.consents, data.requests].every((list) => unique(list, 'id')) &&
    unique(data.journal, 'seq')
  );
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
