/** Any number of opened files as one table to decide on; the same files in any order give the same table, to the byte. */
import type { HandIn, PeerKey, TakenHandIn } from '../model/hand-in';
import type { RosterEntry } from '../tally/match';
import { compareNames } from '../vi/names';
import { type Comparison, type KnownOfMembers, type KnownReading, compareWithOwn, figuresOf } from './compare';
import type { OpenedHandIn } from './open';
import type { HandInCode } from './refusal';
import { type RosterIndex, type Who, type WhoQuestion, findSender, indexRoster } from './who';

/** A file as it came out of `openHandIn`. */
export type ReviewedFile =
  | ({ name: string } & OpenedHandIn)
  | { name: string; refused: { code: HandInCode; reason: string; where: string | null } };

/** What the secretary's own store knows. */
export interface Known extends KnownOfMembers {
  roster: readonly RosterEntry[];
  taken: readonly TakenHandIn[];
}

/**
 * `new`, `newer`: to be taken. `same`: taken already. `older`: a newer revision was taken. `changed`: another text under the
 * same number was taken, or lies beside it here.
 */
export type Standing = 'new' | 'newer' | 'same' | 'older' | 'changed';

/** `verified`: compared face to face or by voice. `seen`: the key is known from before. `first`: the key is new. */
export type Trust = 'verified' | 'seen' | 'first';

/**
 * Why a row cannot be taken with all the others: who it is from, `keyChanged` (same person, other key), `twoKeys` (two keys
 * here name one person), `conflict` (with captured readings), `rowsDiffer` (two rows here tell other totals of one day),
 * `changed` (two texts under one number).
 */
export type Question = WhoQuestion | 'keyChanged' | 'twoKeys' | 'conflict' | 'rowsDiffer' | 'changed';

export interface ReviewRow {
  /** Digest of the document. */
  id: string;
  handIn: HandIn;
  /** Every file that holds this document. */
  files: string[];
  /** Older revisions of the same period that came along. */
  superseded: { revision: number; files: string[] }[];
  standing: Standing;
  trust: Trust;
  who: Who;
  /** Against the member proposed; null without one. */
  comparison: Comparison | null;
  questions: Question[];
  /** To be taken, and nothing to ask. */
  harmless: boolean;
}

export interface Review {
  rows: ReviewRow[];
  refused: { name: string; code: HandInCode; reason: string; where: string | null }[];
}

/** Pure; takes nothing over. */
export function reviewHandIns(files: readonly ReviewedFile[], known: Known): Review {
  const refused = files.flatMap((file) => ('refused' in file ? [{ name: file.name, ...file.refused }] : []));
  const index = indexKnown(known);
  const rows = newestOf(documentsOf(files)).map((one) => rowOf(one, index));
  askAcross(rows);
  return {
    rows: rows.sort(compareRows),
    refused: refused.sort((a, b) => compareText(`${a.name}\n${a.code}`, `${b.name}\n${b.code}`)),
  };
}

interface Document {
  handIn: HandIn;
  digest: string;
  files: string[];
}
type Newest = Document & Pick<ReviewRow, 'superseded'> & { rivals: boolean };

function documentsOf(files: readonly ReviewedFile[]): Document[] {
  const found = new Map<string, Document>();
  for (const file of files) {
    if ('refused' in file) continue;
    const { name, handIn, digest } = file;
    const same = found.get(digest);
    if (same) same.files.push(name);
    else found.set(digest, { handIn, digest, files: [name] });
  }
  for (const one of found.values()) one.files.sort(compareText);
  return [...found.values()].sort((a, b) => compareText(a.digest, b.digest));
}

const slotOf = ({ from, period }: Pick<HandIn, 'from' | 'period'>) => `${from} ${period.from} ${period.to}`;

function newestOf(documents: readonly Document[]): Newest[] {
  const slots = groupBy(documents, ({ handIn }) => slotOf(handIn));
  return [...slots.values()].flatMap((all) => {
    const last = Math.max(...all.map(({ handIn }) => handIn.revision));
    const newest = all.filter(({ handIn }) => handIn.revision === last);
    const superseded = all
      .filter(({ handIn }) => handIn.revision < last)
      .map(({ handIn, files }) => ({ revision: handIn.revision, files }))
      .sort((a, b) => b.revision - a.revision || compareText(a.files.join('\n'), b.files.join('\n')));
    return newest.map((one, at) => ({ ...one, superseded: at === 0 ? superseded : [], rivals: newest.length > 1 }));
  });
}

