/** The JSON inside a backup (`sotay-data`, see model/all-data): written from the data, and read with every row checked. */
import * as z from 'zod';
import { type AllData, allDataSchema } from '../model/all-data';
import { DEFAULT_SETTINGS } from '../model/settings';
import { BackupRefusal } from './refusal';

/** Nesting a document may have; ours has seven levels. */
export const MAX_DEPTH = 64;
/** Characters of JSON read. */
export const MAX_TEXT = 100 * 1024 * 1024;

const shape = allDataSchema.shape;
/** The lists with the schema of one row and the field that names a row. */
const LISTS = {
  readings: [shape.readings.element, 'id'],
  members: [shape.members.element, 'id'],
  captures: [shape.captures.element, 'id'],
  consents: [shape.consents.element, 'id'],
  memberConsents: [shape.memberConsents.element, 'id'],
  requests: [shape.requests.element, 'id'],
  hostSites: [shape.hostSites.element, 'id'],
  desk: [shape.desk.element, 'id'],
  confirmedSites: [shape.confirmedSites.element, 'key'],
  deletions: [shape.deletions.element, 'seq'],
  journal: [shape.journal.element, 'seq'],
} as const;
type ListName = keyof typeof LISTS;
const LIST_NAMES = Object.keys(LISTS) as ListName[]; // the keys of the table above
/** Lists that exports of earlier shapes of the store did not have yet, by the shape that brought them. */
const SINCE: readonly (readonly [number, readonly ListName[]])[] = [
  [2, ['memberConsents', 'requests', 'deletions']],
  [3, ['hostSites']],
  [4, ['desk']],
];
const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];

const frameSchema = allDataSchema.extend(
  Object.fromEntries(LIST_NAMES.map((name) => [name, z.array(z.unknown())])) as Record<
    ListName,
    z.ZodArray<z.ZodUnknown>
  >,
);

/** The data as JSON with one record on each line: a person can read it, and a hundred thousand readings stay under 50 MB. */
export function writePayload(data: AllData): string {
  const parts = Object.entries(data).map(([key, value]) => {
    const written = Array.isArray(value)
      ? `[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`
      : JSON.stringify(value);
    return `${JSON.stringify(key)}: ${written}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

/**
 * Reads and checks a whole document; `newest` is the shape of records this program knows (`schemaVersion`).
 * @throws BackupRefusal with the first thing wrong and where it stands
 */
export function readPayload(text: string, newest: number): AllData {
  if (text.length > MAX_TEXT) throw new BackupRefusal('tooLarge', `the data has more than ${MAX_TEXT} characters`);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    throw new BackupRefusal('notJson', 'what is inside is no JSON');
  }
  return checkData(raw, newest);
}

/** The same for a document that is parsed already. @throws BackupRefusal */
export function checkData(raw: unknown, newest: number): AllData {
  checkTree(raw);
  if (!isRecord(raw) || raw.format !== 'sotay-data') {
    throw new BackupRefusal('otherFormat', 'the data is not of the format "sotay-data"', 'format');
  }
  if (raw.version !== 1) {
    const newer = typeof raw.version === 'number' && raw.version > 1;
    throw newer
      ? new BackupRefusal('newerFormat', 'the data is of a newer format', 'version')
      : new BackupRefusal('otherFormat', 'the data names no known version', 'version');
  }
  if (typeof raw.schemaVersion === 'number' && raw.schemaVersion > newest) {
    throw new BackupRefusal(
      'newerData',
      `the data is of shape ${raw.schemaVersion}, known is ${newest}`,
      'schemaVersion',
    );
  }
  const frame = frameSchema.safeParse(brought(raw));
  if (!frame.success) throw refuse('wrongShape', '', frame.error);
  for (const name of LIST_NAMES) checkList(name, frame.data[name]);
  for (const [name, count] of Object.entries(frame.data.counts)) {
    // Every key of counts is the name of a list, by the schema just passed.
    const held = frame.data[name as ListName].length;
    if (count !== held) throw new BackupRefusal('wrongCount', `${count} told, ${held} there`, `counts.${name}`);
  }
  // Each list was checked row by row above.
  return frame.data as unknown as AllData;
}

function checkList(name: ListName, rows: unknown[]): void {
  const [schema, key] = LISTS[name];
  const seen = new Set<unknown>();
  rows.forEach((row, index) => {
    const parsed = schema.safeParse(row);
    if (!parsed.success) throw refuse('badRow', `${name}[${index}]`, parsed.error);
    const id = (parsed.data as Record<string, unknown>)[key]; // `key` is a field of the schema beside it
    if (seen.has(id)) throw new BackupRefusal('sameIdTwice', `the ${key} occurs twice`, `${name}[${index}].${key}`);
    seen.add(id);
    // What the schema transforms (nothing today) is what is kept.
    rows[index] = parsed.data;
  });
}

/** Fields younger than the document get their defaults. */
function brought(raw: Record<string, unknown>): Record<string, unknown> {
  const settings = isRecord(raw.settings) ? { ...DEFAULT_SETTINGS, ...raw.settings } : raw.settings;
  const shapeThere = typeof raw.schemaVersion === 'number' ? raw.schemaVersion : Number.MAX_SAFE_INTEGER;
  const later = SINCE.flatMap(([version, names]) => (shapeThere < version ? names : []));
  if (later.length === 0) return { ...raw, settings };
  const lists = Object.fromEntries(later.map((name) => [name, []]));
  const none = Object.fromEntries(later.map((name) => [name, 0]));
  const counts = isRecord(raw.counts) ? { ...none, ...raw.counts } : raw.counts;
  return { ...lists, ...raw, settings, counts };
}

/** Walks without recursion: a document may be hostile in depth, and in names that reach into every object. */
function checkTree(root: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH) throw new BackupRefusal('tooDeep', `nested deeper than ${MAX_DEPTH} levels`);
    if (!Array.isArray(value)) {
      const bad = FORBIDDEN.find((key) => Object.hasOwn(value, key));
      if (bad !== undefined) throw new BackupRefusal('forbiddenKey', `the name "${bad}" is not allowed`);
    }
    for (const child of Object.values(value)) {
      if (typeof child === 'object' && child !== null) open.push({ value: child, depth: depth + 1 });
    }
  }
}

function refuse(code: 'wrongShape' | 'badRow', start: string, error: z.ZodError): BackupRefusal {
  const [issue] = error.issues;
  const path = (issue?.path ?? [])
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  const where = `${start}${path}`.replace(/^\./, '').slice(0, 200);
  return new BackupRefusal(code, (issue?.message ?? 'not as expected').slice(0, 200), where === '' ? null : where);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
