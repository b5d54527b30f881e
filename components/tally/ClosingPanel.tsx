/** Where a period stands: open, closed, or changed since it was closed; closing it, closing an amended version, putting one aside. */
import { useState } from 'preact/hooks';
import { useDesk } from '@/components/hooks/use-desk';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Term } from '@/components/ui/Term';
import type { Closing } from '@/lib/model/closing';
import type { KnownTally } from '@/lib/model/tally';
import { type TallyChanges, digestTally } from '@/lib/tally/closing';
import { CloseDialog } from './CloseDialog';
import { ChangeTable } from './ChangeTable';
import { type ClosingRecord, type Closings, isIntact, isSilent } from './use-closings';

interface Props {
  unit: string | null;
  closings: Closings;
  /** As worked out now. */
  known: KnownTally;
  /** Against the newest closed version; null while there is none. */
  changes: TallyChanges | null;
  /** The period is not over yet. */
  running: boolean;
}

export function ClosingPanel({ unit, closings, known, changes, running }: Props) {
  const { cell: t, ui } = useText();
  const f = useFormat();
  const [asking, setAsking] = useState(false);
  const { save, undo, forgetUndo, status, clear } = useDesk();
  const [newest] = closings.versions;

  const close = async (reason: string) => {
    const amends = newest === undefined ? null : { id: newest.id, number: newest.value.number, reason };
    const value: Closing = {
      period: known.tally.period,
      number: closings.nextNumber,
      version: (newest?.value.version ?? 0) + 1,
      amends,
      tally: known.tally,
      members: [...known.members],
      digest: digestTally(known.tally),
      redactedOn: null,
    };
    const entry = { id: crypto.randomUUID(), kind: 'closing' as const, unit, removed: false, value };
    if (await save([{ entry, before: null }])) setAsking(false);
  };
  const putAside = (record: ClosingRecord) => {
    const { id, kind, value } = record;
    return save([{ entry: { id, kind, unit, removed: true, value }, before: record }]);
  };

  return (
    <section class="card stack no-print" aria-labelledby="closing-title">
      <div class="cluster">
        <h2 id="closing-title">{t.closing}</h2>
        <Term about="closing" />
      </div>
      {newest === undefined ? (
        <p>{running ? t.openRunning : t.open}</p>
      ) : (
        <p>
          {t.closedAs(f.number(newest.value.number), f.instant(newest.createdAt))}{' '}
          <span class="soft">{t.digest(newest.value.digest.slice(0, 12))}</span>
        </p>
      )}
      {newest !== undefined && !isIntact(newest) ? <Banner tone="bad" title={t.notIntact} /> : null}
      {newest !== undefined && newest.value.redactedOn !== null ? (
        <p class="soft">{t.redacted(f.day(newest.value.redactedOn))}</p>
      ) : null}
      {newest !== undefined && changes !== null && !isSilent(changes) ? (
        <Banner tone="warn" title={t.changedSince(f.number(newest.value.number))}>
          <p>{t.changedText}</p>
          <details class="more">
            <summary>{t.whatChanged}</summary>
            <ChangeTable changes={changes} />
          </details>
        </Banner>
      ) : null}
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.closeFailed} onClose={clear}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
      <div class="cluster">
        {newest === undefined ? (
          <Button onClick={() => setAsking(true)}>{t.close}</Button>
        ) : changes !== null && !isSilent(changes) ? (
          <Button onClick={() => setAsking(true)}>{t.closeAmended}</Button>
        ) : null}
        {newest === undefined || undo !== null ? null : (
          <Button kind="quiet" busy={status.state === 'busy'} onClick={() => void putAside(newest)}>
            {t.putAside}
          </Button>
        )}
        {undo === null ? null : (
          <Button kind="quiet" busy={status.state === 'busy'} onClick={() => void undo()}>
            {ui.undo}
          </Button>
        )}
      </div>
      {closings.versions.length > 1 ? (
        <ol class="plain-list stack-tight">
          {closings.versions.map(({ id, createdAt, value }) => (
            <li key={id} class="soft">
              {t.versionLine(
                f.number(value.number),
                f.instant(createdAt),
                value.amends === null ? null : value.amends.reason,
              )}
            </li>
          ))}
        </ol>
      ) : null}
      {asking ? (
        <CloseDialog
          number={closings.nextNumber}
          amends={newest?.value.number ?? null}
          running={running}
          busy={status.state === 'busy'}
          onConfirm={(reason) => {
            forgetUndo();
            void close(reason);
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </section>
  );
}
