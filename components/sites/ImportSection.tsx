/** A description from a file, chosen or dropped: refused with the reason, or shown in words before anything is allowed. */
import { useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { FileDrop } from '@/components/ui/FileDrop';
import { Progress } from '@/components/ui/Progress';
import type { HostEntry } from './host-list';
import { ImportDialog } from './ImportDialog';
import { type SiteFile, readSiteFile } from './read-site-file';

export function ImportSection({ known }: { known: readonly HostEntry[] }) {
  const { sites } = useText();
  const t = sites.import;
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
    <FileDrop
      titleId="import-site"
      title={t.title}
      text={t.text}
      choose={t.choose}
      drop={t.drop}
      accept=".json,application/json"
      onFile={(chosen) => void take(chosen)}
    >
      {reading ? <Progress label={t.reading} /> : null}
      {file?.ok === false ? (
        <Banner tone="bad" title={t.refused}>
          <p>{t.problems[file.problem]}</p>
          {file.detail === '' ? null : <p class="small wrap-anywhere">{t.detail(file.detail)}</p>}
        </Banner>
      ) : null}
      {file?.ok === true ? <ImportDialog file={file} known={known} onClose={() => setFile(null)} /> : null}
    </FileDrop>
  );
}
