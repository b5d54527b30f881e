/** Erasing one person: what will be gone, what stays as proof with initials, and a typed word before anything happens. */
import { useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { useToast } from '@/components/ui/Toast';
import type { EraseScope, PersonRef } from '@/lib/model/person';
import { aboutPerson } from '@/lib/tracker';
import { foldLabel } from '@/lib/vi/text';
import { KeptNotes } from './KeptNotes';

interface Props {
  person: PersonRef;
  scope: EraseScope;
  /** The withdrawn consent that asks for it, or null when a request does. */
  consentId: string | null;
  onClose: () => void;
}

export function ErasePersonDialog({ person, scope, consentId, onClose }: Props) {
  const { privacy: t, data, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const toast = useToast();
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const { run, status } = useAction();
  const found = useLiveQuery(() => aboutPerson(db, person), [db, person.memberId, person.name]);
  const about = found.value ?? null;
  // Typing without accents or in small letters is still a clear yes.
  const agreed = foldLabel(typed) === foldLabel(data.eraseWord);
  const line = (count: number, what: string) =>
    count === 0 ? [] : [data.eraseLine(f.number(count), what.toLocaleLowerCase('vi'))];
  const gone =
    about === null
      ? []
      : [
          ...line(about.readings.length, t.kept.readings),
          ...line(about.capturedRows.length, t.kept.capturedRows),
          ...(scope === 'all' && about.member !== null ? line(1, t.kept.member) : []),
        ];
  const reduced =
    about === null || scope === 'points'
      ? []
      : [...line(about.consents.length, t.kept.consents), ...line(about.requests.length, t.kept.requests)];

  const erase = async () => {
    setTried(true);
    if (!agreed) return;
    const reply = await run({ type: 'erasePerson', person, scope, consentId });
    if (!reply.ok) return;
    const { readings, members, captureRows, deskRecords } = reply.value;
    toast('good', t.erased(f.number(readings + members + captureRows + deskRecords)));
    onClose();
  };

  return (
    <Dialog
      title={t.eraseTitle(person.name)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{data.keep}</Button>
          <Button kind="danger" icon="trash" busy={status.state === 'busy'} onClick={() => void erase()}>
            {t.eraseNow}
          </Button>
        </>
      }
    >
      <p>{t.eraseScopes[scope]}</p>
      {found.state === 'loading' && found.value === undefined ? <Progress label={ui.loading} /> : null}
      {found.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : null}
      {found.value !== undefined && gone.length + reduced.length === 0 ? <p>{t.eraseNothing}</p> : null}
      {gone.length > 0 ? <Lines title={t.eraseGone} lines={gone} /> : null}
      {reduced.length > 0 ? <Lines title={t.eraseReduced} lines={reduced} /> : null}
      {about ? <KeptNotes about={about} /> : null}
      <Banner tone="warn" live="off">
        <p>{t.eraseCopies}</p>
        <p>{t.eraseAgain}</p>
      </Banner>
      <TextField
        label={data.eraseField}
        value={typed}
        onInput={setTyped}
        error={tried && !agreed ? data.eraseMismatch : null}
      />
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.eraseFailed}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <div>
      <p>{title}</p>
      <ul class="reasons">
        {lines.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </div>
  );
}
