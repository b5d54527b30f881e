/** Which parts of a row stay outside its seal, table by table: keys and indexes, nothing else. Pure. */
import { BrokenSealError, type Sealer } from '../lock';

/** Tables whose keys are themselves private (names, hosts, units): stored under a keyed digest. */
const CONCEALED: readonly string[] = ['confirmedSites', 'hostSites', 'siteHealth', 'drafts'];
/** What the store says of itself is never sealed: recovery, versions and the lock are read without the key. */
export const OPEN_TABLE = 'meta';

export interface TableShape {
  name: string;
  /** Fields of the primary key. */
  keyPath: readonly string[];
  autoIncrement: boolean;
  /** Fields of the other indexes. */
  indexed: readonly string[];
  concealed: boolean;
}

type Row = Record<string, unknown>;

export function tableShape(name: string, keys: string[], autoIncrement: boolean, indexes: string[]): TableShape {
  const indexed = [...new Set(indexes)].filter((field) => !keys.includes(field));
  return { name, keyPath: keys, autoIncrement, indexed, concealed: CONCEALED.includes(name) };
}

/** The shape from Dexie's own notation (`[subject+month+part], month`, `++seq`). */
export function shapeFromStores(name: string, stores: string): TableShape {
  const parts = stores.split(',').map((part) => part.trim());
  const fields = (part: string) => part.replace(/^\+\+|[[\]&*]/g, '').split('+');
  const [primary = '', ...others] = parts;
  return tableShape(name, fields(primary), primary.startsWith('++'), others.flatMap(fields));
}

/** What is stored for a row. */
export function sealRow(shape: TableShape, sealer: Sealer, row: Row): Row {
  const outside: Row = {};
  for (const field of [...shape.keyPath, ...shape.indexed]) if (field in row) outside[field] = row[field];
  if (shape.concealed) for (const field of shape.keyPath) outside[field] = concealed(shape, sealer, row[field]);
  return { ...outside, sealed: sealer.seal(placeOf(shape, outside), row) };
}

/** The row again. @throws BrokenSealError */
export function unsealRow(shape: TableShape, sealer: Sealer, stored: Row): Row {
  const { sealed, ...outside } = stored;
  // An open row among sealed ones was put there by somebody without the key.
  if (typeof sealed !== 'string') throw new BrokenSealError(`a row of ${shape.name} is not sealed`);
  return sealer.unseal(placeOf(shape, outside), sealed) as Row;
}

export function isSealed(row: unknown): boolean {
  return typeof row === 'object' && row !== null && 'sealed' in row && typeof row.sealed === 'string';
}

/** The key a row with this key is stored under. */
export function concealed(shape: TableShape, sealer: Sealer, key: unknown): unknown {
  return shape.concealed ? sealer.conceal(shape.name, String(key)) : key;
}

function placeOf(shape: TableShape, outside: Row): unknown[] {
  return [shape.name, ...[...shape.keyPath, ...shape.indexed].map((field) => outside[field] ?? null)];
}
