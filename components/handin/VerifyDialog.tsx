/** Comparing a sender's words face to face or by voice; only an explicit yes verifies. */
import { useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';
import { compareFingerprint } from '@/lib/handin/words';
import { Fingerprint } from './Fingerprint';

interface Props {
  name: string;
  keyId: string;
  onSame: () => void;
  onClose: () => void;
}

export function VerifyDialog({ name, keyId, onSame, onClose }: Props) {
  const { handin: t } = useText();
  const [typed, setTyped] = useState('');
  const told = typed.trim() === '' ? null : compareFingerprint(typed, keyId);
  // Words are typed one after the other: only a wrong one is worth a warning, not a missing one.
  const words = typed.trim().split(/[^\p{L}\p{M}]+/u).length;
  const differs = told !== null && !told.same && told.word <= words ? told.word : null;
  return (
    <Dialog
      title={t.verifyTitle(name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t.verifyNo}</Button>
          <Button kind="main" icon="check" disabled={differs !== null} onClick={onSame}>
            {t.verifyYes}
          </Button>
        </>
      }
    >
      <p>{t.verifyText}</p>
      <Fingerprint fingerprint={keyId} what={t.verifyKey(name)} />
      <TextField
        label={t.verifyTyped}
        optional
        value={typed}
        maxLength={400}
        error={differs === null ? null : t.verifyDiffers(String(differs))}
        onInput={setTyped}
      />
      <p role="status">{told?.same === true ? t.verifySame : ''}</p>
    </Dialog>
  );
}
