/** Closing a period: the digest of its figures, and what is different when it is worked out again. Pure. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { namesApart } from '../model/names-apart';
import type { KnownTally, Tally, TallyMember } from '../model/tally';

/** Fields of a member's row that a report tells; the order of the rows follows from them. */
export const CHANGED_FIELDS = [
  'name',
  'code',
  'role',
  'opening',
  'closing',
  'points',
  'rank',
  'installed',
  'eligible',
  'reason',
  'visits',
  'studied',
  'quizzes',
  'quizRight',
  'quizAsked',
  'opinions',
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

export type Told = string | number | boolean | null;

/** One row that is new, gone, or told otherwise than before. */
export interface RowChange {
  name: string;
  kind: 'added' | 'removed' | 'changed';
  fields: { field: ChangedField; before: Told; after: Told }[];
}

export interface TallyChanges {
  rows: RowChange[];
  /** Figures of the summary, by path such as `points.mean`. */
  figures: { path: string; before: Told; after: Told }[];
}

/** SHA-256, hexadecimal, over the figures in canonical form: the moment of working them out and the sources are no part of them. */
export function digestTally({ unit, period, rankedBy, rankMethod, members, summary }: Tally): string {
  const figures = { unit, period, rankedBy, rankMethod, members, summary };
  return bytesToHex(sha256(utf8ToBytes(canonical(figures))));
}

/** JSON with keys in alphabetical order and nothing that is undefined. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

/** What `after` tells otherwise than `before`: rows matched by roster id, else by name and code. */
export function compareTallies(before: KnownTally, after: KnownTally): TallyChanges {
  const there = new Map(keyed(before));
  const everybody = [...new Map([...keyed(before), ...keyed(after)]).values()];
  const names = new Map(namesApart(everybody).map((name, at) => [everybody[at], name]));
  const nameOf = (row: TallyMember) => names.get(row) ?? row.name;
  const rows: RowChange[] = [];
  for (const [key, row] of keyed(after)) {
    const old = there.get(key);
    there.delete(key);
    if (old === undefined) rows.push({ name: nameOf(row), kind: 'added', fields: fieldsOf(null, row) });
    else {
      const fields = fieldsOf(old, row);
      if (fields.length > 0) rows.push({ name: nameOf(row), kind: 'changed', fields });
    }
  }
  for (const old of there.values()) rows.push({ name: nameOf(old), kind: 'removed', fields: fieldsOf(old, null) });
  const figuresThen = new Map(leaves(before.tally.summary));
  const figures = leaves(after.tally.summary).flatMap(([path, value]) => {
    const old = figuresThen.get(path) ?? null;
    return Object.is(old, value) ? [] : [{ path, before: old, after: value }];
  });
  return { rows, figures };
}

function keyed({ tally, members }: KnownTally): [string, TallyMember][] {
  const seen = new Map<string, number>();
  return tally.members.map((row, index) => {
    const id = members[index];
    const key = id == null ? `name\u0000${row.name}\u0000${row.code ?? ''}` : `id\u0000${id}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return [`${key}\u0000${times}`, row];
  });
}

function fieldsOf(before: TallyMember | null, after: TallyMember | null): RowChange['fields'] {
  return CHANGED_FIELDS.flatMap((field) => {
    const [old, now] = [told(before, field), told(after, field)];
    return Object.is(old, now) ? [] : [{ field, before: old, after: now }];
  });
}

function told(row: TallyMember | null, field: ChangedField): Told {
  if (row === null) return null;
  switch (field) {
    case 'visits':
    case 'studied':
    case 'quizzes':
    case 'quizRight':
    case 'quizAsked':
    case 'opinions':
      return row.activity?.[field] ?? null;
    default:
      return row[field];
  }
}

function leaves(value: object, path = ''): [string, Told][] {
  return Object.entries(value).flatMap(([key, inner]: [string, Told | object]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof inner === 'object' && inner !== null ? leaves(inner, at) : [[at, inner] satisfies [string, Told]];
  });
}
