/** What can be said of a dump, and dumps made from others. Pure. */
import type { Canary } from '../model/canary';
import type { StoreDump, StoreState } from '../model/store-dump';
import { countRows } from './replay';

type Numbers = Omit<Extract<StoreState, { state: 'readable' }>, 'state'>;

/** Only the numbers of a readable store. */
export function numbersOf(state: Extract<StoreState, { state: 'readable' }>): Numbers {
  const { schemaVersion, seq, counts } = state;
  return { schemaVersion, seq, counts };
}

/** The state of the store a dump was taken of. */
export function stateOf(dump: StoreDump): StoreState {
  return { state: 'readable', schemaVersion: dump.schemaVersion, seq: dump.seq, counts: countRows(dump) };
}

/** The same rows under another commit number. */
export function renumbered(dump: StoreDump, seq: number, at: Date): StoreDump {
  // A store of which little could be read may have lost even this table.
  const meta = dump.tables['meta'] ?? { keyPath: 'key', rows: [] };
  const rows = meta.rows.filter((row) => (row as { key?: unknown }).key !== 'seq'); // rows of meta all have a key
  const table = { ...meta, rows: [...rows, { key: 'seq', seq, at: at.toISOString() }] };
  return { ...dump, seq, tables: { ...dump.tables, meta: table } };
}

/** A store with nothing in it but its version and number. */
export function emptyDump(schemaVersion: number, seq: number, at: Date): StoreDump {
  const schema = { key: 'schema', schemaVersion, minWriter: schemaVersion };
  const rows = [schema, { key: 'seq', seq, at: at.toISOString() }];
  return { schemaVersion, seq, tables: { meta: { keyPath: 'key', rows } } };
}

/** A canary that knows no more of a store than can be seen of it now. */
export function canaryOf(database: string, { schemaVersion, seq, counts }: Numbers, at: Date): Canary {
  const unknown = { digest: '', at: at.toISOString(), snapshotSeq: 0, forgetDue: false };
  return { version: 1, database, schemaVersion, seq, counts, ...unknown };
}
