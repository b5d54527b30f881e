/** A sample before it is saved: what was replaced in words, and the whole of it as text. */
import { useMemo, useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import { dayInVietnam } from '@/lib/vi/dates';
import { sampleFacts } from './sample-facts';

/** Characters shown at first. */
const FIRST = 20_000;

export function SamplePreview({ html, now, onDrop }: { html: string; now: () => Date; onDrop: () => void }) {
  const { sites } = useText();
  const t = sites.sample;
  const f = useFormat();
  const toast = useToast();
  const [all, setAll] = useState(false);
  const { words, numbers, labels } = useMemo(() => sampleFacts(html), [html]);
  const save = () => {
    const name = `mau-trang-${dayInVietnam(now())}.html`;
    downloadFile(html, name, 'text/html');
    toast('good', t.saved(name));
  };
  return (
    <div class="stack-tight">
      <h3>{t.preview}</h3>
      <Banner tone="good">
        <p>{t.replaced(f.number(words), f.number(numbers))}</p>
        <p>{t.kept(f.number(labels))}</p>
        <p>{t.checked}</p>
      </Banner>
      <pre class="sample" tabIndex={0} role="region" aria-label={t.source}>
        {all ? html : html.slice(0, FIRST)}
      </pre>
      {all || html.length <= FIRST ? null : (
        <div class="cluster">
          <span class="soft">{t.rest(f.number(html.length - FIRST))}</span>
          <Button size="small" onClick={() => setAll(true)}>
            {t.all}
          </Button>
        </div>
      )}
      <div class="cluster">
        <Button kind="main" icon="download" onClick={save}>
          {t.save}
        </Button>
        <Button onClick={onDrop}>{t.drop}</Button>
      </div>
    </div>
  );
}
