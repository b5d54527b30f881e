/** The form of one cell: heads and signatures of its papers, its rules of meeting, its targets; saved as one record, with undo. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { rebase } from '@/components/hooks/rebase';
import { useDb } from '@/components/hooks/use-db';
import { useDesk } from '@/components/hooks/use-desk';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Checkbox, SelectField, TextField } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { type DraftOf, WithDraft } from '@/components/ui/WithDraft';
import { CELL_TYPES, type Cell, TARGETS, cellId } from '@/lib/model/cell';
import type { DeskRecord } from '@/lib/model/desk';
import type { Settings } from '@/lib/model/settings';
import { getDesk } from '@/lib/tracker';
import { type CellEntry, cellFrom, entryFrom, errorsOf } from './cell-entry';
import { type AboutDraft, readAboutDraft } from './drafts';

interface Props {
  unit: string | null;
  /** Where nothing was entered yet, heads of papers come from the settings. */
  settings: Settings;
}

export function AboutSection({ unit, settings }: Props) {
  const { about: t, ui } = useText();
  const db = useDb();
  const stored = useLiveQuery(() => getDesk(db, cellId(unit)), [db, unit]);
  if (stored.value === undefined) {
    return stored.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : <Progress label={ui.loading} />;
  }
  const record = stored.value?.kind === 'cell' ? stored.value : null;
  return (
    <section class="stack page-narrow" aria-labelledby="about-title">
      <h2 id="about-title">{t.title}</h2>
      <p class="soft">{t.intro}</p>
      <WithDraft
        id={`about ${unit ?? ''}`}
        read={(value) => readAboutDraft(value, entryFrom(valueOf(record), settings, unit))}
      >
        {(draft) => <AboutForm {...{ unit, record, settings, draft }} />}
      </WithDraft>
    </section>
  );
}

