/** The floor of a store: when its rows were last sealed or unsealed, everything older has to go. Kept in the store itself. */
import type { StoreAccess, StoreDump, StoreFloor } from '../model/store-dump';
import { removeCommits } from './change-log';
import type { FileFolder } from './ports';
import { listGenerations } from './snapshots';

interface Places {
  stores: StoreAccess;
  snapshots: FileFolder;
  log: FileFolder;
}

/** `dump` with the floor that makes everything before it old. */
export function withFloor(dump: StoreDump, floor: StoreFloor): StoreDump {
  const meta = dump.tables['meta'];
  if (meta === undefined) throw new Error('a dump without the table meta');
  const rows = meta.rows.filter((row) => (row as { key?: unknown }).key !== 'floor'); // rows of meta all have a key
  return { ...dump, tables: { ...dump.tables, meta: { ...meta, rows: [...rows, { key: 'floor', ...floor }] } } };
}

/**
 * Removes every copy and database below the floor. Call only when a snapshot at or above it stands: the old ones are the
 * only copies until then.
 */
export async function forgetBelow(
  { stores, snapshots, log }: Places,
  database: string,
  floor: StoreFloor,
): Promise<void> {
  for (const { name, seq } of await listGenerations(snapshots)) if (seq < floor.seq) await snapshots.remove(name);
  await removeCommits(log, (seq) => seq <= floor.seq);
  await stores.remove(...(await oldDatabases(stores, database, floor)));
}

/** Databases made before the floor, and those that a switch began to build and never went over to. */
async function oldDatabases(stores: StoreAccess, database: string, floor: StoreFloor): Promise<string[]> {
  const old: string[] = [];
  for (const name of await stores.list()) {
    if (name === database) continue;
    if (placeOf(name) < placeOf(floor.database)) old.push(name);
    else if (placeOf(name) > placeOf(database)) {
      const state = await stores.inspect(name);
      if (state.state === 'readable' && state.floor?.seq !== floor.seq) old.push(name);
    }
  }
  return old;
}

function placeOf(name: string): number {
  return Number(/-(\d+)$/.exec(name)?.[1] ?? 1);
}
