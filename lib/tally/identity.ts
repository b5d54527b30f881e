/** Who is who among reading rows: one person per name unless codes say otherwise; what cannot be told is reported, never guessed. */
import type { ReadingRow } from '../model/tally';
import { cleanText } from '../vi/text';
import { looseNameKey, nameKey } from '../vi/names';

/** One person with the rows that are surely theirs, as indexes into the input. */
export interface Person {
  /** As written in the first row. */
  name: string;
  code: string | null;
  rows: number[];
}

/** Why rows may belong to somebody else than they were given to. */
export const DOUBT_KINDS = [
  'nameWithoutCode',
  'sameCodeOtherName',
  'similarName',
  'similarCode',
  'conflictingDay',
  'repeatedName',
] as const;
export type DoubtKind = (typeof DOUBT_KINDS)[number];

/** A question for a person: `names`, `codes` and `rows` (indexes into the input) say what it is about. */
export interface Doubt {
  kind: DoubtKind;
  names: string[];
  codes: string[];
  rows: number[];
  /** The day of two different totals; only for `conflictingDay`. */
  day: string | null;
}

/** Codes are compared without regard to case and blanks. */
export function codeKey(code: string | null): string | null {
  const key = code === null ? '' : cleanText(code).toLowerCase();
  return key === '' ? null : key;
}

/**
 * Groups rows by person. Names equal after NFC, blanks, case and tone placement are one person only if their codes do not
 * differ; rows without a code join the only code of that name, or stand apart when there are several. Rows that carry a
 * `person` belong to that person, whatever the names.
 */
export function groupPeople(rows: readonly ReadingRow[]): Person[] {
  const people = new Map<string, Map<string | null, Person>>();
  const told = new Map<string, Person>();
  rows.forEach((row, index) => {
    if (row.person !== undefined) {
      const known = told.get(row.person);
      if (known) known.rows.push(index);
      else told.set(row.person, { name: cleanText(row.name), code: codeOf(row), rows: [index] });
      return;
    }
    const key = nameKey(row.name);
    const sameName = people.get(key) ?? new Map<string | null, Person>();
    people.set(key, sameName);
    const code = codeKey(row.code);
    const person = sameName.get(code) ?? {
      name: cleanText(row.name),
      code: codeOf(row),
      rows: [],
    };
    person.rows.push(index);
    sameName.set(code, person);
  });
  for (const sameName of people.values()) {
    const uncoded = sameName.get(null);
    if (uncoded === undefined || sameName.size !== 2) continue;
    sameName.delete(null);
    for (const coded of sameName.values()) {
      if ((uncoded.rows[0] ?? 0) < (coded.rows[0] ?? 0)) coded.name = uncoded.name;
      coded.rows = [...coded.rows, ...uncoded.rows].sort((a, b) => a - b);
    }
  }
  return [...told.values(), ...[...people.values()].flatMap((sameName) => [...sameName.values()])];
}

function codeOf(row: ReadingRow): string | null {
  return codeKey(row.code) === null ? null : cleanText(row.code ?? '');
}

/** What a careful secretary would ask about these rows before trusting the tally. Nothing here changes how rows are grouped. */
export function findDoubts(rows: readonly ReadingRow[]): Doubt[] {
  const people = groupPeople(rows);
  return [
    ...ambiguous(people),
    ...alike(people, 'sameCodeOtherName', (person) => codeKey(person.code), differentNames),
    ...alike(people, 'similarName', (person) => looseNameKey(person.name), differentNames),
    ...alike(people, 'similarCode', similarCodeKey, () => true),
    ...people.flatMap((person) => conflicts(rows, person)),
    ...repeated(rows, people),
  ];
}

function ambiguous(people: Person[]): Doubt[] {
  return groupBy(people, (person) => nameKey(person.name))
    .filter((group) => group.length > 1 && group.some((person) => person.code === null))
    .map((group) => doubt('nameWithoutCode', group));
}

function alike(
  people: Person[],
  kind: DoubtKind,
  keyOf: (person: Person) => string | null,
  counts: (group: Person[]) => boolean,
): Doubt[] {
  return groupBy(people, keyOf)
    .filter((group) => group.length > 1 && counts(group))
    .map((group) => doubt(kind, group));
}

function differentNames(group: Person[]): boolean {
  return new Set(group.map((person) => nameKey(person.name))).size > 1;
}

// A spreadsheet turns 007 into 7: same name, codes equal but for leading zeros.
function similarCodeKey(person: Person): string | null {
  const code = codeKey(person.code);
  return code === null ? null : `${nameKey(person.name)}\n${code.replace(/^0+(?=.)/, '')}`;
}

function conflicts(rows: readonly ReadingRow[], person: Person): Doubt[] {
  const days = new Map<string, number[]>();
  for (const index of person.rows) {
    const row = rows[index];
    if (!row || row.day === null || row.total === null) continue;
    days.set(row.day, [...(days.get(row.day) ?? []), index]);
  }
  return [...days]
    .filter(([, indexes]) => {
      const onDay = indexes.flatMap((index) => rows[index] ?? []);
      const untimed = onDay.some((row) => row.at === null);
      return untimed && new Set(onDay.map((row) => row.total)).size > 1;
    })
    .map(([day, indexes]) => ({ ...doubt('conflictingDay', [person]), rows: indexes, day }));
}

// A bare list of people names everybody once: a name that stands there twice may be two people.
function repeated(rows: readonly ReadingRow[], people: Person[]): Doubt[] {
  if (rows.some((row) => row.total !== null || row.person !== undefined)) return [];
  return people.filter((person) => person.rows.length > 1).map((person) => doubt('repeatedName', [person]));
}

function doubt(kind: DoubtKind, group: Person[]): Doubt {
  return {
    kind,
    names: group.map((person) => person.name),
    codes: group.flatMap((person) => person.code ?? []),
    rows: group.flatMap((person) => person.rows),
    day: null,
  };
}

function groupBy(people: Person[], keyOf: (person: Person) => string | null): Person[][] {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(person);
    else groups.set(key, [person]);
  }
  return [...groups.values()];
}
