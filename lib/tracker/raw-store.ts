/** Databases as plain rows, by IndexedDB itself: read without bringing them to a newer shape, and built anew from a dump. */
import { Dexie } from 'dexie';
import type { StoreAccess, StoreDump, StoreFloor, StoreState, StoredTable } from '../model/store-dump';
import { MIGRATIONS } from './all-migrations';
import { homeOf, namesThere, removeHomes } from './homes';
import { patiently } from './patience';

// Dexie multiplies its versions by ten.
const SCALE = 10;
/** A database that does not answer in this time (ms) waits for somebody else: no sign that it is damaged. */
const OPEN_MS = 8_000;
/** Rows read at a time. */
const BATCH = 200;

/** `base` names the first database; later ones are `base-2`, `base-3`, … */
export function createStoreAccess(base = 'sotay'): StoreAccess {
  const place = (name: string) => (name === base ? 1 : Number(name.slice(base.length + 1)));
  const list = async () => {
    // Just when the browser finds a damaged store and throws it away, the first question fails and the next does not.
    let there = await namesThere();
    for (let tried = 1; there.ordinaryFailed && tried < 3; tried++) {
      await new Promise((resolve) => setTimeout(resolve, 150 * tried));
      there = await namesThere();
    }
    // It is there as long as nobody can say that it is not.
    const names = there.ordinaryFailed ? [base, ...there.names] : there.names;
    return names
      .filter((name) => name === base || new RegExp(`^${base}-\\d+$`).test(name))
      .sort((a, b) => place(a) - place(b));
  };
  /** Null when there is no such database; none is made. */
  const open = async (name: string): Promise<IDBDatabase | null> => {
    const home = await homeOf(name);
    return new Promise((resolve, reject) => {
      const request = home.open(name);
      let isNew = false;
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        reject(new DOMException(`the database ${name} does not answer`, 'TimeoutError'));
      }, OPEN_MS);
      request.onupgradeneeded = () => {
        isNew = true;
        request.transaction?.abort();
      };
      request.onsuccess = () => {
        clearTimeout(timer);
        if (isLate) request.result.close();
        else resolve(request.result);
      };
      request.onerror = (event) => {
        clearTimeout(timer);
        event.preventDefault();
        if (isNew) resolve(null);
        else reject(request.error ?? new Error('cannot be opened'));
      };
    });
  };
  const within = async <T>(name: string, work: (db: IDBDatabase) => Promise<T>): Promise<T> => {
    const db = await open(name);
    if (db === null) throw new Error(`there is no database ${name}`);
    return using(db, work);
  };

  const access: StoreAccess = {
    list,
    async inspect(name): Promise<StoreState> {
      try {
        if (!(await list()).includes(name)) return { state: 'absent' };
        const db = await open(name);
        // A bucket whose database was never made.
        if (db === null) return { state: 'absent' };
        return await using(db, async () => {
          const tables = [...db.objectStoreNames];
          const schemaVersion = shapeOf(db);
          if (!tables.includes('meta')) return { state: 'readable', schemaVersion, seq: 0, counts: {} };
          const transaction = db.transaction(tables);
          const [row, floor, ...counts] = await Promise.all([
            done<unknown>(transaction.objectStore('meta').get('seq')),
            done<unknown>(transaction.objectStore('meta').get('floor')),
            ...tables.map((table) => done(transaction.objectStore(table).count())),
          ]);
          const numbers = Object.fromEntries(tables.map((table, index) => [table, counts[index] ?? 0]));
          return { state: 'readable', schemaVersion, seq: seqOf(row), counts: numbers, ...floorOf(floor) };
        });
      } catch (error) {
        if (error instanceof DOMException && error.name === 'TimeoutError') throw error;
        return { state: 'unreadable', reason: describe(error) };
      }
    },
    async readMeta(name, key) {
      if (!(await list()).includes(name)) return null;
      return within(name, async (db) => {
        if (!db.objectStoreNames.contains('meta')) return null;
        return (await done<unknown>(db.transaction('meta').objectStore('meta').get(key))) ?? null;
      });
    },
    dump: (name) =>
      patiently((alive) =>
        within(name, async (db) => {
          alive();
          const names = [...db.objectStoreNames];
          const transaction = db.transaction(names);
          const rows = new Map<string, unknown[]>();
          for (const table of names) {
            rows.set(table, await readAll(transaction.objectStore(table), alive));
          }
          return asDump(db, names, (table) => rows.get(table) ?? []);
        }),
      ),
    async salvage(name) {
      const nothing = { schemaVersion: MIGRATIONS.at(-1)?.version ?? 1, seq: 0, tables: {}, missed: 0 };
      try {
        return await within(name, async (db) => {
          const names = [...db.objectStoreNames];
          const rows = new Map<string, unknown[]>();
          let missed = 0;
          for (const table of names) {
            const read = await salvageTable(db, table);
            rows.set(table, read.rows);
            missed += read.missed;
          }
          return { ...asDump(db, names, (table) => rows.get(table) ?? []), missed };
        });
      } catch {
        return nothing;
      }
    },
    async build(name, dump) {
      if ((await list()).includes(name)) throw new Error(`there is a database ${name} already`);
      const shape = MIGRATIONS.find(({ version }) => version === dump.schemaVersion);
      if (shape === undefined) throw new Error(`no shape of version ${dump.schemaVersion} is known`);
      const made = new Dexie(name, { indexedDB: await homeOf(name) });
      made.version(shape.version).stores(shape.stores);
      try {
        await made.open();
        const db = made.backendDB();
        const transaction = db.transaction([...db.objectStoreNames], 'readwrite', { durability: 'strict' });
        for (const table of db.objectStoreNames)
          for (const row of dump.tables[table]?.rows ?? []) transaction.objectStore(table).put(row);
        await ended(transaction);
      } catch (error) {
        // There was none of this name: what was begun is nobody's. Without room even that may fail.
        made.close();
        await removeHomes(name).catch(() => {});
        throw error;
      }
      made.close();
      const back = await access.dump(name);
      const same = Object.keys(back.tables).every(
        (table) => textOf(back.tables[table]) === textOf(dump.tables[table] ?? { keyPath: '', rows: [] }),
      );
      if (!same) throw new Error('the new database does not hold what was written');
    },
    remove: removeHomes,
  };
  return access;
}

