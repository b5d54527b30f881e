/** What a backup holds against what is here: per kind what is new, carried on, the same, only here, or in conflict. Pure. */
import type { AllData } from '../model/all-data';
import type { PointReading } from '../model/point-reading';
import { deskContinues } from '../model/desk';
import { DEFAULT_SETTINGS, type Settings } from '../model/settings';
import { isSameData } from '../model/same-data';
import { dayInVietnam, formatDay, isDay } from '../vi/dates';
import { formatNumber } from '../vi/numbers';
import {
  captureContinues,
  hostSiteContinues,
  consentContinues,
  memberConsentContinues,
  memberContinues,
  readingContinues,
  requestContinues,
} from './continuation';

/** How the file's record stands to ours: `theirsNewer` and `oursNewer` carry the other on. */
export type Standing = 'new' | 'same' | 'theirsNewer' | 'oursNewer' | 'conflict';

export const RECORD_KINDS = [
  'readings',
  'members',
  'captures',
  'consents',
  'memberConsents',
  'requests',
  'hostSites',
  'desk',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];
export const COMPARED_KINDS = [...RECORD_KINDS, 'confirmedSites', 'settings', 'deletions', 'journal'] as const;
export type ComparedKind = (typeof COMPARED_KINDS)[number];

/** One record to show: what it is called, and where two versions stand, both. */
export interface Example {
  /** The record's name or day, as far as it has one. */
  label: string;
  ours: string | null;
  theirs: string | null;
}

export interface KindDifference {
  /** Records of the file that are not here. */
  new: number;
  /** The file's record carries ours on. */
  changed: number;
  /** Equal, or ours carries the file's on: nothing to do. */
  same: number;
  conflicting: number;
  /** Records here that the file does not hold: a replacement would drop them. */
  onlyHere: number;
  examples: { new: Example[]; changed: Example[]; conflicting: Example[]; onlyHere: Example[] };
}

export interface Difference {
  kinds: Record<ComparedKind, KindDifference>;
  /** Lines of our deletion log younger than the file: what went then may come back. */
  deletedSince: number;
}

const SHOWN = 5;

/** How each record of the file stands to ours of the same id. */
export function standings<K extends RecordKind>(kind: K, ours: AllData, theirs: AllData): Standing[] {
  const judge = judgeOf(kind, ours, theirs);
  const here = new Map((ours[kind] as { id: string }[]).map((row) => [row.id, row])); // every kind of RECORD_KINDS has ids
  return (theirs[kind] as { id: string }[]).map((row) => {
    const own = here.get(row.id);
    return own === undefined ? 'new' : judge(own, row);
  });
}

type Judge = (own: unknown, their: unknown) => Standing;

function judgeOf(kind: RecordKind, ours: AllData, theirs: AllData): Judge {
  const plain =
    <T>(continues: (older: T, newer: T) => boolean): Judge =>
    (a, b) => {
      if (isSameData(a, b)) return 'same';
      // The caller pairs rows of one kind with the rule for that kind.
      const [own, their] = [a as T, b as T];
      return continues(own, their) ? 'theirsNewer' : continues(their, own) ? 'oursNewer' : 'conflict';
    };
  switch (kind) {
    case 'readings':
      return judgeReadings(ours, theirs);
    case 'members':
      return plain(memberContinues);
    case 'captures':
      return plain(captureContinues);
    case 'consents':
      return plain(consentContinues);
    case 'memberConsents':
      return plain(memberConsentContinues);
    case 'requests':
      return plain(requestContinues);
    case 'hostSites':
      return plain(hostSiteContinues);
    case 'desk':
      return plain(deskContinues);
  }
}

/** `newRun` follows from the rest; a longer span is taken only where the other side saw nothing else inside it. */
function judgeReadings(ours: AllData, theirs: AllData): Judge {
  const here = orderOf(ours.readings);
  const there = orderOf(theirs.readings);
  return (a, b) => {
    const own = { ...(a as PointReading), newRun: null }; // rows of `readings`, by the caller
    const their = { ...(b as PointReading), newRun: null };
    if (isSameData(own, their)) return 'same';
    if (readingContinues(own, their)) return isFree(here, own, their) ? 'theirsNewer' : 'conflict';
    if (readingContinues(their, own)) return isFree(there, their, own) ? 'oursNewer' : 'conflict';
    return 'conflict';
  };
}

function orderOf(readings: readonly PointReading[]): Map<string, string[]> {
  const order = new Map<string, string[]>();
  for (const { subject, day, takenAt } of readings) {
    const own = order.get(subject);
    if (own) own.push(`${day} ${takenAt}`);
    else order.set(subject, [`${day} ${takenAt}`]);
  }
  for (const keys of order.values()) keys.sort();
  return order;
}

function isFree(order: Map<string, string[]>, shorter: PointReading, longer: PointReading): boolean {
  if (longer.lastSeenAt <= shorter.lastSeenAt) return true;
  const key = (at: string) => `${dayInVietnam(new Date(at))} ${at}`;
  const keys = order.get(shorter.subject) ?? [];
  const from = key(shorter.lastSeenAt);
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') > from) high = middle;
    else low = middle + 1;
  }
  const next = keys[low];
  return next === undefined || next > key(longer.lastSeenAt);
}