/** What is known, found by what it is asked for: a cell of 300 with years of readings must not be searched for each file. */
interface KnownIndex {
  roster: RosterIndex;
  pins: ReadonlyMap<string, PeerKey>;
  keys: ReadonlyMap<string, PeerKey[]>;
  readings: ReadonlyMap<string, KnownReading[]>;
  taken: ReadonlyMap<string, TakenHandIn[]>;
}

function indexKnown({ roster, peers, readings, taken }: Known): KnownIndex {
  return {
    roster: indexRoster(roster),
    pins: new Map(peers.map((peer) => [peer.keyId, peer])),
    keys: groupBy(peers, ({ memberId }) => memberId),
    readings: groupBy(readings, ({ memberId }) => memberId),
    taken: groupBy(taken, slotOf),
  };
}

function rowOf({ handIn, digest, files, superseded, rivals }: Newest, known: KnownIndex): ReviewRow {
  const pin = known.pins.get(handIn.from) ?? null;
  const who = findSender(handIn, known.roster, pin);
  const standing = standingOf(handIn, digest, known.taken.get(slotOf(handIn)) ?? [], rivals);
  const { memberId } = who;
  const comparison =
    memberId === null
      ? null
      : compareWithOwn(handIn, known.readings.get(memberId) ?? [], known.keys.get(memberId) ?? []);
  const open = standing !== 'same' && standing !== 'older';
  const questions: Question[] = !open
    ? []
    : [
        ...(who.question === null ? [] : [who.question]),
        ...(pin === null && (comparison?.otherKeys.length ?? 0) > 0 ? ['keyChanged' as const] : []),
        ...((comparison?.conflicts.length ?? 0) > 0 ? ['conflict' as const] : []),
        ...(standing === 'changed' ? ['changed' as const] : []),
      ];
  return {
    id: digest,
    handIn,
    files,
    superseded,
    standing,
    trust: trustOf(pin),
    who,
    comparison,
    questions,
    harmless: open && questions.length === 0,
  };
}

function standingOf(handIn: HandIn, digest: string, before: readonly TakenHandIn[], rivals: boolean): Standing {
  const last = Math.max(0, ...before.map(({ revision }) => revision));
  if (before.some((one) => one.digest === digest)) return last > handIn.revision ? 'older' : 'same';
  if (last > handIn.revision) return 'older';
  if (last === handIn.revision || rivals) return 'changed';
  return last === 0 ? 'new' : 'newer';
}

function trustOf(pin: PeerKey | null): Trust {
  return pin === null ? 'first' : pin.verifiedOn === null ? 'seen' : 'verified';
}

/** What only shows when rows are held against each other. */
function askAcross(rows: ReviewRow[]): void {
  const open = rows.filter(({ standing }) => standing !== 'same' && standing !== 'older');
  const ask = (list: readonly ReviewRow[], question: Question) => {
    for (const row of list) {
      row.questions.push(question);
      row.harmless = false;
    }
  };
  for (const [memberId, own] of groupBy(open, ({ who }) => who.memberId)) {
    if (memberId === null || own.length < 2) continue;
    if (new Set(own.map(({ handIn }) => handIn.from)).size > 1) ask(own, 'twoKeys');
    const days = groupBy(
      own.flatMap((row) => figuresOf(row.handIn).map((figure) => ({ row, figure }))),
      ({ figure }) => figure.day,
    );
    const differing = new Set<ReviewRow>();
    for (const told of days.values()) {
      if (new Set(told.map(({ figure }) => figure.total)).size > 1) for (const { row } of told) differing.add(row);
    }
    ask(
      own.filter((row) => differing.has(row)),
      'rowsDiffer',
    );
  }
}

function compareRows(a: ReviewRow, b: ReviewRow): number {
  return compareNames(a.handIn.name, b.handIn.name) || compareText(keyOf(a), keyOf(b));
}

function keyOf({ handIn, id }: ReviewRow): string {
  return `${handIn.name}\n${slotOf(handIn)}\n${id}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

// Node 20 has no Map.groupBy.
function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
