/** A small whole number; what is no number stays on screen with the refusal and is not handed on. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { TextField } from '@/components/ui/Field';

interface Props {
  label: string;
  hint?: string;
  value: number | null;
  min?: number;
  max: number;
  optional?: boolean;
  refusal: string;
  onCount: (count: number | null) => void;
}

export function CountField({ label, hint, value, min = 0, max, optional = false, refusal, onCount }: Props) {
  const show = (count: number | null) => (count === null ? '' : String(count));
  const [text, setText] = useState(show(value));
  const told = useRef(value);
  // Before the next key can come: a late echo of an earlier letter would take the later ones away.
  useLayoutEffect(() => {
    if (value !== told.current) setText(show(value));
    told.current = value;
  }, [value]);
  const read = (typed: string): number | null | undefined => {
    const clean = typed.trim();
    if (clean === '') return optional ? null : undefined;
    const count = /^\d{1,5}$/.test(clean) ? Number(clean) : Number.NaN;
    return count >= min && count <= max ? count : undefined;
  };
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="numeric"
      maxLength={5}
      value={text}
      error={read(text) === undefined ? refusal : null}
      onInput={(typed) => {
        setText(typed);
        const count = read(typed);
        if (count === undefined) return;
        told.current = count;
        onCount(count);
      }}
    />
  );
}
