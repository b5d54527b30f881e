/** Where a list comes in: a file chosen or dropped, or cells pasted from a spreadsheet. Too large a file is refused unread. */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import { FileDrop } from '@/components/ui/FileDrop';
import type { ListInput } from '@/components/workers/desk-calls';
import { MAX_FILE_BYTES, megabytes } from '@/lib/importers/limits';

interface Props {
  ready: boolean;
  pasted: string;
  onPasted: (pasted: string) => void;
  onClear: () => void;
  /** Tells that what is pasted is a draft. */
  line: ComponentChildren;
  onInput: (input: ListInput) => void;
}

export function ListInputs({ ready, pasted, onPasted, onClear, line, onInput }: Props) {
  const { tally: t, ui } = useText();
  const id = useId();
  const [refused, setRefused] = useState<string | null>(null);

  const take = async (file: File | undefined) => {
    setRefused(null);
    // Not held until the roster is shown: reading asks for it anew, and a file dropped early must not vanish.
    if (file === undefined) return;
    if (file.size > MAX_FILE_BYTES) {
      return setRefused(t.tooLarge(megabytes(file.size), String(MAX_FILE_BYTES / 1024 / 1024)));
    }
    try {
      onInput({ name: file.name, bytes: await file.arrayBuffer() });
    } catch {
      setRefused(t.refused(file.name));
    }
  };

  return (
    <div class="two-columns">
      <FileDrop
        titleId={`${id}-file`}
        title={t.file}
        text={t.fileText}
        softText
        choose={t.choose}
        main
        drop={t.dropHere}
        accept=".csv,.tsv,.txt,.xlsx,.json,text/csv,application/json"
        onFile={(file) => void take(file)}
      >
        {refused !== null ? (
          <Banner tone="bad">
            <p>{refused}</p>
          </Banner>
        ) : null}
      </FileDrop>
      <section class="card stack" aria-labelledby={`${id}-paste`}>
        <h2 id={`${id}-paste`}>{t.paste}</h2>
        {line}
        <TextField label={t.pasteField} lines value={pasted} onInput={onPasted} />
        <div class="cluster">
          <Button
            disabled={pasted.trim() === '' || !ready}
            onClick={() => {
              setRefused(null);
              onInput({ name: t.pasteName, text: pasted });
            }}
          >
            {t.pasteRead}
          </Button>
          {pasted === '' ? null : (
            <Button kind="quiet" onClick={onClear}>
              {ui.cancel}
            </Button>
          )}
        </div>
      </section>
    </div>
  );
}
