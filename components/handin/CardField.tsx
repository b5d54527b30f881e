/** Pasting or choosing a recipient card, with the reason when it is none. */
import { useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import { FileField } from '@/components/ui/FileField';
import { readCard } from '@/lib/handin/card';
import { MAX_CARD_CHARS } from '@/lib/handin/limits';
import { HandInRefusal } from '@/lib/handin/refusal';
import type { RecipientCard } from '@/lib/model/hand-in';

interface Props {
  hint?: string;
  /** Gives a reason to show, or null when the card was taken. */
  onCard: (card: RecipientCard) => Promise<string | null>;
  main?: boolean;
}

export function CardField({ hint, onCard, main = false }: Props) {
  const { handin: t } = useText();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async (text: string) => {
    if (text.trim() === '') return setError(t.cardEmpty);
    setBusy(true);
    try {
      setError(await onCard(await readCard(text)));
    } catch (failure) {
      if (!(failure instanceof HandInRefusal)) throw failure;
      setError(t.refusals[failure.code]);
    } finally {
      setBusy(false);
    }
  };
  const open = async (file: File | null) => {
    if (file === null) return;
    // One letter more than any card, so that a large file is refused without being read.
    const text = await file.slice(0, MAX_CARD_CHARS + 1).text();
    setTyped(text);
    await take(text);
  };
  return (
    <div class="stack">
      <TextField
        label={t.cardField}
        hint={hint}
        error={error}
        lines
        value={typed}
        onInput={(text) => {
          setTyped(text);
          setError(null);
        }}
      />
      <FileField label={t.cardFile} accept=".json,.txt" onFile={(file) => void open(file)} />
      <div>
        <Button kind={main ? 'main' : 'plain'} icon="check" busy={busy} onClick={() => void take(typed)}>
          {t.cardUse}
        </Button>
      </div>
    </div>
  );
}
