/** Hand-ins as records of the desk: what is taken over in pieces that fit one message, and what undoing each needs; pure. */
import type { AppliedHandIns } from '@/lib/handin/apply';
import { activityId } from '@/lib/model/activity';
import type { ActionResults } from '@/lib/model/actions';
import { type AnyDeskEntry, type AnyDeskRecord, onto } from '@/lib/model/desk';
import type { OwnKey, PeerKey, RecipientCard, TakenHandIn } from '@/lib/model/hand-in';
import type { MemberConsentDraft } from '@/lib/model/member-consent';
import type { NewReading } from '@/lib/model/new-reading';

/** Readings in one message: well under a megabyte. */
const MOST_READINGS = 2_000;

export interface TakeAction {
  type: 'takeHandIns';
  readings: NewReading[];
  records: AnyDeskEntry[];
  consents: MemberConsentDraft[];
}

export interface UndoAction {
  type: 'undoHandIns';
  readings: { subject: string; id: string }[];
  records: AnyDeskEntry[];
  consents: string[];
  reason: string;
}

export function ownKeyEntry(key: OwnKey): Omit<AnyDeskEntry, 'base'> {
  const id = `ownKey ${key.use === 'sign' ? key.keyId : key.recipient}`;
  return { id, kind: 'ownKey', unit: null, removed: false, value: key };
}

export function cardEntry(card: RecipientCard): Omit<AnyDeskEntry, 'base'> {
  return { id: `recipient ${card.fingerprint}`, kind: 'recipient', unit: null, removed: false, value: card };
}

/** One record per sender and period: the newest revision stands. */
export function takenEntry(taken: TakenHandIn): Omit<AnyDeskEntry, 'base'> {
  const id = `handIn ${taken.from} ${taken.period.from}..${taken.period.to}`;
  return { id, kind: 'handIn', unit: null, removed: false, value: taken };
}

export function peerEntry(peer: PeerKey, removed = false): Omit<AnyDeskEntry, 'base'> {
  return { id: `peerKey ${peer.keyId}`, kind: 'peerKey', unit: null, removed, value: peer };
}

/** What is sent to be kept, member by member, in as few messages as fit. */
export function takeActions(applied: AppliedHandIns, there: ReadonlyMap<string, AnyDeskRecord>): TakeAction[] {
  const members = [...new Set(applied.taken.map(({ memberId }) => memberId))];
  const peers = new Map<string, PeerKey>();
  for (const record of there.values()) if (record.kind === 'peerKey') peers.set(record.value.keyId, record.value);
  const actions: TakeAction[] = [];
  for (const memberId of members) {
    const isOf = (one: { memberId: string | null }) => one.memberId === memberId;
    const retired = applied.retiredKeys.flatMap((keyId) => peers.get(keyId) ?? []).filter(isOf);
    const entries = [
      ...applied.taken.filter(isOf).map(takenEntry),
      ...applied.pins.filter(isOf).map((peer) => peerEntry(peer)),
      ...retired.map((peer) => peerEntry(peer, true)),
      ...applied.activity.filter(isOf).map((value) => ({
        id: activityId(memberId, value.period),
        kind: 'activity' as const,
        unit: null,
        removed: false,
        value,
      })),
    ];
    const one: TakeAction = {
      type: 'takeHandIns',
      readings: applied.readings.filter(({ subject }) => subject === memberId),
      records: entries.map((entry) => onto(entry, there.get(entry.id) ?? null)),
      consents: applied.consents.filter(isOf),
    };
    const last = actions.at(-1);
    if (last && last.readings.length + one.readings.length <= MOST_READINGS) {
      last.readings.push(...one.readings);
      last.records.push(...one.records);
      last.consents.push(...one.consents);
    } else actions.push(one);
  }
  return actions;
}

/** What takes one message back. */
export function undoAction(
  taken: TakeAction,
  kept: ActionResults['takeHandIns'],
  there: ReadonlyMap<string, AnyDeskRecord>,
  reason: string,
): UndoAction {
  const records = taken.records.map((entry, index) => {
    const before = there.get(entry.id);
    const value = before?.value ?? entry.value;
    const removed = before === undefined || before.removedAt !== null;
    return { ...entry, value, removed, base: kept.changedAt[index] ?? null } as AnyDeskEntry; // one kind, as it was
  });
  return { type: 'undoHandIns', readings: kept.readings, records, consents: kept.consents, reason };
}
