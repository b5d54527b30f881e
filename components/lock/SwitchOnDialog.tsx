/** Switching the lock on: what it means, a passphrase, and the sealing of everything. */
import { useState } from 'preact/hooks';
import { askBackground } from '../hooks/ask-background';
import { extensionApi } from '../hooks/extension';
import { useText } from '../i18n';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Checkbox } from '../ui/Field';
import { Progress } from '../ui/Progress';
import { makeLock } from './keys';
import { useNewPassphrase } from './use-new-passphrase';

/** `onClose` is told what to say, or null when nothing was done. */
export function SwitchOnDialog({ onClose }: { onClose: (done: string | null) => void }) {
  const { lock: t, ui } = useText();
  const [understood, setUnderstood] = useState(false);
  const [tried, setTried] = useState(false);
  const [step, setStep] = useState<'ask' | 'working' | 'sealing'>('ask');
  const [failed, setFailed] = useState<string | null>(null);
  const passphrase = useNewPassphrase(t.passphrase);
  const busy = step !== 'ask';

  const switchOn = async () => {
    const chosen = passphrase.take();
    setTried(true);
    if (busy || chosen === null || !understood) return;
    // Straight from the press: the browser asks the person only then. Refused, the lock goes by the last use.
    void extensionApi()
      ?.permissions?.request({ permissions: ['idle'] })
      .catch(() => false);
    setFailed(null);
    setStep('working');
    try {
      const to = await makeLock(chosen);
      setStep('sealing');
      const reply = await askBackground({ type: 'switchLock', to });
      if (reply.ok) return onClose(t.turnedOn);
      setFailed(reply.detail);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
    setStep('ask');
  };
  return (
    <Dialog
      title={t.onTitle}
      onClose={() => busy || onClose(null)}
      actions={
        <>
          <Button disabled={busy} onClick={() => onClose(null)}>
            {ui.cancel}
          </Button>
          <Button kind="main" busy={busy} onClick={() => void switchOn()}>
            {t.onTitle}
          </Button>
        </>
      }
    >
      <Banner tone="warn" live="off" title={t.onWarning}>
        <p>{t.onWarningText}</p>
      </Banner>
      {passphrase.fields}
      <Checkbox label={t.understood} hint={t.forgetNote} checked={understood} onChange={setUnderstood} />
      {tried && !understood ? (
        <p class="field-error" role="alert">
          {t.understoodNeeded}
        </p>
      ) : null}
      {busy ? <Progress label={step === 'working' ? t.working : t.sealing} /> : null}
      {failed !== null ? (
        <Banner tone="bad" title={t.failed}>
          <p class="small">{failed}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
