/** Putting a copy back: file and passphrase, preview, one write, result with a way back. */
import { useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';
import { FileField } from '@/components/ui/FileField';
import { Progress } from '@/components/ui/Progress';
import type { VaultFailure } from '@/components/workers/vault-calls';
import type { ErrorCode } from '@/lib/protocol';
import { RestorePreview, useHow } from './RestorePreview';
import { useRestore } from './use-restore';

export function RestoreDialog({ now, onClose }: { now: () => Date; onClose: () => void }) {
  const { backup: t, ui } = useText();
  const f = useFormat();
  const [file, setFile] = useState<File | null>(null);
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const how = useHow();
  const { restoring, stop, open, apply, undo } = useRestore(now);
  const { at } = restoring;

  const begin = () => {
    setTried(true);
    if (file !== null && typed.trim() !== '') void open(file, typed);
  };
  const go = () => {
    const chosen = how.take();
    if (chosen !== null && restoring.at === 'preview') void apply(restoring.opened, chosen);
  };
  const close = () => {
    // What is being written is finished by the background: closing now would only hide how it ended.
    if (at === 'applying') return;
    stop();
    onClose();
  };
  const words = (code: ErrorCode | 'lost') => (code === 'lost' ? t.lost : ui.errors[code]);

  return (
    <Dialog
      title={t.restoreTitle}
      size="wide"
      onClose={close}
      actions={
        <>
          <Button disabled={at === 'applying'} onClick={close}>
            {at === 'applied' || at === 'undone' ? ui.close : ui.cancel}
          </Button>
          {at === 'pick' ? (
            <Button kind="main" icon="eye" onClick={begin}>
              {t.openIt}
            </Button>
          ) : null}
          {at === 'preview' ? (
            <Button kind={how.mode === 'replace' ? 'danger' : 'main'} icon="check" onClick={go}>
              {t.apply}
            </Button>
          ) : null}
          {at === 'applied' && restoring.result.undo !== null ? (
            <Button busy={restoring.undoing} onClick={() => void undo(restoring.result)}>
              {t.undo}
            </Button>
          ) : null}
        </>
      }
    >
      {at === 'pick' ? (
        <>
          <p>{t.restoreText}</p>
          {restoring.failure === null ? null : <Refusal failure={restoring.failure} />}
          <FileField
            label={t.restoreFile}
            accept=".age"
            onFile={setFile}
            error={tried && file === null ? t.restoreFileFirst : null}
          />
          <TextField
            label={t.restorePhrase}
            hint={t.restorePhraseHint}
            value={typed}
            maxLength={400}
            onInput={setTyped}
            error={tried && typed.trim() === '' ? t.restorePhraseFirst : null}
          />
        </>
      ) : null}
      {at === 'opening' ? <Progress label={t.opening} value={restoring.fraction} onCancel={stop} /> : null}
      {at === 'preview' ? (
        <>
          {restoring.failed === null ? null : (
            <Banner tone="bad" title={restoring.failed === 'lost' ? undefined : t.applyFailed}>
              <p>{words(restoring.failed)}</p>
            </Banner>
          )}
          <RestorePreview opened={restoring.opened} how={how} />
        </>
      ) : null}
      {at === 'applying' ? (
        <Progress
          label={restoring.stage === 'sending' ? t.sending : t.stages[restoring.stage]}
          value={restoring.fraction ?? undefined}
        />
      ) : null}
      {at === 'applied' ? (
        <>
          <Banner tone="good">
            <p>{t.applied(f.number(restoring.result.counts.readings), f.number(restoring.result.counts.members))}</p>
            {restoring.result.undo === null ? <p>{t.undoNone}</p> : null}
          </Banner>
          {restoring.undoFailed === null ? null : (
            <Banner tone="bad" title={t.undoFailed}>
              <p>{words(restoring.undoFailed)}</p>
            </Banner>
          )}
        </>
      ) : null}
      {at === 'undone' ? (
        <Banner tone="good">
          <p>{t.undone}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}

function Refusal({ failure }: { failure: VaultFailure }) {
  const { backup: t } = useText();
  return (
    <Banner tone="bad" title={t.refused}>
      {failure.kind === 'refused' ? (
        <>
          <p>{t.refusals[failure.code]}</p>
          {failure.where === null ? null : <p class="small wrap-anywhere">{t.refusedAt(failure.where)}</p>}
        </>
      ) : failure.kind === 'failed' ? (
        <p class="wrap-anywhere">{failure.detail}</p>
      ) : null}
    </Banner>
  );
}
