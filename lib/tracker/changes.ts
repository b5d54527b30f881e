/** Notes what each transaction changed, beneath everything else Dexie does to it, so that a commit can be written down whole. */
import { Dexie, type DBCore, type DBCoreMutateRequest, type DBCoreTable, type Middleware } from 'dexie';
import type { StoreChange, StoredKey } from '../model/store-dump';

// Dexie's DBCoreRangeType.Any; a const enum, which cannot be imported with isolated modules.
const ANY = 3;

const noted = new WeakMap<object, StoreChange[]>();

/** What the transaction has changed so far, in order; one entry per request. */
export function changesOf(transaction: IDBTransaction): StoreChange[] {
  return noted.get(transaction) ?? [];
}

/** Innermost middleware: sees rows as they are stored. */
export const noteChanges: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'noteChanges',
  level: -10,
  create: (core) => ({
    ...core,
    table: (name) => {
      const table = core.table(name);
      return { ...table, mutate: (request) => mutate(table, request) };
    },
  }),
};

function mutate(table: DBCoreTable, request: DBCoreMutateRequest): ReturnType<DBCoreTable['mutate']> {
  const { primaryKey } = table.schema;
  const note = (change: Omit<StoreChange, 'table'>) => {
    const list = noted.get(request.trans);
    if (list) list.push({ table: table.name, ...change });
    else noted.set(request.trans, [{ table: table.name, ...change }]);
  };
  switch (request.type) {
    case 'add':
    case 'put': {
      const wanted = primaryKey.autoIncrement === true ? { ...request, wantResults: true } : request;
      return table.mutate(wanted).then((result) => {
        const puts = request.values.flatMap((row: object, index): [StoredKey, unknown][] => {
          if (result.failures[index] !== undefined) return [];
          // Keys of our tables are text, numbers or lists of them.
          const key = (primaryKey.extractKey?.(row) ?? result.results?.[index] ?? result.lastResult) as StoredKey;
          const { keyPath } = primaryKey;
          const whole = typeof keyPath === 'string' && !(keyPath in row) ? { ...row, [keyPath]: key } : row;
          return [[key, whole]];
        });
        note({ cleared: false, deletes: [], puts });
        return result;
      });
    }
    case 'delete':
      return table.mutate(request).then((result) => {
        note({ cleared: false, deletes: request.keys as StoredKey[], puts: [] }); // keys of our tables, as above
        return result;
      });
    case 'deleteRange': {
      if ((request.range.type as number) === ANY) {
        return table.mutate(request).then((result) => {
          note({ cleared: true, deletes: [], puts: [] });
          return result;
        });
      }
      const query = { index: primaryKey, range: request.range };
      return table.query({ trans: request.trans, values: false, query }).then(({ result: keys }) =>
        table.mutate(request).then((result) => {
          note({ cleared: false, deletes: keys as StoredKey[], puts: [] }); // keys of our tables, as above
          return result;
        }),
      );
    }
    default:
      // A kind of change this program does not know would go unnoted: better refused than unprotected.
      return Dexie.Promise.reject(new Error('unknown kind of change')) as never; // never resolves to a value
  }
}
