/** "Nhận bài nộp" on the store: what is known of members, and what is decided written in one step that can be undone. */
import { LoadFailed } from '@/components/ui/LoadFailed';
import { useRef, useState } from 'preact/hooks';
import { act } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useText } from '@/components/i18n';
import type { AppliedHandIns } from '@/lib/handin/apply';
import { cellId } from '@/lib/model/cell';
import type { AnyDeskRecord } from '@/lib/model/desk';
import type { OpeningKey } from '@/lib/model/hand-in';
import { SELF } from '@/lib/model/point-reading';
import type { ErrorCode } from '@/lib/protocol';
import {
  type TrackerDb,
  getDesk,
  getSettings,
  listDesk,
  listMembers,
  listReadingsBetween,
  toDatedTotal,
} from '@/lib/tracker';
import { addDays, dayInVietnam } from '@/lib/vi/dates';
import { ReceiveView } from './ReceiveView';
import { useSavedRecord } from './use-saved-record';
import { type UndoAction, cardEntry, ownKeyEntry, peerEntry, takeActions, undoAction } from './records';

/** Days of captured readings that are compared: a year's report handed in late still meets the year before. */
const COMPARED_DAYS = 800;

export function ReceivePage({ now, unit = null }: { now: () => Date; unit?: string | null }) {
  const { handin: t } = useText();
  const db = useDb();
  const [moment] = useState(now);
  const [undo, setUndo] = useState<UndoAction[]>([]);
  const facts = useLiveQuery(() => readFacts(db, unit, moment), [db, unit, moment]);
  const records = useRef<ReadonlyMap<string, AnyDeskRecord>>(new Map());
  records.current = facts.value?.records ?? records.current;

  const { save, line } = useSavedRecord();
  const apply = async (applied: AppliedHandIns): Promise<ErrorCode | null> => {
    const there = records.current;
    const undone: UndoAction[] = [];
    let failure: ErrorCode | null = null;
    for (const action of takeActions(applied, there)) {
      const reply = await act(action);
      if (!reply.ok) {
        failure = reply.code;
        break;
      }
      undone.unshift(undoAction(action, reply.value, there, t.undoReason));
    }
    // What was kept before a failure is kept, shows as taken, and can be taken back.
    setUndo(undone);
    return failure;
  };
  const takeBack = async (): Promise<ErrorCode | null> => {
    for (const [index, action] of undo.entries()) {
      const reply = await act(action);
      if (!reply.ok) {
        setUndo(undo.slice(index));
        return reply.code;
      }
    }
    setUndo([]);
    return null;
  };
  const verify = async (keyId: string, day: string): Promise<ErrorCode | null> => {
    const peer = facts.value?.known.peers.find((one) => one.keyId === keyId);
    return peer === undefined ? 'notFound' : save(peerEntry({ ...peer, verifiedOn: day }), t.comparedKept);
  };
  if (facts.state === 'failed') {
    return <LoadFailed retry={facts.retry} />;
  }
  if (facts.value === undefined) return null;
  const { keys, cards, cell, known } = facts.value;
  return (
    <ReceiveView
      now={now}
      saved={line}
      keys={keys}
      cards={cards}
      cell={cell}
      known={known}
      onSaveKey={(key) => save(ownKeyEntry(key), t.keyKept)}
      onSaveCard={(card) => save(cardEntry(card), t.cardKept)}
      onApply={apply}
      onVerify={verify}
      onUndo={undo.length === 0 ? null : takeBack}
    />
  );
}

async function readFacts(db: TrackerDb, unit: string | null, now: Date) {
  const from = addDays(dayInVietnam(now), -COMPARED_DAYS);
  const [settings, about, members, readings, ownKeys, recipients, peers, taken, activity] = await Promise.all([
    getSettings(db),
    getDesk(db, cellId(unit)),
    listMembers(db, { unit }),
    listReadingsBetween(db, { from, to: '9999-12-31' }),
    listDesk(db, 'ownKey'),
    listDesk(db, 'recipient'),
    listDesk(db, 'peerKey', { includeRemoved: true }),
    listDesk(db, 'handIn', { includeRemoved: true }),
    listDesk(db, 'activity', { includeRemoved: true }),
  ]);
  const keys = ownKeys.flatMap(({ value }): OpeningKey[] => (value.use === 'open' ? [value] : []));
  const own = new Set(keys.map(({ recipient }) => recipient));
  const stands = (record: AnyDeskRecord) => record.removedAt === null;
  const rows: AnyDeskRecord[] = [...peers, ...taken, ...activity];
  return {
    keys,
    // A card of another cell, to which this person hands in as a member, is none to take in for.
    cards: recipients.map(({ value }) => value).filter((card) => card.recipients.some(({ key }) => own.has(key))),
    cell:
      (about?.kind === 'cell' && about.removedAt === null ? about.value.name : null) ?? unit ?? settings.unitName ?? '',
    records: new Map(rows.map((record) => [record.id, record])),
    known: {
      roster: members.map(({ id, name, otherNames, code }) => ({ id, name, otherNames, code })),
      readings: readings
        .filter(({ subject }) => subject !== SELF)
        .map((one) => ({ ...toDatedTotal(one), memberId: one.subject, source: one.source })),
      peers: peers.filter(stands).map(({ value }) => value),
      taken: taken.filter((record) => stands(record) && record.value.memberId !== SELF).map(({ value }) => value),
    },
  };
}
