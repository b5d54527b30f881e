/** A field for points or a bound: what is typed stays as typed, and counts only while it is a figure. */
import { useEffect, useState } from 'preact/hooks';
import { TextField } from '@/components/ui/Field';
import { parseFigure, writeFigure } from './figure';

interface Props {
  label: string;
  hint?: string;
  value: number | null;
  /** Empty is an answer too. */
  mayBeEmpty?: boolean;
  min?: number;
  /** No fraction. */
  whole?: boolean;
  max?: number;
  /** Said while the text is no figure within the limits. */
  wrong: string;
  /** Not called while the text is wrong, except by `onWrong`. */
  onFigure: (value: number | null) => void;
  onWrong?: (wrong: boolean) => void;
  /** Leaving the field shows again what counts; an emptied field counts as none. */
  settles?: boolean;
}

export function FigureField(props: Props) {
  const { value, mayBeEmpty = false, min = -1_000_000, max = 1_000_000 } = props;
  const [text, setText] = useState(writeFigure(value));
  const read = (typed: string) => {
    if (typed.trim() === '') return { ok: mayBeEmpty, figure: null };
    const figure = parseFigure(typed);
    const fits =
      figure !== null && figure >= min && figure <= max && (props.whole !== true || Number.isInteger(figure));
    return { ok: fits, figure };
  };
  const { ok, figure } = read(text);
  const { onWrong } = props;
  // A figure set from elsewhere (undo, another column) replaces the text; the person's own "2," does not jump.
  useEffect(() => {
    if (ok && figure === value) return;
    setText(writeFigure(value));
    onWrong?.(false);
  }, [value]);
  useEffect(() => () => onWrong?.(false), []);
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      inputMode="decimal"
      value={text}
      maxLength={16}
      error={ok || (text === '' && value === null && !mayBeEmpty) ? null : props.wrong}
      onCommit={(typed) => {
        if (props.settles !== true) return;
        if (typed.trim() === '') props.onFigure(null);
        setText(typed.trim() !== '' && read(typed).ok ? typed : writeFigure(value));
      }}
      onInput={(typed) => {
        setText(typed);
        const result = read(typed);
        onWrong?.(!result.ok);
        if (result.ok) props.onFigure(result.figure);
      }}
    />
  );
}
