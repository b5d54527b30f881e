/** A day typed as dd/mm/yyyy: the same in every browser language, with the refusal under it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { TextField } from '@/components/ui/Field';
import { type Day, formatDay } from '@/lib/vi/dates';
import { readDayEntry } from './entry';

interface Props {
  label: string;
  hint?: string;
  value: Day;
  latest?: Day | null;
  /** Shown when the day itself is fine. */
  error?: string | null;
  /** May be left empty: the empty text is then heard too; `unmarked` leaves the label as it is. */
  optional?: boolean | 'unmarked';
  /** Hears every well-formed day. */
  onDay: (day: Day) => void;
}

export function DayField({ label, hint, value, latest = null, error, optional = false, onDay }: Props) {
  const texts = useText();
  const shown = value === '' ? '' : formatDay(value);
  const [text, setText] = useState(shown);
  const told = useRef(value);
  const readEntry = (typed: string) =>
    optional !== false && typed.trim() === '' ? ({ ok: true, value: '' } as const) : readDayEntry(typed, texts, latest);
  const read = readEntry(text);
  // Before the next key can come: a late echo of an earlier letter would take the later ones away.
  useLayoutEffect(() => {
    // A day set from outside replaces what was typed; the echo of our own does not.
    if (value !== told.current) setText(shown);
    told.current = value;
  }, [value]);
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="numeric"
      maxLength={10}
      optional={optional === true}
      value={text}
      error={read.ok ? error : read.message}
      onInput={(typed) => {
        setText(typed);
        const day = readEntry(typed);
        if (!day.ok) return;
        told.current = day.value;
        onDay(day.value);
      }}
    />
  );
}