/** All rows in order, some hundred at a time. */
async function readAll(store: IDBObjectStore, alive: () => void = () => {}): Promise<unknown[]> {
  const rows: unknown[] = [];
  let range: IDBKeyRange | null = null;
  for (;;) {
    const [keys, batch]: [IDBValidKey[], unknown[]] = await Promise.all([
      done(store.getAllKeys(range, BATCH)),
      done(store.getAll(range, BATCH)),
    ]);
    alive();
    for (const row of batch) rows.push(row);
    const last = keys.at(-1);
    if (last === undefined || batch.length < BATCH) return rows;
    range = IDBKeyRange.lowerBound(last, true);
  }
}

async function salvageTable(db: IDBDatabase, table: string): Promise<{ rows: unknown[]; missed: number }> {
  try {
    return { rows: await readAll(db.transaction(table).objectStore(table)), missed: 0 };
  } catch {
    const rows: unknown[] = [];
    let missed = 0;
    let keys: IDBValidKey[] = [];
    try {
      keys = await done(db.transaction(table).objectStore(table).getAllKeys());
    } catch {
      return { rows, missed: 1 };
    }
    for (const key of keys) {
      try {
        rows.push(await done(db.transaction(table).objectStore(table).get(key)));
      } catch {
        missed++;
      }
    }
    return { rows, missed };
  }
}

function asDump(db: IDBDatabase, names: string[], rowsOf: (table: string) => unknown[]): StoreDump {
  const stores = names.length === 0 ? null : db.transaction(names);
  const tables = Object.fromEntries(
    names.map((table): [string, StoredTable] => [
      table,
      { keyPath: (stores?.objectStore(table).keyPath ?? 'id') as string | string[], rows: rowsOf(table) }, // all our tables have inbound keys
    ]),
  );
  const meta = rowsOf('meta').find((row) => (row as { key?: unknown } | null)?.key === 'seq');
  return { schemaVersion: shapeOf(db), seq: seqOf(meta), tables };
}

/** Dexie counts up within a version when it adds what was missing. */
function shapeOf(db: IDBDatabase): number {
  return Math.floor(db.version / SCALE);
}

function seqOf(row: unknown): number {
  const seq = (row as { seq?: unknown } | null | undefined)?.seq;
  return typeof seq === 'number' ? seq : 0;
}

function floorOf(row: unknown): { floor?: StoreFloor } {
  const { seq, database } = (row ?? {}) as { seq?: unknown; database?: unknown }; // any value may be looked at so
  return typeof seq === 'number' && typeof database === 'string' ? { floor: { seq, database } } : {};
}

function textOf(table: StoredTable | undefined): string {
  return JSON.stringify((table?.rows ?? []).map((row) => JSON.stringify(row)).sort());
}

async function using<T>(db: IDBDatabase, work: (db: IDBDatabase) => Promise<T>): Promise<T> {
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
  });
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown';
}
