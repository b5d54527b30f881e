/** Whose hand-in is it: by the key that was pinned, then by the name; two people of one name are kept apart and asked about. */
import type { HandIn, PeerKey } from '../model/hand-in';
import type { RosterEntry } from '../tally/match';
import { looseNameKey, nameKey } from '../vi/names';

export interface Who {
  /** The member proposed; null when a person has to say. */
  memberId: string | null;
  by: 'key' | 'name' | null;
  /** Members it may be, in the order of the roster: all of one name, or those whose name differs in marks only. */
  candidates: string[];
  question: WhoQuestion | null;
}

/**
 * `keyOfGone`: the key belongs to somebody no longer on the roster. `otherName`: the key is known, the name is another.
 * `severalOfName`, `similarName`, `nobody`: what the name says.
 */
export type WhoQuestion = 'keyOfGone' | 'otherName' | 'severalOfName' | 'similarName' | 'nobody';

/** The roster by the keys under which names meet; made once for many hand-ins. */
export interface RosterIndex {
  byId: ReadonlyMap<string, RosterEntry>;
  byName: ReadonlyMap<string, RosterEntry[]>;
  byLooseName: ReadonlyMap<string, RosterEntry[]>;
}

export function indexRoster(roster: readonly RosterEntry[]): RosterIndex {
  const byName = new Map<string, RosterEntry[]>();
  const byLooseName = new Map<string, RosterEntry[]>();
  const add = (map: Map<string, RosterEntry[]>, keys: readonly string[], entry: RosterEntry) => {
    for (const key of new Set(keys)) {
      const same = map.get(key);
      if (same) same.push(entry);
      else map.set(key, [entry]);
    }
  };
  for (const entry of roster) {
    const spellings = [entry.name, ...entry.otherNames];
    add(byName, spellings.map(nameKey), entry);
    add(byLooseName, spellings.map(looseNameKey), entry);
  }
  return { byId: new Map(roster.map((entry) => [entry.id, entry])), byName, byLooseName };
}

/** Proposes; never decides what is doubtful. */
export function findSender(handIn: HandIn, roster: RosterIndex, pin: PeerKey | null): Who {
  const exact = roster.byName.get(nameKey(handIn.name)) ?? [];
  const similar = roster.byLooseName.get(looseNameKey(handIn.name)) ?? [];
  const ids = (list: readonly RosterEntry[]) => list.map(({ id }) => id);
  if (pin !== null) {
    const member = roster.byId.get(pin.memberId);
    if (member === undefined) return { memberId: null, by: null, candidates: ids(similar), question: 'keyOfGone' };
    const sameName = exact.includes(member) || nameKey(pin.name) === nameKey(handIn.name);
    return {
      memberId: member.id,
      by: 'key',
      candidates: [...new Set([member.id, ...ids(exact)])],
      question: sameName ? null : 'otherName',
    };
  }
  const [only, ...more] = exact;
  if (only && more.length === 0) return { memberId: only.id, by: 'name', candidates: [only.id], question: null };
  if (only) return { memberId: null, by: null, candidates: ids(exact), question: 'severalOfName' };
  return {
    memberId: null,
    by: null,
    candidates: ids(similar),
    question: similar.length > 0 ? 'similarName' : 'nobody',
  };
}
