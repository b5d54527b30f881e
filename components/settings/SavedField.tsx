/** A text field that saves when it is left or Enter is pressed; `read` turns the text into a value or a reason why not. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatNumber, parseNumber } from '@/lib/vi/numbers';
import { useText } from '../i18n';
import { TextField } from '../ui/Field';

export type FieldReading<T> = { ok: true; value: T } | { ok: false; reason: string };

export function SavedField<T>(props: {
  label: string;
  hint?: string;
  optional?: boolean;
  /** What is kept now, as text. */
  kept: string;
  inputMode?: 'text' | 'numeric';
  maxLength?: number;
  read: (text: string) => FieldReading<T>;
  save: (value: T) => Promise<boolean>;
}) {
  const [draft, setDraft] = useState(props.kept);
  const [error, setError] = useState<string | null>(null);
  const sent = useRef(props.kept);
  useEffect(() => {
    sent.current = props.kept;
    setDraft(props.kept);
  }, [props.kept]);
  const commit = async (text: string) => {
    if (text.trim() === sent.current) return setError(null);
    const reading = props.read(text);
    if (!reading.ok) return setError(reading.reason);
    setError(null);
    const before = sent.current;
    sent.current = text.trim();
    // Not saved: the text stays in the field, and leaving the field again tries again.
    if (!(await props.save(reading.value))) sent.current = before;
  };
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      optional={props.optional}
      error={error}
      inputMode={props.inputMode}
      maxLength={props.maxLength}
      value={draft}
      onInput={(text) => {
        setDraft(text);
        if (error !== null) setError(null);
      }}
      onCommit={(text) => void commit(text)}
    />
  );
}

/** One line of text, empty meaning none. */
export function LineField(props: {
  label: string;
  hint?: string;
  kept: string | null;
  save: (value: string | null) => Promise<boolean>;
}) {
  return (
    <SavedField<string | null>
      label={props.label}
      hint={props.hint}
      optional
      kept={props.kept ?? ''}
      maxLength={300}
      read={(text) => ({ ok: true, value: text.trim() === '' ? null : text.trim() })}
      save={props.save}
    />
  );
}

/** A whole number of points, shown and typed the Vietnamese way in both languages: `2,000` could mean two things. */
export function PointsField(props: {
  label: string;
  hint: string;
  kept: number | null;
  optional?: boolean;
  range: string;
  save: (value: number | null) => Promise<boolean>;
}) {
  const text = useText();
  return (
    <SavedField<number | null>
      label={props.label}
      hint={props.hint}
      optional={props.optional}
      kept={props.kept === null ? '' : formatNumber(props.kept)}
      inputMode="numeric"
      maxLength={20}
      read={(typed) => {
        if (typed.trim() === '' && props.optional) return { ok: true, value: null };
        const number = parseNumber(typed, { kind: 'whole', units: ['điểm'] });
        if (!number.ok) return { ok: false, reason: text.ui.numberRefusals[number.reason] };
        return number.value >= 1 && number.value <= 1_000_000 ? number : { ok: false, reason: props.range };
      }}
      save={props.save}
    />
  );
}
