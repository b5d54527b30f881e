/** A text that is kept while it is typed; one with a secrecy mark stays on the screen, says so, and is handed on to nobody. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { TextField } from '@/components/ui/Field';
import { findSecrecyMark } from '@/lib/privacy/secrecy';

interface Props {
  label: string;
  hint?: string;
  value: string;
  max?: number;
  lines?: boolean;
  folds?: boolean;
  inputRef?: preact.Ref<HTMLInputElement>;
  onWords: (words: string) => void;
}

export function WordsField({ label, hint, value, max = 300, lines, folds, inputRef, onWords }: Props) {
  const { meetings: t } = useText();
  const [text, setText] = useState(value);
  const told = useRef(value);
  // Before the next key can come: a late echo of an earlier letter would take the later ones away.
  useLayoutEffect(() => {
    // A text set from elsewhere replaces what stands here; the echo of our own does not.
    if (value !== told.current) setText(value);
    told.current = value;
  }, [value]);
  const marked = findSecrecyMark(text) !== null;
  return (
    <TextField
      label={label}
      hint={hint}
      value={text}
      maxLength={max}
      lines={lines}
      folds={folds}
      inputRef={inputRef}
      error={marked ? t.secret : null}
      onInput={(typed) => {
        setText(typed);
        if (findSecrecyMark(typed) !== null) return;
        told.current = typed;
        onWords(typed);
      }}
    />
  );
}
