/** Making a copy with a passphrase: chosen, sealed, saved, read back, compared; it counts only then. */
import { useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { FileField } from '@/components/ui/FileField';
import { Progress } from '@/components/ui/Progress';
import { canSaveWithPicker } from './file-pickers';
import { PassphraseStep, usePassphrase } from './PassphraseStep';
import { copyName, useMakeBackup } from './use-make-backup';

export function MakeBackupDialog({ now, onClose }: { now: () => Date; onClose: () => void }) {
  const { backup: t, ui } = useText();
  const [moment] = useState(now);
  const name = copyName(moment);
  const phrase = usePassphrase();
  const { making, stop, seal, save, check } = useMakeBackup(now);

  const begin = async () => {
    const chosen = await phrase.take();
    if (chosen !== null) await seal(chosen.typed);
  };
  const close = () => {
    stop();
    onClose();
  };
  const copy = 'copy' in making ? making.copy : null;
  const saving = (label: string) =>
    copy === null ? null : (
      <Button kind="main" icon="download" onClick={() => void save(copy, name, t.restoreFile)}>
        {label}
      </Button>
    );

  return (
    <Dialog
      title={t.makeTitle}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{making.at === 'done' ? ui.close : ui.cancel}</Button>
          {making.at === 'phrase' ? (
            <Button kind="main" icon="lock" onClick={() => void begin()}>
              {t.goOn}
            </Button>
          ) : null}
          {making.at === 'save' ? saving(canSaveWithPicker() ? t.saveFile : t.download) : null}
          {making.at === 'failed' ? saving(t.again) : null}
        </>
      }
    >
      {making.at === 'phrase' ? <PassphraseStep state={phrase} file={name} now={moment} /> : null}
      {making.at === 'sealing' ? <Progress label={t.sealing} value={making.fraction} onCancel={stop} /> : null}
      {making.at === 'save' ? (
        <Banner tone="plain">
          <p>{t.ready}</p>
        </Banner>
      ) : null}
      {making.at === 'again' || (making.at === 'failed' && making.copy !== null && !canSaveWithPicker()) ? (
        <>
          <p>{t.chooseAgain}</p>
          <FileField label={t.chooseField} accept=".age" onFile={(file) => copy && file && void check(copy, file)} />
        </>
      ) : null}
      {making.at === 'checking' ? <Progress label={t.checking} value={making.fraction} onCancel={stop} /> : null}
      {making.at === 'done' ? (
        <Banner tone="good" title={t.done(name)}>
          <p>{t.doneNext}</p>
        </Banner>
      ) : null}
      {making.at === 'failed' ? (
        <Banner tone="bad" title={making.why === 'differs' ? t.differs : t.failed}>
          {making.code === undefined ? null : <p>{ui.errors[making.code]}</p>}
          {making.detail === null ? null : <p class="wrap-anywhere small">{making.detail}</p>}
        </Banner>
      ) : null}
    </Dialog>
  );
}
