/** Dumps as maps of rows: commits played onto a dump, and two dumps compared. Pure. */
import type { Commit, StoreDump, StoredKey } from '../model/store-dump';

/** The key of a row by its table's key path. @throws when the row has none */
export function keyOf(row: unknown, keyPath: string | string[]): StoredKey {
  if (typeof keyPath === 'string') return part(row, keyPath);
  return keyPath.map((path) => part(row, path)).flat();
}

function part(row: unknown, path: string): string | number {
  // Rows come from the database or from a file whose digest was right: an object with its key inside.
  const value = (row as Record<string, unknown> | null)?.[path];
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`a row without its key ${path}`);
  return value;
}

/** `dump` with `commits` played onto it in order. @throws when one is missing in between */
export function replay(dump: StoreDump, commits: readonly Commit[]): StoreDump {
  const maps = new Map(
    Object.entries(dump.tables).map(([name, { keyPath, rows }]): [string, Map<string, unknown>] => [
      name,
      new Map(rows.map((row) => [JSON.stringify(keyOf(row, keyPath)), row])),
    ]),
  );
  let { seq } = dump;
  for (const commit of commits) {
    if (commit.seq !== seq + 1) throw new Error(`commit ${seq + 1} is missing`);
    seq = commit.seq;
    for (const { table, cleared, deletes, puts } of commit.changes) {
      const map = maps.get(table);
      if (map === undefined) throw new Error(`a change of an unknown table ${table}`);
      if (cleared) map.clear();
      for (const key of deletes) map.delete(JSON.stringify(key));
      for (const [key, row] of puts) map.set(JSON.stringify(key), row);
    }
  }
  const tables = Object.fromEntries(
    Object.entries(dump.tables).map(([name, { keyPath }]) => [
      name,
      { keyPath, rows: [...(maps.get(name)?.values() ?? [])] },
    ]),
  );
  return { schemaVersion: dump.schemaVersion, seq, tables };
}

/** How `found` differs from `wanted`, in rows; all zero when they hold the same. */
export interface Difference {
  missing: number;
  changed: number;
  extra: number;
}

export function compareDumps(wanted: StoreDump, found: StoreDump): Difference {
  const result: Difference = { missing: 0, changed: 0, extra: 0 };
  for (const name of new Set([...Object.keys(wanted.tables), ...Object.keys(found.tables)])) {
    const there = rowTexts(found, name);
    for (const [key, text] of rowTexts(wanted, name)) {
      const other = there.get(key);
      if (other === undefined) result.missing++;
      else if (other !== text) result.changed++;
      there.delete(key);
    }
    result.extra += there.size;
  }
  return result;
}

export function isSame({ missing, changed, extra }: Difference): boolean {
  return missing === 0 && changed === 0 && extra === 0;
}

function rowTexts(dump: StoreDump, name: string): Map<string, string> {
  const table = dump.tables[name];
  if (table === undefined) return new Map();
  return new Map(table.rows.map((row) => [JSON.stringify(keyOf(row, table.keyPath)), JSON.stringify(row)]));
}

/** Rows of each table. */
export function countRows(dump: StoreDump): Record<string, number> {
  return Object.fromEntries(Object.entries(dump.tables).map(([name, { rows }]) => [name, rows.length]));
}