/** Compares everything; neither side is changed. */
export function compareData(ours: AllData, theirs: AllData): Difference {
  const kinds = Object.fromEntries([
    ...RECORD_KINDS.map((kind) => [kind, compareRecords(kind, ours, theirs)]),
    [
      'confirmedSites',
      compareByText(
        ours.confirmedSites.map(({ key }) => key),
        theirs.confirmedSites.map(({ key }) => key),
      ),
    ],
    ['settings', compareSettings(ours.settings, theirs.settings)],
    ['deletions', compareByText(ours.deletions.map(lineKey), theirs.deletions.map(lineKey))],
    ['journal', compareByText(ours.journal.map(lineKey), theirs.journal.map(lineKey))],
  ]) as Record<ComparedKind, KindDifference>; // one entry per compared kind, just above
  return { kinds, deletedSince: ours.deletions.filter(({ at }) => at > theirs.exportedAt).length };
}

function compareRecords(kind: RecordKind, ours: AllData, theirs: AllData): KindDifference {
  const found = nothing();
  const here = new Map((ours[kind] as { id: string }[]).map((row) => [row.id, row])); // every kind of RECORD_KINDS has ids
  const names = namesOf(theirs, ours);
  standings(kind, ours, theirs).forEach((standing, index) => {
    const row = theirs[kind][index];
    if (row === undefined) return;
    const own = here.get(row.id);
    here.delete(row.id);
    const example = () => exampleOf(kind, own ?? null, row, names);
    if (standing === 'same' || standing === 'oursNewer') found.same++;
    else if (standing === 'new') note(found, 'new', example);
    else if (standing === 'theirsNewer') note(found, 'changed', example);
    else note(found, 'conflicting', example);
  });
  for (const own of here.values()) note(found, 'onlyHere', () => exampleOf(kind, own, null, names));
  return found;
}

function note(found: KindDifference, part: keyof KindDifference['examples'], example: () => Example): void {
  found[part]++;
  if (found.examples[part].length < SHOWN) found.examples[part].push(example());
}

function nothing(): KindDifference {
  const examples = { new: [], changed: [], conflicting: [], onlyHere: [] };
  return { new: 0, changed: 0, same: 0, conflicting: 0, onlyHere: 0, examples };
}

function namesOf(...sides: AllData[]): Map<string, string> {
  return new Map(sides.flatMap(({ members }) => members.map(({ id, name }): [string, string] => [id, name])));
}

function exampleOf(kind: RecordKind, own: object | null, their: object | null, names: Map<string, string>): Example {
  const told = (row: object | null) => (row === null ? null : describe(row as Record<string, unknown>));
  const row = (their ?? own ?? {}) as Record<string, unknown>; // rows are plain records
  const text = (field: string) => (typeof row[field] === 'string' ? row[field] : '');
  const label =
    kind === 'readings'
      ? (names.get(text('subject')) ?? '')
      : text('name') || text('person') || (kind === 'hostSites' ? text('id') : text('kind'));
  return { label, ours: told(own), theirs: told(their) };
}

const TOLD = [
  'day',
  'total',
  'name',
  'code',
  'unit',
  'role',
  'item',
  'purpose',
  'givenOn',
  'receivedOn',
  'updatedAt',
  'changedAt',
];

/** The few fields by which a person knows a record, in a fixed order, days and numbers as Vietnamese texts write them. */
function describe(row: Record<string, unknown>): string {
  const parts = TOLD.flatMap((field) => {
    const value = row[field];
    if (typeof value === 'number') return [formatNumber(value)];
    if (typeof value !== 'string') return [];
    return [isDay(value) ? formatDay(value) : value];
  });
  return parts.slice(0, 4).join(' · ').slice(0, 160);
}

/** What makes a log line the same line, whatever number it got. */
export function lineKey(line: { seq?: number; at: string }): string {
  const { seq: _seq, ...rest } = line;
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function compareByText(ours: readonly string[], theirs: readonly string[]): KindDifference {
  const found = nothing();
  const here = new Map<string, number>();
  for (const key of ours) here.set(key, (here.get(key) ?? 0) + 1);
  for (const key of theirs) {
    const count = here.get(key) ?? 0;
    if (count > 0) {
      found.same++;
      here.set(key, count - 1);
    } else found.new++;
  }
  for (const count of here.values()) found.onlyHere += count;
  return found;
}

/** How each setting stands: one that was never touched gives way. */
export function settingStandings(ours: Settings, theirs: Settings): Record<keyof Settings, Standing> {
  const standing = (field: keyof Settings): Standing => {
    if (isSameData(ours[field], theirs[field])) return 'same';
    if (isSameData(ours[field], DEFAULT_SETTINGS[field])) return 'theirsNewer';
    // Where the panel stands belongs to this window, not to the data.
    return field === 'placement' || isSameData(theirs[field], DEFAULT_SETTINGS[field]) ? 'oursNewer' : 'conflict';
  };
  const fields = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[]; // the defaults name every setting
  return Object.fromEntries(fields.map((field) => [field, standing(field)])) as Record<keyof Settings, Standing>;
}

function compareSettings(ours: Settings, theirs: Settings): KindDifference {
  const found = nothing();
  for (const [field, standing] of Object.entries(settingStandings(ours, theirs))) {
    const example = (): Example => ({ label: field, ours: null, theirs: null });
    if (standing === 'theirsNewer') note(found, 'changed', example);
    else if (standing === 'conflict') note(found, 'conflicting', example);
    else found.same++;
  }
  return found;
}
