/** "Nhận bài nộp": the cell's card, any number of files at once, a table to decide on, and what is taken over in one step. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { FileDrop } from '@/components/ui/FileDrop';
import { Progress } from '@/components/ui/Progress';
import type { AppliedHandIns } from '@/lib/handin/apply';
import type { Known } from '@/lib/handin/review';
import type { OpeningKey, RecipientCard } from '@/lib/model/hand-in';
import type { ErrorCode } from '@/lib/protocol';
import { dayInVietnam } from '@/lib/vi/dates';
import { AskRow } from './AskRow';
import { choiceOf, groupsOf } from './decisions';
import { HarmlessTable } from './HarmlessTable';
import { DoneTable, PeerTable, RefusedTable } from './OtherRows';
import { ReceiveFoot } from './ReceiveFoot';
import { ReceiveSetUp } from './ReceiveSetUp';
import { useReceive } from './use-receive';
import { VerifyDialog } from './VerifyDialog';
import './handin.css';

export interface ReceiveViewProps {
  now: () => Date;
  /** What was saved last by itself, with its way back. */
  saved?: ComponentChildren;
  /** Every key of this person that opens hand-ins, the one in use first. */
  keys: readonly OpeningKey[];
  /** Every card given out, the one in use first: what was made for an older one is still taken. */
  cards: readonly RecipientCard[];
  /** Name of the cell, for a new card. */
  cell: string;
  /** Roster, pinned keys, hand-ins taken and captured readings; `known` keeps its identity while nothing changes. */
  known: Known;
  onSaveKey: (key: OpeningKey) => Promise<ErrorCode | null>;
  onSaveCard: (card: RecipientCard) => Promise<ErrorCode | null>;
  /** Everything or nothing; can be undone by the store. */
  onApply: (applied: AppliedHandIns) => Promise<ErrorCode | null>;
  /** A pinned key was compared on this day. */
  onVerify: (keyId: string, day: string) => Promise<ErrorCode | null>;
  /** Takes back what was written last; null when there is nothing. */
  onUndo: (() => Promise<ErrorCode | null>) | null;
}

export function ReceiveView(props: ReceiveViewProps) {
  const { known, keys, cards } = props;
  const { handin: t, ui } = useText();
  const f = useFormat();
  const fingerprints = useMemo(() => cards.map(({ fingerprint }) => fingerprint), [cards]);
  const receive = useReceive({ now: props.now, keys, cards: fingerprints, known, onApply: props.onApply });
  const { receiving, review, plan, choices, verified } = receive;
  const [comparing, setComparing] = useState<{ keyId: string; name: string } | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const names = useMemo(() => new Map(known.roster.map(({ id, name }) => [id, name])), [known.roster]);
  const groups = groupsOf(review);
  const context = {
    names,
    verified,
    onVerify: ({ handIn }: (typeof review.rows)[number]) => setComparing({ keyId: handIn.from, name: handIn.name }),
  };
  const same = async () => {
    if (comparing === null) return;
    const { keyId } = comparing;
    setComparing(null);
    const day = dayInVietnam(props.now());
    // A key that is not pinned yet is noted here and goes to the store together with its pin.
    const pinned = known.peers.some((peer) => peer.keyId === keyId);
    const unkept = pinned ? await props.onVerify(keyId, day) : null;
    setFailure(unkept);
    if (!pinned) receive.noteVerified(keyId, day);
  };
  const ready = keys.length > 0 && cards.length > 0;

  return (
    <div class="stack-wide">
      <div class="stack-tight">
        <h1 tabIndex={-1}>{t.receiveTitle}</h1>
        <p class="soft">{t.receiveIntro}</p>
      </div>
      {props.saved}
      <ReceiveSetUp
        ownKey={keys[0] ?? null}
        card={cards[0] ?? null}
        cell={props.cell}
        onSaveKey={props.onSaveKey}
        onSaveCard={props.onSaveCard}
      />
      {ready ? (
        <FileDrop
          titleId="handin-drop"
          title={t.dropTitle}
          text={t.dropText}
          softText
          main={review.rows.length === 0}
          choose={t.choose}
          drop={t.drop}
          accept=".age"
          onFiles={(files) => void receive.open(files)}
        >
          {receiving.at === 'opening' ? (
            <Progress label={t.opening} value={receiving.fraction} onCancel={receive.stop} />
          ) : null}
          {receiving.at === 'failed' ? (
            <Banner tone="bad" title={t.notOpened}>
              {receiving.detail === null ? null : <p class="wrap-anywhere small">{receiving.detail}</p>}
            </Banner>
          ) : null}
          <p role="status">
            {receive.files === 0 ? '' : t.found(f.number(receive.files), f.number(review.rows.length))}
          </p>
        </FileDrop>
      ) : (
        <p class="soft">{t.keyFirst}</p>
      )}
      {failure === null ? null : (
        <Banner tone="bad">
          <p>{ui.errors[failure]}</p>
        </Banner>
      )}
      {groups.ask.length === 0 ? null : (
        <section class="card stack" aria-labelledby="handin-ask">
          <h2 id="handin-ask">{t.askTitle}</h2>
          <p class="soft">{t.askText}</p>
          <ul class="ask-list">
            {groups.ask.map((row) => (
              <li key={row.id}>
                <AskRow
                  row={row}
                  choice={choiceOf(choices, row)}
                  known={known}
                  onChoose={(change) => receive.choose([row.id], change)}
                  {...context}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {groups.harmless.length === 0 ? null : (
        <HarmlessTable
          rows={groups.harmless}
          choiceOf={(row) => choiceOf(choices, row)}
          onChoose={receive.choose}
          {...context}
        />
      )}
      {review.refused.length === 0 ? null : <RefusedTable refused={review.refused} />}
      {groups.done.length === 0 ? null : <DoneTable rows={groups.done} {...context} />}
      <ReceiveFoot
        open={groups.ask.length + groups.harmless.length}
        plan={plan}
        receiving={receiving}
        onApply={() => void receive.apply()}
        onUndo={props.onUndo === null ? null : () => void receive.undo(props.onUndo)}
      />
      {known.peers.length === 0 ? null : (
        <PeerTable
          peers={known.peers}
          names={names}
          onVerify={(peer) => setComparing({ keyId: peer.keyId, name: names.get(peer.memberId) ?? peer.name })}
        />
      )}
      {comparing === null ? null : (
        <VerifyDialog
          name={comparing.name}
          keyId={comparing.keyId}
          onSame={() => void same()}
          onClose={() => setComparing(null)}
        />
      )}
    </div>
  );
}
