/** Noting a request: who, what they want, when it came; its days are worked out from the rules. */
import { useState } from 'preact/hooks';
import { DayField } from '@/components/fields/DayField';
import { useAction } from '@/components/hooks/use-actions';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { SelectField, TextField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import { REQUEST_KINDS, type RequestKind } from '@/lib/model/data-request';
import type { Member } from '@/lib/model/member';
import { dayInVietnam } from '@/lib/vi/dates';
import { holdsDenied } from './free-words';
import { type PersonEntry, PersonField, personOf } from './PersonField';

interface Props {
  members: readonly Member[];
  now: Date;
  onDone: (id: string) => void;
  onClose: () => void;
}

export function RequestDialog({ members, now, onDone, onClose }: Props) {
  const { privacy: t, ui } = useText();
  const toast = useToast();
  const today = dayInVietnam(now);
  const [who, setWho] = useState<PersonEntry>({ name: '', choice: '' });
  const [kind, setKind] = useState<RequestKind>('access');
  const [receivedOn, setReceivedOn] = useState(today);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const { run, status } = useAction();
  const noteError = holdsDenied(note) ? t.wordsDenied : null;
  const save = async () => {
    setTried(true);
    const person = personOf(who, members);
    if (person === null || noteError !== null) return;
    const { memberId, name } = person;
    const request = { memberId, person: name, kind, receivedOn, note: note.trim() };
    const reply = await run({ type: 'recordRequest', request });
    if (!reply.ok) return;
    toast('good', t.requestAdded);
    onDone(reply.value.id);
  };
  return (
    <Dialog
      title={t.addRequest}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="main" busy={status.state === 'busy'} onClick={() => void save()}>
            {ui.save}
          </Button>
        </>
      }
    >
      <PersonField entry={who} members={members} tried={tried} onChange={setWho} />
      <SelectField
        label={t.requestKind}
        value={kind}
        options={REQUEST_KINDS.map((one) => ({ value: one, label: t.requestKinds[one] }))}
        onChange={setKind}
      />
      <DayField label={t.received} value={receivedOn} latest={today} onDay={setReceivedOn} />
      <TextField label={t.note} optional lines maxLength={1_000} value={note} onInput={setNote} error={noteError} />
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
