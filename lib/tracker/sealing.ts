/** Dexie middleware that seals every row of a locked store; beneath it (change notes, copies, disk) only sealed rows exist. */
import {
  Dexie,
  type DBCore,
  type DBCoreAddRequest,
  type DBCoreCursor,
  type DBCoreMutateRequest,
  type DBCoreMutateResponse,
  type DBCorePutRequest,
  type DBCoreTable,
  type Middleware,
} from 'dexie';
import { LockedError, type Sealer } from '../lock';
import { OPEN_TABLE, type TableShape, concealed, isSealed, sealRow, tableShape, unsealRow } from './sealed-rows';

/** What the middleware goes by; `locked` is set once the store was opened and found locked without a key. */
export interface SealState {
  sealer: Sealer | null;
  locked: boolean;
}

type Row = Record<string, unknown>;
// Dexie's DBCoreRangeType; a const enum, which cannot be imported with isolated modules.
const EQUAL = 1;
const ANY = 3;

/** Outside `noteChanges`, inside everything of Dexie's own. */
export function sealing(state: SealState): Middleware<DBCore> {
  return {
    stack: 'dbcore',
    name: 'sealing',
    level: -5,
    create: (core) => ({
      ...core,
      // Tables that begin with `$` are Dexie's own.
      table: (name) =>
        name === OPEN_TABLE || name.startsWith('$') ? core.table(name) : sealedTable(core.table(name), state),
    }),
  };
}

function sealedTable(table: DBCoreTable, state: SealState): DBCoreTable {
  const { primaryKey, indexes } = table.schema;
  const fields = (path: string | string[] | null) => (path === null ? [] : typeof path === 'string' ? [path] : path);
  const shape = tableShape(
    table.name,
    fields(primaryKey.keyPath),
    primaryKey.autoIncrement === true,
    indexes.flatMap(({ keyPath }) => fields(keyPath)),
  );
  const open = (row: unknown): unknown => {
    if (row === undefined || row === null) return row;
    if (state.sealer !== null) return unsealRow(shape, state.sealer, row as Row); // rows of our tables are objects
    if (isSealed(row)) throw new LockedError();
    return row;
  };
  const keyIn = (key: unknown): unknown => (state.sealer === null ? key : concealed(shape, state.sealer, key));
  const hides = () => shape.concealed && state.sealer !== null;
  // A locked store must never look like an empty one.
  const refused = () => (state.locked ? (Dexie.Promise.reject(new LockedError()) as never) : null);
  const unknownRange = () =>
    Dexie.Promise.reject(new Error(`${table.name} can be asked only by whole keys, or for all rows`)) as never;

  return {
    ...table,
    get: (request) => refused() ?? table.get({ ...request, key: keyIn(request.key) }).then(open),
    getMany: (request) =>
      refused() ?? table.getMany({ ...request, keys: request.keys.map(keyIn) }).then((rows) => rows.map(open)),
    count: (request) => refused() ?? table.count(request),
    query(request) {
      const no = refused();
      if (no) return no;
      const { range, index } = request.query;
      if (!hides()) {
        if (request.values !== true) return table.query(request);
        return table.query(request).then(({ result }) => ({ result: result.map(open) }));
      }
      const type = range.type as number;
      if (type !== ANY && type !== EQUAL) return unknownRange();
      const asked =
        type === ANY
          ? request.query
          : { index, range: { ...range, lower: keyIn(range.lower), upper: keyIn(range.upper) } };
      return table.query({ ...request, values: true, query: asked }).then(({ result }) => {
        const rows = result.map(open) as Row[]; // rows of our tables are objects
        return { result: request.values === true ? rows : rows.map((row) => primaryKey.extractKey?.(row)) };
      });
    },
    openCursor(request) {
      const no = refused();
      if (no) return no;
      if (hides()) return unknownRange();
      return table.openCursor(request).then((cursor) => cursor && unsealing(cursor, open, request.values === true));
    },
    mutate(request) {
      const no = refused();
      if (no) return no;
      if (state.sealer === null) return table.mutate(request);
      return mutate(table, shape, state.sealer, request);
    },
  };
}

