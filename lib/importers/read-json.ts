/** JSON as a table: an array of rows, `sotay-tally-readings`, or a captured ranking in `sotay-observations`. */
import { refuseFile } from './import-error';
import type { RawCell, Table } from './table';

/** One table whose row 0 holds the keys; row n is the n-th element. @throws ImportError `badJson`, `noDateInFile` */
export function readJson(file: string, text: string): Table[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw refuseFile(file, 'badJson', `not valid JSON: ${error instanceof Error ? error.message : error}`);
  }
  if (Array.isArray(data)) return [toTable(file, data)];
  if (!isRecord(data)) throw refuseFile(file, 'badJson', 'expected an array of rows');
  if (data.format === 'sotay-tally-readings' && Array.isArray(data.rows)) return [toTable(file, data.rows)];
  if (data.format === 'sotay-observations') return fromObservations(file, data);
  throw refuseFile(
    file,
    'badJson',
    'expected an array of rows, or the formats "sotay-tally-readings" or "sotay-observations"',
  );
}

function toTable(file: string, items: readonly unknown[]): Table {
  const keys = new Set<string>();
  items.forEach((item, index) => {
    if (!isRecord(item)) throw refuseFile(file, 'badJson', `row ${index + 1} is not an object with named values`);
    for (const key of Object.keys(item)) keys.add(key);
  });
  const header = [...keys];
  const rows = items.map((item, index) =>
    header.map((key): RawCell => {
      // Own properties only: a key such as "constructor" must not reach what every object inherits.
      const value: unknown = isRecord(item) && Object.hasOwn(item, key) ? item[key] : null;
      if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
        return value;
      }
      throw refuseFile(file, 'badJson', `row ${index + 1}, "${key}": expected a text, a number or true/false`);
    }),
  );
  return { file, sheet: null, rows: [header, ...rows], firstRow: 0, serialDates: false };
}

function fromObservations(file: string, data: Record<string, unknown>): Table[] {
  const readAt = data.readAt;
  if (typeof readAt !== 'string') {
    throw refuseFile(
      file,
      'noDateInFile',
      'these observations carry no reading time ("readAt"), so they cannot be dated',
    );
  }
  const tables = Array.isArray(data.tables) ? data.tables : [];
  const rows = tables.flatMap((table: unknown) =>
    isRecord(table) && table.kind === 'ranking' && Array.isArray(table.rows) ? table.rows : [],
  );
  const kept = rows.map((row: unknown) => {
    const cells = isRecord(row) ? row : {};
    const total = cells.total ?? cells.points ?? cells.score ?? null;
    return { name: cells.name ?? null, code: cells.code ?? null, role: cells.role ?? null, date: readAt, total };
  });
  return [toTable(file, kept)];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
