/** Choosing a passphrase: one's own, or one made by the computer; typed twice, strong enough; the fields, and what they hold once they are right. */
import { useState } from 'preact/hooks';
import { type GeneratedPassphrase, foldPassphrase, generatePassphrase } from '@/lib/backup/passphrase';
import { weaknessOf } from '@/lib/lock/derive-key';
import { useText } from '../i18n';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Field';
import { PassphraseField } from './PassphraseField';

export function useNewPassphrase(label: string) {
  const { lock: t } = useText();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [shown, setShown] = useState(false);
  const [tried, setTried] = useState(false);
  const [made, setMade] = useState<GeneratedPassphrase | null>(null);
  const weakness = weaknessOf(first);
  const same = foldPassphrase(first) === foldPassphrase(second);
  const make = () => {
    const next = generatePassphrase();
    setMade(next);
    setFirst(next.typed);
    // Typed again by hand, from the paper it was copied to.
    setSecond('');
  };
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
        <div class="cluster">
          <Button size="small" onClick={make}>
            {made === null ? t.make : t.makeAnother}
          </Button>
        </div>
        {made !== null && first === made.typed ? (
          <div class="stack-tight" role="status">
            <p class="small">{t.madeText}</p>
            <ol class="lock-phrase">
              {made.phrases.map((phrase) => (
                <li key={phrase}>{phrase}</li>
              ))}
            </ol>
          </div>
        ) : null}
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
