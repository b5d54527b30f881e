/** Name and source of a form while it is edited. */
import { useEffect, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { TextField } from '@/components/ui/Field';
import type { Rubric } from '@/lib/rubric';
import { formatDay, parseDate } from '@/lib/vi/dates';
import type { DraftEditing } from './use-draft';

export function HeadEditor({ editing }: { editing: DraftEditing }) {
  const { rubric: texts } = useText();
  const t = texts.editor;
  const { draft, edit } = editing;
  return (
    <div class="card stack">
      <TextField
        label={t.name}
        value={draft.title}
        maxLength={600}
        error={draft.title.trim() === '' ? t.needed : null}
        onInput={(title) => edit('title', (copy) => (copy.title = title))}
      />
      <TextField
        label={texts.issuer}
        value={draft.issuer}
        maxLength={600}
        error={draft.issuer.trim() === '' ? t.needed : null}
        onInput={(issuer) => edit('issuer', (copy) => (copy.issuer = issuer))}
      />
      <div class="form-row">
        <TextField
          label={t.number}
          optional
          value={draft.basis.number ?? ''}
          maxLength={60}
          onInput={(number) => edit('number', (copy) => (copy.basis.number = number.trim() === '' ? null : number))}
        />
        <OptionalDay
          label={t.date}
          field="date"
          value={draft.basis.date}
          editing={editing}
          onDay={(day) => edit('date', (copy) => (copy.basis.date = day))}
        />
        <OptionalDay
          label={t.from}
          field="effectiveFrom"
          value={draft.effectiveFrom}
          editing={editing}
          onDay={(day) =>
            edit('effectiveFrom', (copy) => {
              copy.effectiveFrom = day;
              // An end before the new beginning would be no span at all.
              if (day !== null && copy.effectiveTo !== null && copy.effectiveTo < day) copy.effectiveTo = null;
            })
          }
        />
      </div>
      <TextField
        label={t.basisNote}
        optional
        lines
        value={draft.basis.note}
        maxLength={1_200}
        onInput={(note) => edit('note', (copy) => (copy.basis.note = note))}
      />
    </div>
  );
}

function OptionalDay(props: {
  label: string;
  field: string;
  value: Rubric['effectiveFrom'];
  editing: DraftEditing;
  onDay: (day: string | null) => void;
}) {
  const { rubric: texts } = useText();
  const t = texts.editor;
  const [text, setText] = useState(props.value === null ? '' : formatDay(props.value));
  const read = parseDate(text);
  const fine = text.trim() === '' || read.ok;
  useEffect(() => {
    // A day set from outside (undo) replaces what was typed.
    if ((read.ok ? read.day : null) === props.value && fine) return;
    setText(props.value === null ? '' : formatDay(props.value));
    props.editing.mark(props.field, false);
  }, [props.value]);
  return (
    <TextField
      label={props.label}
      hint={t.dateHint}
      inputMode="numeric"
      maxLength={10}
      value={text}
      error={fine ? null : t.wrongDay}
      onInput={(typed) => {
        setText(typed);
        const day = parseDate(typed);
        const empty = typed.trim() === '';
        props.editing.mark(props.field, !empty && !day.ok);
        if (empty) props.onDay(null);
        else if (day.ok) props.onDay(day.day);
      }}
    />
  );
}
