/** A day typed as dd/mm/yyyy that may be left empty. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { TextField } from '@/components/ui/Field';
import { type Day, formatDay } from '@/lib/vi/dates';
import { readDayEntry } from './entry';

interface Props {
  label: string;
  hint?: string;
  value: Day | null;
  /** Hears every well-formed day, and null for an empty field. */
  onDay: (day: Day | null) => void;
}

export function OptionalDayField({ label, hint, value, onDay }: Props) {
  const texts = useText();
  const [text, setText] = useState(value === null ? '' : formatDay(value));
  const told = useRef(value);
  // Before the next key can come: a late echo of an earlier letter would take the later ones away.
  useLayoutEffect(() => {
    if (value !== told.current) setText(value === null ? '' : formatDay(value));
    told.current = value;
  }, [value]);
  const read = (typed: string) =>
    typed.trim() === '' ? { ok: true as const, value: null } : readDayEntry(typed, texts);
  const shown = read(text);
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="numeric"
      maxLength={10}
      value={text}
      error={shown.ok ? null : shown.message}
      onInput={(typed) => {
        setText(typed);
        const day = read(typed);
        if (!day.ok) return;
        told.current = day.value;
        onDay(day.value);
      }}
    />
  );
}
