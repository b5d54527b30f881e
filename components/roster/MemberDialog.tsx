/** Adding or editing one member: name, code, role, status, use of the handbook; nothing else about a person can be entered. */
import { useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { useAction } from '@/components/hooks/use-actions';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { SelectField, TextField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import { ABSENCE_REASONS, MEMBER_STATUSES, type Member } from '@/lib/model/member';
import { looksDenied } from '@/lib/privacy/deny-list';
import { cleanText } from '@/lib/vi/text';

interface Props {
  member: Member | null;
  unit: string | null;
  onClose: () => void;
  onRemove: (member: Member) => void;
}

export function MemberDialog({ member, unit, onClose, onRemove }: Props) {
  const { tally: t, ui } = useText();
  const toast = useToast();
  const [name, setName] = useState(member?.name ?? '');
  const [code, setCode] = useState(member?.code ?? '');
  const [role, setRole] = useState(member?.role ?? '');
  const [status, setStatus] = useState<Member['status'] | ''>(member?.status ?? '');
  const [installed, setInstalled] = useState(toChoice(member?.installed));
  const [eligible, setEligible] = useState(toChoice(member?.eligible));
  const known = ABSENCE_REASONS.find((one) => one === member?.reason);
  const [reason, setReason] = useState(member?.reason == null ? '' : (known ?? 'KHAC'));
  const [words, setWords] = useState(known === undefined ? (member?.reason ?? '') : '');
  const [tried, setTried] = useState(false);
  const { run, status: state } = useAction();

  const denied = (text: string) => (looksDenied(text) ? t.deniedValue : null);
  const nameError = (tried && cleanText(name) === '' ? t.nameNeeded : null) ?? denied(name);
  const errors = [nameError, denied(code), denied(role), denied(words)];
  const entry = {
    name: cleanText(name),
    code: orNull(code),
    role: orNull(role),
    status: status === '' ? null : status,
    installed: fromChoice(installed),
    eligible: fromChoice(eligible),
    reason: reason === 'KHAC' ? (orNull(words) ?? 'KHAC') : orNull(reason),
  };
  const save = async () => {
    setTried(true);
    if (entry.name === '' || errors.some((error) => error !== null)) return;
    const reply = await run(
      member === null
        ? { type: 'saveMembers', members: [{ ...entry, unit }] }
        : { type: 'updateMember', id: member.id, patch: entry },
    );
    if (!reply.ok) return;
    toast('good', t.saved);
    onClose();
  };
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
