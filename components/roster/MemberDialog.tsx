/** Adding or editing one member: name, code, role, status, use of the handbook; nothing else about a person can be entered. */
import { useRef, useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { rebase } from '@/components/hooks/rebase';
import { useAction } from '@/components/hooks/use-actions';
import { DayField } from '@/components/fields/DayField';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { SelectField, TextField } from '@/components/ui/Field';
import { type DraftOf, GiveUp, WithDraft } from '@/components/ui/WithDraft';
import { ABSENCE_REASONS, MEMBER_STATUSES, type Member } from '@/lib/model/member';
import { isSameData } from '@/lib/model/same-data';
import { holdsDenied } from '@/lib/privacy/deny-list';
import { cleanText } from '@/lib/vi/text';
import { ExemptionFields, StayFields, isOrdered } from './HistoryFields';
import { type MemberDraftText, type MemberForm, memberEntry, memberForm, readMemberDraft } from './member-form';

interface Props {
  member: Member | null;
  unit: string | null;
  onClose: () => void;
  onRemove: (member: Member) => void;
  /** Hears the id of a member that was added. */
  onAdded?: (id: string, name: string) => void;
  /** Hears what a member was before it was changed. */
  onChanged?: (before: Member) => void;
}

export function MemberDialog(props: Props) {
  const { member, unit } = props;
  return (
    <WithDraft
      id={member === null ? `member new ${unit ?? ''}` : `member ${member.id}`}
      memberId={member?.id}
      read={readMemberDraft}
    >
      {(draft) => <Entry {...props} draft={draft} />}
    </WithDraft>
  );
}

function Entry({
  member,
  unit,
  onClose,
  onRemove,
  onAdded,
  onChanged,
  draft,
}: Props & { draft: DraftOf<MemberDraftText> }) {
  const { tally: t, roster: r, ui } = useText();
  const f = useFormat();
  const [began] = useState(() => memberForm(member));
  const [form, setForm] = useState(() =>
    draft.value === null ? began : rebase(draft.value.began, draft.value.form, began),
  );
  const { name, code, role, status, installed, loggedIn, since, stays, exemptions, eligible, reason, words } = form;
  // Two fields may change before the form is drawn again.
  const latest = useRef(form);
  const set = (part: Partial<MemberForm>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setForm(next);
    draft.keep(isSameData(next, began) ? null : { began, form: next });
  };
  const [tried, setTried] = useState(false);
  const { run, status: state } = useAction();

  const denied = (text: string) => (holdsDenied(text) ? t.deniedValue : null);
  const nameError = (tried && cleanText(name) === '' ? t.nameNeeded : null) ?? denied(name);
  const errors = [nameError, denied(code), denied(role), denied(words), ...exemptions.map((one) => denied(one.reason))];
  const ordered = [...stays, ...exemptions].every(isOrdered);
  const entry = memberEntry(form, member);
  const save = async () => {
    setTried(true);
    if (entry.name === '' || !ordered || errors.some((error) => error !== null)) return;
    if (member === null) {
      const reply = await run({ type: 'saveMembers', members: [{ ...entry, unit }] });
      if (!reply.ok) return;
      onAdded?.(reply.value.ids[0] ?? '', entry.name);
    } else {
      const patch = { patch: entry, since: since === '' ? null : since };
      const reply = await run({ type: 'updateMember', id: member.id, ...patch });
      if (!reply.ok) return;
      onChanged?.(member);
    }
    draft.keep(null);
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
          <GiveUp draft={draft} onClose={onClose} />
          <Button kind="main" busy={state.state === 'busy'} onClick={() => void save()}>
            {t.save}
          </Button>
        </>
      }
    >
      {draft.line}
      <TextField label={t.name} maxLength={200} value={name} onInput={(name) => set({ name })} error={nameError} />
      <TextField
        label={t.code}
        hint={t.codeHint}
        maxLength={100}
        value={code}
        onInput={(code) => set({ code })}
        error={denied(code)}
      />
      <TextField
        label={t.role}
        maxLength={300}
        value={role}
        onInput={(role) => set({ role })}
        error={denied(role)}
        optional
      />
      <div class="two-columns">
        <SelectField
          label={t.status}
          value={status}
          options={[
            { value: '', label: t.notStated },
            ...MEMBER_STATUSES.map((one) => ({ value: one, label: t.statuses[one] })),
          ]}
          onChange={(status) => set({ status })}
        />
        <SelectField
          label={t.isInstalled}
          value={installed}
          options={choices}
          onChange={(installed) => set({ installed })}
        />
        <SelectField label={r.loggedIn} value={loggedIn} options={choices} onChange={(loggedIn) => set({ loggedIn })} />
        <SelectField label={t.eligible} value={eligible} options={choices} onChange={(eligible) => set({ eligible })} />
        <SelectField
          label={t.reasonField}
          value={reason}
          options={[
            { value: '', label: '–' },
            ...ABSENCE_REASONS.map((one) => ({ value: one, label: t.reasons[one] })),
          ]}
          onChange={(reason) => set({ reason })}
        />
      </div>
      {reason === 'KHAC' ? (
        <TextField
          label={t.otherReason}
          maxLength={500}
          value={words}
          onInput={(words) => set({ words })}
          error={denied(words)}
        />
      ) : null}
      {movesOn ? (
        <DayField optional label={r.since} hint={r.sinceHint} value={since} onDay={(since) => set({ since })} />
      ) : null}
      <StayFields stays={stays} onChange={(stays) => set({ stays })} />
      <ExemptionFields spans={exemptions} onChange={(exemptions) => set({ exemptions })} />
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
