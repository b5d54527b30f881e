/** Choosing the passphrase of a copy: one made by the computer, shown large, or one's own above the floor. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Checkbox, TextField } from '@/components/ui/Field';
import { foldPassphrase, generatePassphrase } from '@/lib/backup/passphrase';
import { type Weakness, findWeakness } from '@/lib/backup/strength';
import { getSettings } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { printSheet } from './RecoverySheet';

export interface ChosenPhrase {
  /** What the file is sealed with. */
  typed: string;
  /** As shown and printed. */
  shown: string;
}

/** The state of the step, so that its buttons can stand in the foot of a dialog. */
export function usePassphrase() {
  const db = useDb();
  const [made, setMade] = useState(() => generatePassphrase());
  const [own, setOwn] = useState<string | null>(null);
  const [written, setWritten] = useState(false);
  const [tried, setTried] = useState(false);
  const [weakness, setWeakness] = useState<Weakness | null>(null);
  const phrase: ChosenPhrase =
    own === null
      ? { typed: made.typed, shown: made.phrases.join(' · ') }
      : { typed: foldPassphrase(own), shown: foldPassphrase(own) };

  const judge = async (text: string) => {
    const { subjectName, unitName, party } = await getSettings(db);
    const personal = [subjectName, unitName, ...Object.values(party)].filter((one) => one !== null);
    const found = findWeakness(text, personal);
    setWeakness(found);
    return found;
  };
  return {
    made,
    own,
    written,
    tried,
    weakness,
    phrase,
    setOwn: (text: string | null) => {
      setOwn(text);
      setWeakness(null);
      setWritten(false);
    },
    setWritten,
    another: () => {
      setMade(generatePassphrase());
      setWritten(false);
    },
    /** The passphrase when it may be used; null after saying why not. */
    take: async (): Promise<ChosenPhrase | null> => {
      setTried(true);
      const weak = own === null ? null : await judge(own);
      return weak === null && written ? phrase : null;
    },
  };
}

export function PassphraseStep({
  state,
  file,
  now,
}: {
  state: ReturnType<typeof usePassphrase>;
  file: string;
  now: Date;
}) {
  const { backup: t } = useText();
  const f = useFormat();
  const takeAway = useRef<(() => void) | null>(null);
  useEffect(() => () => takeAway.current?.(), []);
  const { made, own, phrase } = state;
  const print = () => {
    takeAway.current?.();
    const facts = { phrase: phrase.shown, typed: phrase.typed, file, day: f.day(dayInVietnam(now)) };
    takeAway.current = printSheet(facts, t);
  };
  return (
    <>
      <p>{t.phraseText}</p>
      {own === null ? (
        <div class="phrase stack-tight" role="group" aria-label={t.phraseTitle}>
          <ol class="phrase-words">
            {made.phrases.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ol>
          <p class="soft small">
            {t.phraseTyped} <span class="phrase-typed wrap-anywhere">{made.typed}</span>
          </p>
        </div>
      ) : (
        <TextField
          label={t.ownField}
          hint={t.ownHint}
          value={own}
          maxLength={300}
          onInput={state.setOwn}
          error={state.weakness === null ? null : t.weakness[state.weakness]}
        />
      )}
      <div class="cluster">
        <Button size="small" icon="file" onClick={print} disabled={own === ''}>
          {t.print}
        </Button>
        {own === null ? (
          <>
            <Button size="small" onClick={state.another}>
              {t.another}
            </Button>
            <Button size="small" icon="pencil" onClick={() => state.setOwn('')}>
              {t.ownPhrase}
            </Button>
          </>
        ) : (
          <Button size="small" onClick={() => state.setOwn(null)}>
            {t.madePhrase}
          </Button>
        )}
      </div>
      <Checkbox
        label={t.written}
        hint={state.tried && !state.written ? <strong role="alert">{t.writtenFirst}</strong> : undefined}
        checked={state.written}
        onChange={state.setWritten}
      />
    </>
  );
}
