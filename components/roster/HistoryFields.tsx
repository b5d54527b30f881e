/** A member's time in the cell and exemptions, as dated spans that can be added, changed and taken away. */
import { DayField } from '@/components/fields/DayField';
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { SelectField, TextField } from '@/components/ui/Field';
import { Term } from '@/components/ui/Term';
import { EXEMPTIONS, type Member } from '@/lib/model/member';
import { holdsDenied } from '@/lib/privacy/deny-list';

export type Stays = NonNullable<Member['stays']>;
export type Exemptions = NonNullable<Member['exemptions']>;

/** Spans that end before they begin cannot be saved. */
export function isOrdered({ from, to }: { from: string | null; to: string | null }): boolean {
  return from === null || to === null || from <= to;
}

export function StayFields({ stays, onChange }: { stays: Stays; onChange: (stays: Stays) => void }) {
  const { roster: t } = useText();
  const set = (index: number, patch: Partial<Stays[number]>) =>
    onChange(stays.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  return (
    <fieldset class="stack-tight">
      <legend class="field-label">{t.stays}</legend>
      <p class="field-hint">{t.staysHint}</p>
      {stays.map((stay, index) => (
        <div key={index} class="form-row">
          <DayField
            optional="unmarked"
            label={t.joinedOn}
            hint={t.dayExample}
            value={stay.from ?? ''}
            onDay={(day) => set(index, { from: day || null })}
          />
          <DayField
            optional="unmarked"
            label={t.leftOn}
            hint={t.leftHint}
            value={stay.to ?? ''}
            error={isOrdered(stay) ? null : t.endsBefore}
            onDay={(day) => set(index, { to: day || null })}
          />
          <div>
            <Button size="small" kind="quiet" onClick={() => onChange(stays.filter((_, at) => at !== index))}>
              {t.takeAway}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button size="small" icon="plus" onClick={() => onChange([...stays, { from: null, to: null }])}>
          {stays.length === 0 ? t.addStay : t.addAnotherStay}
        </Button>
      </div>
    </fieldset>
  );
}

export function ExemptionFields({ spans, onChange }: { spans: Exemptions; onChange: (spans: Exemptions) => void }) {
  const { roster: t, tally } = useText();
  const set = (index: number, patch: Partial<Exemptions[number]>) =>
    onChange(spans.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  return (
    <fieldset class="stack-tight">
      <legend class="field-label">{t.exemptions}</legend>
      <div class="cluster">
        <p class="field-hint">{t.exemptionsHint}</p>
        <Term about="exemption" />
      </div>
      {spans.map((span, index) => (
        <div key={index} class="stack-tight card">
          <SelectField
            label={t.exemptionKind}
            value={span.kind}
            options={EXEMPTIONS.map((kind) => ({ value: kind, label: t.exemptionKinds[kind] }))}
            onChange={(kind) => set(index, { kind })}
          />
          <div class="form-row">
            <DayField
              optional="unmarked"
              label={tally.from}
              hint={t.dayExample}
              value={span.from ?? ''}
              onDay={(day) => set(index, { from: day || null })}
            />
            <DayField
              optional="unmarked"
              label={tally.to}
              hint={t.openEnd}
              value={span.to ?? ''}
              error={isOrdered(span) ? null : t.endsBefore}
              onDay={(day) => set(index, { to: day || null })}
            />
          </div>
          <TextField
            label={t.exemptionReason}
            optional
            maxLength={500}
            value={span.reason}
            error={holdsDenied(span.reason) ? tally.deniedValue : null}
            onInput={(reason) => set(index, { reason })}
          />
          <div>
            <Button size="small" kind="quiet" onClick={() => onChange(spans.filter((_, at) => at !== index))}>
              {t.takeAway}
            </Button>
          </div>
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon="plus"
          onClick={() => onChange([...spans, { from: null, to: null, kind: 'MIEN', reason: '' }])}
        >
          {t.addExemption}
        </Button>
      </div>
    </fieldset>
  );
}
