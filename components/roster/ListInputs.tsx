/** Where a list comes in: a file chosen or dropped, or cells pasted from a spreadsheet. Too large a file is refused unread. */
import { useId, useRef, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import type { ListInput } from '@/components/workers/desk-calls';
import { MAX_FILE_BYTES, megabytes } from '@/lib/importers/limits';

interface Props {
  ready: boolean;
  onInput: (input: ListInput) => void;
}

export function ListInputs({ ready, onInput }: Props) {
  const { tally: t, ui } = useText();
  const chooser = useRef<HTMLInputElement>(null);
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [pasted, setPasted] = useState('');

  const take = async (file: File | undefined) => {
    setRefused(null);
    if (file === undefined || !ready) return;
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
      <section
        class="card stack drop-box"
        data-over={over ? '' : undefined}
        aria-labelledby={`${id}-file`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer?.files[0]);
        }}
      >
        <h2 id={`${id}-file`}>{t.file}</h2>
        <p class="soft">{t.fileText}</p>
        <div class="cluster">
          <Button kind="main" icon="file" onClick={() => chooser.current?.click()}>
            {t.choose}
          </Button>
          <span class="soft">{t.dropHere}</span>
        </div>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.xlsx,.json,text/csv,application/json"
          aria-label={t.choose}
          onChange={(event) => {
            const input = event.currentTarget;
            void take(input.files?.[0]);
            // The same file may be chosen again after it was mended.
            input.value = '';
          }}
        />
        {refused !== null ? (
          <Banner tone="bad">
            <p>{refused}</p>
          </Banner>
        ) : null}
      </section>
      <section class="card stack" aria-labelledby={`${id}-paste`}>
        <h2 id={`${id}-paste`}>{t.paste}</h2>
        <TextField label={t.pasteField} lines value={pasted} onInput={setPasted} />
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
            <Button kind="quiet" onClick={() => setPasted('')}>
              {ui.cancel}
            </Button>
          )}
        </div>
      </section>
    </div>
  );
}
