/** Choosing a passphrase: typed twice, strong enough; the fields, and what they hold once they are right. */
import { useState } from 'preact/hooks';
import { weaknessOf } from '@/lib/lock/derive-key';
import { useText } from '../i18n';
import { Checkbox } from '../ui/Field';
import { PassphraseField } from './PassphraseField';

export function useNewPassphrase(label: string) {
  const { lock: t } = useText();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const weakness = weaknessOf(first);
  const same = first === second;
  return {
    /** Null, and the fields say why, while it cannot be used. */
    take: (): string | null => {
      setTried(true);
      return weakness === null && same ? first : null;
    },
    fields: (
      <>
        <PassphraseField
          label={label}
          hint={t.passphraseHint}
          kind="new-password"
          value={first}
          shown={shown}
          onInput={setFirst}
          error={tried && weakness !== null ? t.weak[weakness] : null}
        />
        <PassphraseField
          label={t.again}
          kind="new-password"
          value={second}
          shown={shown}
          onInput={setSecond}
          error={tried && weakness === null && !same ? t.notSame : null}
        />
        <Checkbox label={t.show} checked={shown} onChange={setShown} />
      </>
    ),
  };
}
