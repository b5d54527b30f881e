/** Another passphrase: the key of the rows is wrapped anew, or, when others may know it, everything sealed anew. */
import { useState } from 'preact/hooks';
import { askBackground } from '../hooks/ask-background';
import { useText } from '../i18n';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Checkbox } from '../ui/Field';
import { Progress } from '../ui/Progress';
import { makeLock, wrapUnder } from './keys';
import { useNewPassphrase } from './use-new-passphrase';
import { usePresent } from './use-present';

export function ChangeDialog({ onClose }: { onClose: (done: string | null) => void }) {
  const { lock: t, ui } = useText();
  const [known, setKnown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const present = usePresent();
  const next = useNewPassphrase(t.newPassphrase);
  const change = async () => {
    const chosen = next.take();
    if (busy || chosen === null) return;
    setBusy(true);
    setFailed(null);
    try {
      const key = await present.open();
      if (key !== null) {
        const reply = await askBackground(
          known
            ? { type: 'switchLock', to: await makeLock(chosen) }
            : { type: 'rewrapLock', record: await wrapUnder(key, chosen) },
        );
        if (reply.ok) return onClose(t.changed);
        setFailed(reply.detail);
      }
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <Dialog
      title={t.changeTitle}
      onClose={() => busy || onClose(null)}
      actions={
        <>
          <Button disabled={busy} onClick={() => onClose(null)}>
            {ui.cancel}
          </Button>
          <Button kind="main" busy={busy} onClick={() => void change()}>
            {t.changeTitle}
          </Button>
        </>
      }
    >
      {present.field}
      {next.fields}
      <Checkbox label={t.known} hint={t.knownHint} checked={known} onChange={setKnown} />
      {busy ? <Progress label={t.working} /> : null}
      {failed !== null ? (
        <Banner tone="bad" title={t.failed}>
          <p class="small">{failed}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
