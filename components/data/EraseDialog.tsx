/** Erasing everything: says what will be gone, offers to take it out first, and asks for a typed word. */
import { useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import { foldLabel } from '@/lib/vi/text';
import { rememberFolder } from './folder-store';
import { kindText } from './kinds';

interface Props {
  counts: readonly (readonly [string, number])[];
  onTakeOut: () => void;
  onClose: () => void;
}

export function EraseDialog({ counts, onTakeOut, onClose }: Props) {
  const { data: t, ui } = useText();
  const f = useFormat();
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const { run, status } = useAction();
  // Typing without accents or in small letters is still a clear yes.
  const agreed = foldLabel(typed) === foldLabel(t.eraseWord);
  const there = counts.filter(([, count]) => count > 0);
  const erase = async () => {
    setTried(true);
    if (!agreed) return;
    const reply = await run({ type: 'eraseEverything' });
    if (!reply.ok) return;
    // The folder of automatic copies is remembered outside the store.
    await rememberFolder(null).catch(() => undefined);
    toast('good', t.erased);
    onClose();
  };
  return (
    <Dialog
      title={t.eraseTitle}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.keep}</Button>
          <Button kind="danger" icon="trash" busy={status.state === 'busy'} onClick={() => void erase()}>
            {t.eraseNow}
          </Button>
        </>
      }
    >
      {there.length === 0 ? (
        <p>{t.eraseNothing}</p>
      ) : (
        <>
          <p>{t.eraseGone}</p>
          <ul class="reasons">
            {there.map(([kind, count]) => (
              <li key={kind}>{t.eraseLine(f.number(count), kindText(kind, t).what.toLocaleLowerCase('vi'))}</li>
            ))}
          </ul>
        </>
      )}
      <Banner tone="warn" live="off">
        <p>{t.eraseFirst}</p>
        <Button size="small" icon="download" onClick={onTakeOut}>
          {t.exportButton}
        </Button>
      </Banner>
      <TextField
        label={t.eraseField}
        value={typed}
        onInput={setTyped}
        error={tried && !agreed ? t.eraseMismatch : null}
      />
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.eraseFailed}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