function AboutForm({
  unit,
  record,
  settings,
  draft,
}: Props & { record: DeskRecord<'cell'> | null; draft: DraftOf<AboutDraft> }) {
  const { about: t, tally, ui } = useText();
  const [seen, setSeen] = useState(record);
  const [began, setBegan] = useState(() => entryFrom(valueOf(record), settings, unit));
  const [entry, setEntry] = useState<CellEntry>(() =>
    draft.value === null ? began : rebase(draft.value.began, draft.value.entry, began),
  );
  const [dirty, setDirty] = useState(draft.value !== null);
  const form = useRef<HTMLFormElement>(null);
  const { save, undo, status, clear } = useDesk();
  // Changed elsewhere while nothing was typed here: shown as it is now.
  useEffect(() => {
    if (dirty || record?.changedAt === seen?.changedAt) return;
    setSeen(record);
    const now = entryFrom(valueOf(record), settings, unit);
    setBegan(now);
    setEntry(now);
  }, [record, dirty]);

  const latest = useRef(entry);
  latest.current = entry;
  const set = (patch: Partial<CellEntry>) => {
    const next = { ...latest.current, ...patch };
    latest.current = next;
    setEntry(next);
    setDirty(true);
    // In the same moment: the view may be left before it is drawn again.
    draft.keep({ began, entry: next });
  };
  const clean = () => {
    setDirty(false);
    draft.keep(null);
  };
  const errors = errorsOf(entry, t, tally.deniedValue);
  const line = (field: 'superior' | 'name' | 'place' | 'secretary' | 'deputy' | 'recorder', hint?: string) => (
    <TextField
      label={t[field]}
      hint={hint}
      maxLength={300}
      value={entry[field]}
      error={errors[field] ?? null}
      onInput={(value) => set({ [field]: value })}
    />
  );
  const submit = async () => {
    const value = cellFrom(entry, valueOf(seen));
    if (Object.keys(errors).length > 0 || value === null) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const change = { entry: { id: cellId(unit), kind: 'cell' as const, unit, removed: false, value }, before: seen };
    if (await save([change])) clean();
  };

  return (
    <form
      class="stack-wide"
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {draft.line}
      <fieldset class="card stack">
        <legend class="field-label">{t.papers}</legend>
        {line('superior', t.superiorHint)}
        {line('name')}
        {line('place')}
        <div class="two-columns">
          {line('secretary')}
          {line('deputy')}
        </div>
        {line('recorder')}
        <TextField
          label={t.term}
          hint={t.termHint}
          maxLength={40}
          value={entry.term}
          onInput={(term) => set({ term })}
        />
        <SelectField
          label={t.type}
          value={entry.type}
          options={[
            { value: '', label: t.typeNone },
            ...CELL_TYPES.map((type) => ({ value: type, label: t.types[type] })),
          ]}
          onChange={(type) => set({ type })}
        />
      </fieldset>
      <fieldset class="card stack">
        <legend class="field-label">{t.meetings}</legend>
        <Checkbox label={t.meets} checked={entry.meets} onChange={(meets) => set({ meets })} />
        {entry.meets ? (
          <div class="form-row">
            <TextField
              label={t.meetsDay}
              hint={t.meetsDayHint}
              inputMode="numeric"
              maxLength={2}
              value={entry.meetsDay}
              error={errors.meetsDay ?? null}
              onInput={(meetsDay) => set({ meetsDay })}
            />
            <TextField
              label={t.meetsTime}
              hint={t.meetsTimeHint}
              maxLength={5}
              value={entry.meetsTime}
              error={errors.meetsTime ?? null}
              onInput={(meetsTime) => set({ meetsTime })}
            />
          </div>
        ) : null}
        {entry.meets ? (
          <TextField
            label={t.meetsPlace}
            maxLength={300}
            value={entry.meetsPlace}
            onInput={(meetsPlace) => set({ meetsPlace })}
          />
        ) : null}
        <Checkbox
          label={t.ownMinutes}
          hint={t.minutesRule}
          checked={entry.ownMinutes}
          onChange={(ownMinutes) => set({ ownMinutes })}
        />
        {entry.ownMinutes ? (
          <div class="form-row">
            {(['regularMinutes', 'combinedMinutes'] as const).map((field) => (
              <TextField
                key={field}
                label={t[field]}
                inputMode="numeric"
                maxLength={3}
                value={entry[field]}
                error={errors[field] ?? null}
                onInput={(value) => set({ [field]: value })}
              />
            ))}
          </div>
        ) : null}
      </fieldset>
      <fieldset class="card stack">
        <legend class="field-label">{t.targets}</legend>
        <p class="field-hint">{t.targetsHint}</p>
        <div class="two-columns">
          {TARGETS.map((target) => (
            <TextField
              key={target}
              label={t.targetNames[target]}
              inputMode="decimal"
              maxLength={6}
              value={entry.targets[target]}
              error={errors[target] ?? null}
              onInput={(value) => set({ targets: { ...entry.targets, [target]: value } })}
            />
          ))}
        </div>
      </fieldset>
      {status.state === 'failed' ? (
        <Banner tone="bad" title={status.code === 'conflict' ? t.conflict : t.notSaved} onClose={clear}>
          <p>{ui.errors[status.code]}</p>
          {status.code === 'conflict' ? (
            <Button
              size="small"
              onClick={() => {
                clear();
                clean();
              }}
            >
              {t.reload}
            </Button>
          ) : null}
        </Banner>
      ) : null}
      {status.state === 'done' && !dirty ? (
        <Banner tone="good">
          <p>{t.saved}</p>
        </Banner>
      ) : null}
      <div class="cluster">
        <Button kind="main" submit busy={status.state === 'busy'} disabled={!dirty}>
          {t.save}
        </Button>
        {undo !== null && !dirty ? (
          <Button kind="quiet" onClick={() => void undo()}>
            {ui.undo}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** Put aside (the first saving was taken back) is as if nothing had been entered. */
function valueOf(record: DeskRecord<'cell'> | null): Cell | null {
  return record === null || record.removedAt !== null ? null : record.value;
}
