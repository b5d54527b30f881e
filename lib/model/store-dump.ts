/** The store as plain rows, and one commit as plain changes: what snapshots, the change log and recovery work on. */

/** A key of a record as JSON holds it: text, number, or several of them. */
export type StoredKey = string | number | (string | number)[];

export interface StoredTable {
  keyPath: string | string[];
  /** As they lie in the database (sealed while the lock is on), in key order. */
  rows: unknown[];
}

export interface StoreDump {
  schemaVersion: number;
  /** Number of the last commit; every commit that changed anything has the next number. */
  seq: number;
  tables: Record<string, StoredTable>;
}

/** What one commit did to one table: emptied first when `cleared`, then `deletes`, then `puts`. */
export interface StoreChange {
  table: string;
  cleared: boolean;
  deletes: StoredKey[];
  puts: [key: StoredKey, row: unknown][];
}

export interface Commit {
  seq: number;
  /** Shape of the store it changed: it can only be played onto a dump of the same shape. */
  schemaVersion: number;
  /** ISO instant. */
  at: string;
  changes: StoreChange[];
}

/** What a look at a database without reading its rows tells. */
export type StoreState =
  | { state: 'absent' }
  | { state: 'unreadable'; reason: string }
  | { state: 'readable'; schemaVersion: number; seq: number; counts: Record<string, number>; floor?: StoreFloor };

/** Copies with a smaller number and databases made before this one are of before the lock was last switched. */
export interface StoreFloor {
  seq: number;
  database: string;
}

/** Raw access to databases by name, beneath every layer that packs, checks or seals. */
export interface StoreAccess {
  /** @throws when the database does not answer: somebody else may hold it. */
  inspect(name: string): Promise<StoreState>;
  /** One row of the table `meta`; null when there is none, or no such database. */
  readMeta(name: string, key: string): Promise<unknown>;
  /** All rows in one transaction. @throws when any cannot be read. */
  dump(name: string): Promise<StoreDump>;
  /** What can be read, row by row where a whole table cannot; never throws. `missed` counts rows known but unreadable. */
  salvage(name: string): Promise<StoreDump & { missed: number }>;
  /** Makes a new database with these rows, reads it back and compares. @throws when it exists or differs. */
  build(name: string, dump: StoreDump): Promise<void>;
  /** Names of our databases, oldest first. */
  list(): Promise<string[]>;
  /**
   * Deletes databases for good: for erasing on request, never for repair. With none, the browser is made to drop the bytes
   * of what was deleted before.
   */
  remove(...names: string[]): Promise<void>;
}
