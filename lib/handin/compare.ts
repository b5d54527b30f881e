/** A hand-in held against what is known of one member: what is new, what contradicts, whether the member used another key. */
import type { DatedFigure, FigureSource, HandIn, HandInTotals, PeerKey } from '../model/hand-in';
import { inOrder } from '../tally/runs';
import { type SourcedTotal, totalsOf } from './compose';

/** A captured reading of a member. */
export interface KnownReading extends SourcedTotal {
  memberId: string;
}

/** `sameDay`: two totals of one day. `fall`: between the two days the total would have fallen. */
export interface Conflict {
  kind: 'sameDay' | 'fall';
  theirs: DatedFigure;
  ours: DatedFigure;
}

export interface Comparison {
  /** Our figures of the same period; null without a reading. */
  ours: HandInTotals | null;
  /** Readings that are not here yet and contradict nothing. */
  fresh: DatedFigure[];
  /** Readings that are here already, day and total. */
  known: DatedFigure[];
  conflicts: Conflict[];
  /** Other keys this member was known by. */
  otherKeys: PeerKey[];
}

/** What `compareWith` needs to know. */
export interface KnownOfMembers {
  readings: readonly KnownReading[];
  peers: readonly PeerKey[];
}

/** Pure; `memberId` is whom the hand-in is taken to be from. */
export function compareWith(handIn: HandIn, memberId: string, known: KnownOfMembers): Comparison {
  const isOf = (one: { memberId: string }) => one.memberId === memberId;
  return compareWithOwn(handIn, known.readings.filter(isOf), known.peers.filter(isOf));
}

/** The same with what is known of this member only. */
export function compareWithOwn(
  handIn: HandIn,
  readings: readonly KnownReading[],
  keys: readonly PeerKey[],
): Comparison {
  const own = inOrder(readings);
  const result: Comparison = {
    ours: totalsOf(own, handIn.period),
    fresh: [],
    known: [],
    conflicts: [],
    otherKeys: keys.filter(({ keyId }) => keyId !== handIn.from),
  };
  for (const theirs of figuresOf(handIn)) {
    const conflict = conflictOf(theirs, own);
    if (conflict !== null) result.conflicts.push(conflict);
    else if (own.some(({ day }) => day === theirs.day)) result.known.push(theirs);
    else result.fresh.push(theirs);
  }
  return result;
}

/** The dated totals of a document, one a day, oldest first. */
export function figuresOf({ parts }: HandIn): DatedFigure[] {
  const { totals, readings = [] } = parts;
  // Closing and last reading are the same by the schema; a day named twice counts once.
  const all = [...(totals ? [totals.opening, totals.closing] : []), ...readings];
  return [...new Map(all.map((one) => [one.day, one])).values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function conflictOf(theirs: DatedFigure, own: readonly KnownReading[]): Conflict | null {
  const found = (kind: Conflict['kind'], { day, total, source }: KnownReading): Conflict => ({
    kind,
    theirs,
    ours: { day, total, source: source satisfies FigureSource },
  });
  const sameDay = own.findLast(({ day }) => day === theirs.day);
  if (sameDay) return sameDay.total === theirs.total ? null : found('sameDay', sameDay);
  const before = own.findLast(({ day }) => day < theirs.day);
  if (before && before.total > theirs.total) return found('fall', before);
  const after = own.find(({ day }) => day > theirs.day);
  return after && after.total < theirs.total ? found('fall', after) : null;
}
