/** "Trang sổ tay": the hosts, adding one, a description from a file, a sample for support. */
import { LoadFailed } from '@/components/ui/LoadFailed';
import './sites.css';
import { useMemo } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useLanguage, useText } from '@/components/i18n';
import { EmptyState } from '@/components/ui/EmptyState';
import { Progress } from '@/components/ui/Progress';
import { SITES } from '@/lib/sites';
import { listHostSites, listSiteHealth } from '@/lib/tracker';
import { AddHostForm } from './AddHostForm';
import { HostCard } from './HostCard';
import { type HostEntry, listHosts } from './host-list';
import { ImportSection } from './ImportSection';
import { SampleSection } from './SampleSection';
import { useGranted } from './use-granted';

export function SitesView({ now }: { now: () => Date }) {
  const { sites: t, ui } = useText();
  const language = useLanguage();
  const db = useDb();
  const rows = useLiveQuery(() => listHostSites(db), [db]);
  const health = useLiveQuery(() => listSiteHealth(db), [db], { everyMs: 400 });
  const origins = useGranted();
  const hosts = useMemo(
    () =>
      rows.value === undefined || health.value === undefined || origins === null
        ? null
        : listHosts({ sites: SITES, origins, rows: rows.value, health: health.value, language }),
    [rows.value, health.value, origins, language],
  );
  const failed = rows.state === 'failed' ? rows : health.state === 'failed' ? health : null;
  const cards = (entries: HostEntry[]) => (
    <ul class="site-cards">
      {entries.map((entry) => (
        <HostCard key={entry.host} entry={entry} now={now} />
      ))}
    </ul>
  );
  const own = hosts?.filter(({ required }) => !required) ?? [];
  return (
    <div class="stack-wide page-narrow">
      <div class="stack-tight">
        <h1 tabIndex={-1}>{t.title}</h1>
        <p>{t.intro}</p>
      </div>
      {failed ? <LoadFailed retry={failed.retry} /> : null}
      {hosts === null && failed === null ? <Progress label={ui.loading} /> : null}
      {hosts === null ? null : (
        <>
          <section class="stack" aria-labelledby="own-sites">
            <h2 id="own-sites">{t.list}</h2>
            {own.length === 0 ? <EmptyState icon="notebook" title={t.none} text={t.noneText} /> : cards(own)}
          </section>
          <AddHostForm known={hosts} />
          <ImportSection known={hosts} />
          <section class="stack" aria-labelledby="shipped-sites">
            <div class="stack-tight">
              <h2 id="shipped-sites">{t.shippedList}</h2>
              <p class="soft">{t.shippedText}</p>
            </div>
            {cards(hosts.filter(({ required }) => required))}
          </section>
          <SampleSection now={now} />
        </>
      )}
    </div>
  );
}
