/** One person in the records of the desk: what is said of them, and the record without their name. Pure. */
import { type AnyDeskRecord, PERSONAL_KINDS } from '../model/desk';
import { nameKey } from '../vi/names';
import { withoutName } from './redact';

/** A person as the desk may name them. */
export interface DeskPerson {
  memberId: string | null;
  /** Every spelling of the name. */
  spellings: readonly string[];
}

/** Something a record says of a person: a row of a list inside it, or the whole value of a record about them alone. */
export interface DeskMention {
  id: string;
  kind: AnyDeskRecord['kind'];
  changedAt: string;
  said: unknown;
}

type Fields = Record<string, unknown>;

/** Everything records say of a person, row by row: rows about others are left out. */
export function saidOf(records: readonly AnyDeskRecord[], person: DeskPerson): DeskMention[] {
  const keys = new Set(person.spellings.map(nameKey));
  return records.flatMap(({ id, kind, changedAt, value }) =>
    rowsAbout(value, person.memberId, keys).map((said) => ({ id, kind, changedAt, said })),
  );
}

function rowsAbout(value: unknown, memberId: string | null, keys: ReadonlySet<string>): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => rowsAbout(one, memberId, keys));
  if (!isFields(value)) return [];
  if (isAbout(value, memberId, keys)) return [value];
  return Object.values(value).flatMap((one) => rowsAbout(one, memberId, keys));
}

function isAbout(row: Fields, memberId: string | null, keys: ReadonlySet<string>): boolean {
  if (typeof row['memberId'] === 'string') return row['memberId'] === memberId;
  return typeof row['name'] === 'string' && keys.has(nameKey(row['name']));
}

/**
 * The record with initials for the name wherever it stands and no id of the person; the same record when it says nothing of
 * them, null when it is about them alone and goes as a whole.
 */
export function withoutPerson(
  record: AnyDeskRecord,
  { memberId, spellings }: DeskPerson,
  initials: string,
  today: string,
): AnyDeskRecord | null {
  const value: Fields = record.value;
  if (PERSONAL_KINDS.includes(record.kind)) {
    return memberId !== null && value['memberId'] === memberId ? null : record;
  }
  let touched = false;
  const bare = (part: unknown, key: string): unknown => {
    if (typeof part === 'string') {
      if (part === memberId && (key === 'memberId' || key === 'members')) {
        touched = true;
        return null;
      }
      const text = withoutName(part, spellings, initials);
      touched ||= text !== part;
      return text;
    }
    if (Array.isArray(part)) return part.map((one) => bare(one, key));
    if (!isFields(part)) return part;
    return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, bare(inner, name)]));
  };
  const told = bare(value, '') as Fields; // an object gives an object
  if (!touched) return record;
  if (record.kind === 'closing') told['redactedOn'] ??= today;
  return { ...record, value: told } as AnyDeskRecord; // same fields, other words
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
