/** Switching the lock off: the passphrase once more, and everything is opened for good. */
import { useState } from 'preact/hooks';
import { askBackground } from '../hooks/ask-background';
import { useText } from '../i18n';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Progress } from '../ui/Progress';
import { usePresent } from './use-present';

export function SwitchOffDialog({ onClose }: { onClose: (done: string | null) => void }) {
  const { lock: t, ui } = useText();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const present = usePresent();
  const switchOff = async () => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    try {
      if ((await present.open()) !== null) {
        const reply = await askBackground({ type: 'switchLock', to: null });
        if (reply.ok) return onClose(t.turnedOff);
        setFailed(reply.detail);
      }
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <Dialog
      title={t.offTitle}
      onClose={() => busy || onClose(null)}
      actions={
        <>
          <Button disabled={busy} onClick={() => onClose(null)}>
            {ui.cancel}
          </Button>
          <Button kind="danger" busy={busy} onClick={() => void switchOff()}>
            {t.offConfirm}
          </Button>
        </>
      }
    >
      <p>{t.offWarning}</p>
      {present.field}
      {busy ? <Progress label={t.opening} /> : null}
      {failed !== null ? (
        <Banner tone="bad" title={t.failed}>
          <p class="small">{failed}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
