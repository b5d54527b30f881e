/** A definition as a file: first what is in it, in words. */
import { downloadFile } from '@/components/export/download';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useToast } from '@/components/ui/Toast';
import { exportSite } from '@/lib/model/describe-site';
import type { Site } from '@/lib/model/site';
import { dayInVietnam } from '@/lib/vi/dates';
import { pageWords } from './page-words';
import { SiteWords } from './SiteWords';

interface Props {
  host: string;
  site: Site;
  now: () => Date;
  onClose: () => void;
}

export function ExportSiteDialog({ host, site, now, onClose }: Props) {
  const { sites, ui } = useText();
  const t = sites.export;
  const toast = useToast();
  const save = () => {
    // The name says neither whose handbook it is nor where.
    const name = `mo-ta-trang-${dayInVietnam(now())}.json`;
    downloadFile(exportSite(site), name, 'application/json');
    toast('good', t.saved(name));
    onClose();
  };
  return (
    <Dialog
      title={t.title(host)}
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{ui.cancel}</Button>
          <Button kind="main" icon="download" onClick={save}>
            {t.save}
          </Button>
        </>
      }
    >
      <p>{t.text}</p>
      <SiteWords site={site} />
      <details class="site-more">
        <summary>{t.all}</summary>
        <ul class="reasons">
          {pageWords(site).map((word) => (
            <li key={word} class="wrap-anywhere">
              {word}
            </li>
          ))}
        </ul>
      </details>
      <Banner live="off">
        <p>{t.inside}</p>
        <p>{t.check}</p>
      </Banner>
    </Dialog>
  );
}
