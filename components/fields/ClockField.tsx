/** A clock time typed as 19:30, 19h30 or 1930: the same in every browser language, with the refusal under it. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { TextField } from '@/components/ui/Field';

interface Props {
  label: string;
  hint?: string;
  /** `19:30`; empty when there is none. */
  value: string;
  optional?: boolean;
  /** Shown when the time itself is fine. */
  error?: string | null;
  /** Hears every well-formed time, and an empty one where it is optional. */
  onClock: (clock: string) => void;
}

export function ClockField({ label, hint, value, optional = false, error, onClock }: Props) {
  const { meetings: t } = useText();
  const [text, setText] = useState(value);
  const told = useRef(value);
  // Before the next key can come: a late echo of an earlier letter would take the later ones away.
  useLayoutEffect(() => {
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  const read = readClockEntry(text, optional);
  return (
    <TextField
      label={label}
      hint={hint}
      maxLength={8}
      value={text}
      error={read === null ? t.clockError : error}
      onInput={(typed) => {
        setText(typed);
        const clock = readClockEntry(typed, optional);
        if (clock === null) return;
        told.current = clock;
        onClock(clock);
      }}
    />
  );
}

/** `19:30` from `19:30`, `19h30`, `19 giờ 30`, `1930`, `19h`; null when it is none. */
export function readClockEntry(text: string, optional = false): string | null {
  const clean = text.trim().toLowerCase();
  if (clean === '') return optional ? '' : null;
  const match = /^(\d{1,2}) ?(?::|h|giờ) ?(\d{2})?$/.exec(clean) ?? /^(\d{2})(\d{2})$/.exec(clean);
  if (!match) return null;
  const [, hour = '', minute = '00'] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || (clean.includes(':') && match[2] === undefined)) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
