/** Recording a consent somebody gave: who, for which data and purpose, how, until when, in which words. */
import { useState } from 'preact/hooks';
import { DayField } from '@/components/fields/DayField';
import { readDayEntry } from '@/components/fields/entry';
import { useAction } from '@/components/hooks/use-actions';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Checkbox, SelectField, TextField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import { CONSENT_METHODS, DATA_KINDS, type MemberConsent } from '@/lib/model/member-consent';
import type { Member } from '@/lib/model/member';
import { dayInVietnam } from '@/lib/vi/dates';
import { cleanText } from '@/lib/vi/text';
import { holdsDenied } from './free-words';
import { type PersonEntry, PersonField, personOf } from './PersonField';

export function ConsentDialog(props: { members: readonly Member[]; now: Date; onClose: () => void }) {
  const texts = useText();
  const { privacy: t, ui } = texts;
  const toast = useToast();
  const today = dayInVietnam(props.now);
  const [who, setWho] = useState<PersonEntry>({ name: '', choice: '' });
  const [kinds, setKinds] = useState<MemberConsent['kinds']>([]);
  const [purpose, setPurpose] = useState(t.purposeFirst);
  const [method, setMethod] = useState<MemberConsent['method']>('LOI_NOI');
  const [givenOn, setGivenOn] = useState(today);
  const [until, setUntil] = useState('');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const { run, status } = useAction();

  const person = personOf(who, props.members);
  const lastDay = until.trim() === '' ? null : readDayEntry(until, texts);
  const untilError =
    lastDay === null ? null : !lastDay.ok ? lastDay.message : lastDay.value < givenOn ? t.keepUntilEarly : null;
  const denied = (text: string) => (holdsDenied(text) ? t.wordsDenied : null);
  const purposeError = (tried && cleanText(purpose) === '' ? t.purposeNeeded : null) ?? denied(purpose);
  const wrong = untilError ?? denied(purpose) ?? denied(words);

  const save = async () => {
    setTried(true);
    if (person === null || kinds.length === 0 || cleanText(purpose) === '' || wrong !== null) return;
    const reply = await run({
      type: 'recordMemberConsent',
      consent: {
        memberId: person.memberId,
        person: person.name,
        kinds,
        purpose: cleanText(purpose),
        method,
        givenOn,
        keepUntil: lastDay?.ok ? lastDay.value : null,
        text: words.trim(),
      },
    });
    if (!reply.ok) return;
    toast('good', t.recorded);
    props.onClose();
  };

  return (
    <Dialog
      title={t.record}
      size="wide"
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{ui.cancel}</Button>
          <Button kind="main" busy={status.state === 'busy'} onClick={() => void save()}>
            {ui.save}
          </Button>
        </>
      }
    >
      <PersonField entry={who} members={props.members} tried={tried} onChange={setWho} />
      <fieldset class="field">
        <legend class="field-label">{t.kinds}</legend>
        {DATA_KINDS.map((kind) => (
          <Checkbox
            key={kind}
            label={t.dataKinds[kind]}
            checked={kinds.includes(kind)}
            onChange={(on) => setKinds(DATA_KINDS.filter((one) => (one === kind ? on : kinds.includes(one))))}
          />
        ))}
        {tried && kinds.length === 0 ? (
          <p class="field-error" role="alert">
            {t.kindsNeeded}
          </p>
        ) : null}
      </fieldset>
      <TextField label={t.purpose} maxLength={500} value={purpose} onInput={setPurpose} error={purposeError} />
      <div class="two-columns">
        <SelectField
          label={t.method}
          value={method}
          options={CONSENT_METHODS.map((one) => ({ value: one, label: t.methods[one] }))}
          onChange={setMethod}
        />
        <DayField label={t.given} value={givenOn} latest={today} onDay={setGivenOn} />
      </div>
      <TextField
        label={t.keepUntil}
        hint={t.keepUntilHint}
        inputMode="numeric"
        maxLength={10}
        value={until}
        error={untilError}
        onInput={setUntil}
      />
      <TextField
        label={t.words}
        hint={t.wordsHint}
        optional
        lines
        maxLength={4_000}
        value={words}
        onInput={setWords}
        error={denied(words)}
      />
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
