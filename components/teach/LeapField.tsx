/** How far the total may rise at once before it is asked about. */
import { useState } from 'preact/hooks';
import { MOST_LEAP } from '@/lib/teaching';
import { useText } from '../i18n/teach';
import { TextField } from '../ui/Field';

export function LeapField({ limit, onChange }: { limit: number | null; onChange: (limit: number | null) => void }) {
  const text = useText().teach;
  const [typed, setTyped] = useState(limit === null ? '' : String(limit));
  const [wrong, setWrong] = useState(false);
  const commit = (value: string) => {
    const bare = value.replaceAll('.', '').replaceAll(' ', '');
    const number = bare === '' ? null : Number(bare);
    const fits = number === null || (Number.isInteger(number) && number >= 1 && number <= MOST_LEAP);
    setWrong(!fits);
    if (fits && number !== limit) onChange(number);
  };
  return (
    <TextField
      label={text.leap}
      hint={text.leapHint}
      error={wrong ? text.leapWrong : null}
      inputMode="numeric"
      maxLength={12}
      value={typed}
      onInput={setTyped}
      onCommit={commit}
    />
  );
}