function unsealing(cursor: DBCoreCursor, open: (row: unknown) => unknown, values: boolean): DBCoreCursor {
  return Object.create(cursor, {
    // The browser's own cursor answers only to itself.
    key: { get: () => cursor.key as unknown },
    primaryKey: { get: () => cursor.primaryKey as unknown },
    value: { get: () => (values ? open(cursor.value) : cursor.value) as unknown },
    continue: { value: (key?: unknown) => cursor.continue(key) },
    continuePrimaryKey: { value: (key: unknown, primary: unknown) => cursor.continuePrimaryKey(key, primary) },
    advance: { value: (count: number) => cursor.advance(count) },
  }) as DBCoreCursor;
}

function mutate(
  table: DBCoreTable,
  shape: TableShape,
  sealer: Sealer,
  request: DBCoreMutateRequest,
): Promise<DBCoreMutateResponse> {
  const { primaryKey } = table.schema;
  switch (request.type) {
    case 'add':
    case 'put': {
      const rows = request.values as Row[]; // rows of our tables are objects
      if (shape.autoIncrement && rows.some((row) => primaryKey.extractKey?.(row) === undefined))
        return addNumbered(table, shape, sealer, request, rows);
      return table.mutate(sealedRequest(request, shape, sealer, rows)).then((done) => {
        if (!shape.concealed) return done;
        const keys = rows.map((row) => primaryKey.extractKey?.(row) as unknown);
        return { ...done, lastResult: keys.at(-1), ...(done.results ? { results: keys } : {}) };
      });
    }
    case 'delete':
      return table.mutate({ ...request, keys: request.keys.map((key) => concealed(shape, sealer, key)) });
    case 'deleteRange':
      if (shape.concealed && (request.range.type as number) !== ANY)
        return Dexie.Promise.reject(new Error(`${table.name} is deleted from by whole keys only`)) as never;
      return table.mutate(request);
  }
}

// What else is in a request (criteria, change specifications) names values: none of it goes further down.
function sealedRequest(
  { type, trans, wantResults, keys }: DBCoreAddRequest | DBCorePutRequest,
  shape: TableShape,
  sealer: Sealer,
  rows: Row[],
): DBCoreMutateRequest {
  const values = rows.map((row) => sealRow(shape, sealer, row));
  return {
    type,
    trans,
    values,
    ...(wantResults === undefined ? {} : { wantResults }),
    // Dexie says null where its types say there are none.
    ...(keys ? { keys: keys.map((key) => concealed(shape, sealer, key)) } : {}),
  };
}

/** A row's number is part of its place: the numbers are drawn first, with empty rows, and then the rows sealed. */
function addNumbered(
  table: DBCoreTable,
  shape: TableShape,
  sealer: Sealer,
  request: DBCoreAddRequest | DBCorePutRequest,
  rows: Row[],
): Promise<DBCoreMutateResponse> {
  const [field = ''] = shape.keyPath;
  const { trans, type } = request;
  const blank = rows.map((row) => (row[field] === undefined ? { sealed: '' } : { [field]: row[field], sealed: '' }));
  return table.mutate({ type, trans, values: blank, wantResults: true }).then((numbered) => {
    const keyed = rows.flatMap((row, index) => {
      const key: unknown = numbered.results?.[index] ?? (rows.length === 1 ? numbered.lastResult : undefined);
      return numbered.failures[index] === undefined && key !== undefined ? [{ ...row, [field]: key }] : [];
    });
    const values = keyed.map((row) => sealRow(shape, sealer, row));
    return table.mutate({ type: 'put', trans, values }).then((put) => {
      if (put.numFailures > 0 || keyed.length + numbered.numFailures !== rows.length)
        throw new Error(`rows of ${table.name} could not be sealed`);
      return numbered;
    });
  });
}
