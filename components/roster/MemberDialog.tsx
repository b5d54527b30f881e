/** Adding or editing one member: name, code, role, status, use of the handbook; nothing else about a person can be entered. */
import { useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { useAction } from '@/components/hooks/use-actions';
import { DayField } from '@/components/fields/DayField';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { SelectField, TextField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import { ABSENCE_REASONS, MEMBER_STATUSES, type Member } from '@/lib/model/member';
import { holdsDenied } from '@/lib/privacy/deny-list';
import { cleanText } from '@/lib/vi/text';
import { ExemptionFields, type Exemptions, StayFields, type Stays, isOrdered } from './HistoryFields';

interface Props {
  member: Member | null;
  unit: string | null;
  onClose: () => void;
  onRemove: (member: Member) => void;
  /** Hears what a member was before it was changed. */
  onChanged?: (before: Member) => void;
}

export function MemberDialog({ member, unit, onClose, onRemove, onChanged }: Props) {
  const { tally: t, roster: r, ui } = useText();
  const f = useFormat();
  const toast = useToast();
  const [name, setName] = useState(member?.name ?? '');
  const [code, setCode] = useState(member?.code ?? '');
  const [role, setRole] = useState(member?.role ?? '');
  const [status, setStatus] = useState<Member['status'] | ''>(member?.status ?? '');
  const [installed, setInstalled] = useState(toChoice(member?.installed));
  const [loggedIn, setLoggedIn] = useState(toChoice(member?.loggedIn));
  const [since, setSince] = useState('');
  const [stays, setStays] = useState<Stays>(member?.stays ?? []);
  const [exemptions, setExemptions] = useState<Exemptions>(member?.exemptions ?? []);
  const [eligible, setEligible] = useState(toChoice(member?.eligible));
  const known = ABSENCE_REASONS.find((one) => one === member?.reason);
  const [reason, setReason] = useState(member?.reason == null ? '' : (known ?? 'KHAC'));
  const [words, setWords] = useState(known === undefined ? (member?.reason ?? '') : '');
  const [tried, setTried] = useState(false);
  const { run, status: state } = useAction();

  const denied = (text: string) => (holdsDenied(text) ? t.deniedValue : null);
  const nameError = (tried && cleanText(name) === '' ? t.nameNeeded : null) ?? denied(name);
  const errors = [nameError, denied(code), denied(role), denied(words), ...exemptions.map((one) => denied(one.reason))];
  const ordered = [...stays, ...exemptions].every(isOrdered);
  const entry = {
    name: cleanText(name),
    code: orNull(code),
    role: orNull(role),
    status: status === '' ? null : status,
    installed: fromChoice(installed),
    eligible: fromChoice(eligible),
    loggedIn: fromChoice(loggedIn),
    // Unchanged history is left out: an old entry keeps its shape.
    ...(stays.length > 0 || member?.stays !== undefined ? { stays } : {}),
    ...(exemptions.length > 0 || member?.exemptions !== undefined ? { exemptions } : {}),
    reason: reason === 'KHAC' ? (orNull(words) ?? 'KHAC') : orNull(reason),
  };
  const save = async () => {
    setTried(true);
    if (entry.name === '' || !ordered || errors.some((error) => error !== null)) return;
    const reply = await run(
      member === null
        ? { type: 'saveMembers', members: [{ ...entry, unit }] }
        : { type: 'updateMember', id: member.id, patch: entry, since: since === '' ? null : since },
    );
    if (!reply.ok) return;
    if (member === null) toast('good', t.saved);
    else onChanged?.(member);
    onClose();
  };
  // Only a change of what a report shows has a day from which it holds.
  const movesOn = member !== null && (entry.role !== member.role || entry.status !== member.status);
  const choices = [
    { value: '', label: t.notStated },
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
  ] as const;

  return (
    <Dialog
      title={member === null ? t.add : t.editOne(member.name)}
      onClose={onClose}
      actions={
        <>
          {member === null ? null : (
            <Button kind="danger" onClick={() => onRemove(member)}>
              {t.remove}
            </Button>
          )}
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="main" busy={state.state === 'busy'} onClick={() => void save()}>
            {t.save}
          </Button>
        </>
      }
    >
      <TextField label={t.name} maxLength={200} value={name} onInput={setName} error={nameError} />
      <TextField label={t.code} hint={t.codeHint} maxLength={100} value={code} onInput={setCode} error={denied(code)} />
      <TextField label={t.role} maxLength={300} value={role} onInput={setRole} error={denied(role)} optional />
      <div class="two-columns">
        <SelectField
          label={t.status}
          value={status ?? ''}
          options={[
            { value: '', label: t.notStated },
            ...MEMBER_STATUSES.map((one) => ({ value: one, label: t.statuses[one] })),
          ]}
          onChange={setStatus}
        />
        <SelectField label={t.isInstalled} value={installed} options={choices} onChange={setInstalled} />
        <SelectField label={r.loggedIn} value={loggedIn} options={choices} onChange={setLoggedIn} />
        <SelectField label={t.eligible} value={eligible} options={choices} onChange={setEligible} />
        <SelectField
          label={t.reasonField}
          value={reason}
          options={[
            { value: '', label: '–' },
            ...ABSENCE_REASONS.map((one) => ({ value: one, label: t.reasons[one] })),
          ]}
          onChange={setReason}
        />
      </div>
      {reason === 'KHAC' ? (
        <TextField label={t.otherReason} maxLength={500} value={words} onInput={setWords} error={denied(words)} />
      ) : null}
      {movesOn ? <DayField optional label={r.since} hint={r.sinceHint} value={since} onDay={setSince} /> : null}
      <StayFields stays={stays} onChange={setStays} />
      <ExemptionFields spans={exemptions} onChange={setExemptions} />
      {(member?.past ?? []).length > 0 ? (
        <div class="stack-tight">
          <p class="field-label">{r.past}</p>
          <ul class="plain-list">
            {(member?.past ?? []).map((one) => (
              <li key={one.until} class="soft">
                {r.pastLine(
                  f.day(one.until),
                  one.status === null ? t.notStated : t.statuses[one.status],
                  one.role ?? '–',
                )}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {state.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[state.code]}</p>
          <Button
            size="small"
            icon="download"
            onClick={() =>
              downloadFile(`${JSON.stringify(entry, null, 2)}\n`, 'phan-dang-nhap.json', 'application/json')
            }
          >
            {t.exportEdit}
          </Button>
        </Banner>
      ) : null}
    </Dialog>
  );
}

type Choice = '' | 'yes' | 'no';

function toChoice(value: boolean | null | undefined): Choice {
  return value === null || value === undefined ? '' : value ? 'yes' : 'no';
}

function fromChoice(choice: Choice): boolean | null {
  return choice === '' ? null : choice === 'yes';
}

function orNull(text: string): string | null {
  const clean = cleanText(text);
  return clean === '' ? null : clean;
}
