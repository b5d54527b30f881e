/** Saves a reviewed list through the background, in small messages; what was saved stays saved, and going on doubles nothing. */
import { act } from '@/components/hooks/use-actions';
import type { Desk } from '@/components/workers/desk';
import type { PersonFacts } from '@/components/workers/desk-calls';
import type { Member } from '@/lib/model/member';
import type { StepRef } from '@/lib/model/step';
import type { SourceInfo } from '@/lib/model/tally';
import type { ErrorCode } from '@/lib/protocol';
import { draftOf, patchOf, toNewReading } from './list-facts';
import type { ReviewItem } from './review-state';

/** Readings per message: well under the limit of 5,000 and of one megabyte. */
const READINGS_PER_MESSAGE = 1_500;
const MEMBERS_PER_MESSAGE = 500;

/** What has been saved so far; keep it and hand it in again to go on after a failure. */
export interface SavedSoFar {
  /** All that is saved is one step, to be taken back as one. */
  step: StepRef;
  /** Ids of new members by review key. */
  members: Map<string, string>;
  patched: Set<string>;
  /** Readings saved, and how many there are. */
  readings: number;
  allReadings: number;
}

export function nothingSaved(name: string): SavedSoFar {
  return {
    step: { id: crypto.randomUUID(), name: name.slice(0, 300) },
    members: new Map(),
    patched: new Set(),
    readings: 0,
    allReadings: 0,
  };
}

interface SaveInput {
  desk: Desk;
  source: SourceInfo;
  facts: ReadonlyMap<number, PersonFacts>;
  items: readonly ReviewItem[];
  roster: ReadonlyMap<string, Member>;
  unit: string | null;
  soFar: SavedSoFar;
  onProgress: (soFar: SavedSoFar) => void;
}

/** Null when all is saved, else why not; `soFar` is kept up to date throughout. */
export async function saveList(input: SaveInput): Promise<ErrorCode | null> {
  return (await saveNew(input)) ?? (await savePatches(input)) ?? (await saveReadings(input));
}

async function saveNew({ facts, items, unit, soFar, onProgress }: SaveInput): Promise<ErrorCode | null> {
  const fresh = items.filter((item) => item.decision?.to === 'new' && !soFar.members.has(item.key));
  for (let from = 0; from < fresh.length; from += MEMBERS_PER_MESSAGE) {
    const part = fresh.slice(from, from + MEMBERS_PER_MESSAGE);
    const members = part.map((item) => draftOf(item, facts.get(item.rows[0] ?? -1), unit));
    const reply = await act({ type: 'saveMembers', members, step: soFar.step });
    if (!reply.ok) return reply.code;
    part.forEach((item, index) => {
      const id = reply.value.ids[index];
      if (id !== undefined) soFar.members.set(item.key, id);
    });
    onProgress(soFar);
  }
  return null;
}

async function savePatches({ facts, items, roster, soFar, onProgress }: SaveInput): Promise<ErrorCode | null> {
  for (const item of items) {
    if (item.decision?.to !== 'member' || soFar.patched.has(item.key)) continue;
    const member = roster.get(item.decision.memberId);
    const patch = member ? patchOf(item, facts.get(item.rows[0] ?? -1), member) : null;
    if (member && patch) {
      const reply = await act({ type: 'updateMember', id: member.id, patch, step: soFar.step });
      if (!reply.ok) return reply.code;
      onProgress(soFar);
    }
    soFar.patched.add(item.key);
  }
  return null;
}

async function saveReadings({ desk, source, items, soFar, onProgress }: SaveInput): Promise<ErrorCode | null> {
  const owners = items.flatMap(({ key, rows, decision }) => {
    const memberId = decision?.to === 'member' ? decision.memberId : soFar.members.get(key);
    return memberId === undefined || decision?.to === 'skip' ? [] : [{ memberId, rows }];
  });
  for (;;) {
    const from = soFar.readings;
    const { readings, total } = await desk.call('takeReadings', { owners, from, limit: READINGS_PER_MESSAGE });
    soFar.allReadings = total;
    if (readings.length === 0) return null;
    const rows = readings.flatMap((one) => toNewReading(one, source) ?? []);
    const reply = await act({ type: 'recordReadings', readings: rows, step: soFar.step });
    if (!reply.ok) return reply.code;
    soFar.readings = from + readings.length;
    onProgress(soFar);
  }
}
