/** A description from a file, chosen or dropped: refused with the reason, or shown in words before anything is allowed. */
import { useRef, useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Progress } from '@/components/ui/Progress';
import type { HostEntry } from './host-list';
import { ImportDialog } from './ImportDialog';
import { type SiteFile, readSiteFile } from './read-site-file';

export function ImportSection({ known }: { known: readonly HostEntry[] }) {
  const { sites } = useText();
  const t = sites.import;
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [reading, setReading] = useState(false);
  const [file, setFile] = useState<SiteFile | null>(null);
  const take = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    setFile(null);
    setReading(true);
    setFile(await readSiteFile(chosen));
    setReading(false);
  };
  return (
    <section
      class="card stack drop-box"
      data-over={over ? '' : undefined}
      aria-labelledby="import-site"
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
      <h2 id="import-site">{t.title}</h2>
      <p>{t.text}</p>
      <div class="cluster">
        <Button icon="file" onClick={() => chooser.current?.click()}>
          {t.choose}
        </Button>
        <span class="soft">{t.drop}</span>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json,application/json"
        aria-label={t.choose}
        onChange={(event) => {
          const input = event.currentTarget;
          void take(input.files?.[0]);
          // The same file may be chosen again after it was mended.
          input.value = '';
        }}
      />
      {reading ? <Progress label={t.reading} /> : null}
      {file?.ok === false ? (
        <Banner tone="bad" title={t.refused}>
          <p>{t.problems[file.problem]}</p>
          {file.detail === '' ? null : <p class="small wrap-anywhere">{t.detail(file.detail)}</p>}
        </Banner>
      ) : null}
      {file?.ok === true ? <ImportDialog file={file} known={known} onClose={() => setFile(null)} /> : null}
    </section>
  );
}
