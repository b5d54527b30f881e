/** A whole store sealed or unsealed as plain rows: what switching the lock on or off builds the new database from. Pure. */
import { createSealer } from '../lock';
import type { LockRecord } from '../model/lock';
import type { StoreDump, StoredTable } from '../model/store-dump';
import { MIGRATIONS } from './all-migrations';
import { OPEN_TABLE, isSealed, sealRow, shapeFromStores, unsealRow } from './sealed-rows';

type Row = Record<string, unknown>;

/** Seals every row under `key` and puts the record of the lock beside them. @throws when anything is sealed already */
export function sealDump(dump: StoreDump, key: Uint8Array, record: LockRecord): StoreDump {
  const sealer = createSealer(key);
  return changed(dump, record, (shape, row) => {
    if (isSealed(row)) throw new Error(`${shape.name} holds a sealed row already`);
    return sealRow(shape, sealer, row);
  });
}

/** All rows open again, without a lock. @throws BrokenSealError */
export function unsealDump(dump: StoreDump, key: Uint8Array): StoreDump {
  const sealer = createSealer(key);
  return changed(dump, null, (shape, row) => unsealRow(shape, sealer, row));
}

/** The lock a dump is under; null when its rows lie open. */
export function isLockedDump(dump: StoreDump): boolean {
  return (dump.tables[OPEN_TABLE]?.rows ?? []).some((row) => (row as Row)['key'] === 'lock'); // rows of meta have keys
}

function changed(
  dump: StoreDump,
  record: LockRecord | null,
  change: (shape: ReturnType<typeof shapeFromStores>, row: Row) => Row,
): StoreDump {
  const version = MIGRATIONS.find((one) => one.version === dump.schemaVersion);
  if (version === undefined) throw new Error(`no shape of version ${dump.schemaVersion} is known`);
  const tables = Object.entries(dump.tables).map(([name, { keyPath, rows }]): [string, StoredTable] => {
    if (name === OPEN_TABLE) {
      const others = rows.filter((row) => (row as Row)['key'] !== 'lock'); // rows of meta have keys
      return [name, { keyPath, rows: record === null ? others : [...others, record] }];
    }
    const stores = version.stores[name];
    if (typeof stores !== 'string') throw new Error(`no shape of table ${name} is known`);
    const shape = shapeFromStores(name, stores);
    return [name, { keyPath, rows: rows.map((row) => change(shape, row as Row)) }]; // rows of our tables are objects
  });
  return { ...dump, tables: Object.fromEntries(tables) };
}
