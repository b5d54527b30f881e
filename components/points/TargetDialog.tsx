/** Setting or clearing the month's target. */
import { useState } from 'preact/hooks';
import { readTotalEntry } from '@/components/fields/entry';
import { useAction } from '@/components/hooks/use-actions';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';

export function TargetDialog({ target, onClose }: { target: number | null; onClose: () => void }) {
  const texts = useText();
  const { points: t, ui } = texts;
  const [text, setText] = useState(target === null ? '' : String(target));
  const [error, setError] = useState<string | null>(null);
  const { run, status } = useAction();
  const save = async () => {
    const read = text.trim() === '' ? null : readTotalEntry(text, texts);
    if (read !== null && !read.ok) return setError(read.message);
    const value = read === null || read.value === 0 ? null : read.value;
    const reply = await run({ type: 'saveSettings', patch: { targetPerMonth: value } });
    if (reply.ok) onClose();
  };
  return (
    <Dialog
      title={t.target}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="main" busy={status.state === 'busy'} onClick={() => void save()}>
            {t.save}
          </Button>
        </>
      }
    >
      <TextField
        label={t.targetField}
        hint={t.targetHint}
        inputMode="numeric"
        maxLength={20}
        value={text}
        error={error}
        onInput={(typed) => {
          setText(typed);
          setError(null);
        }}
      />
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
