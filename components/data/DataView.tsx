/** "Dữ liệu": what is kept and why, take everything out, erase everything, the journal of what was done. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button, LinkButton } from '@/components/ui/Button';
import { Table } from '@/components/ui/Table';
import { countEverything, countOverdueDesk } from '@/lib/tracker';
import { BackupSection } from './BackupSection';
import { EraseDialog } from './EraseDialog';
import { Journal } from './Journal';
import { kindText } from './kinds';
import { PlainExportDialog } from './PlainExportDialog';

export function DataView({ now, protection }: { now: () => Date; protection?: ComponentChildren }) {
  const { data: t, privacy, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const counts = useLiveQuery(() => countEverything(db), [db], { everyMs: 800 });
  const overdue = useLiveQuery(() => countOverdueDesk(db, now()), [db], { everyMs: 2_000 });
  const [takingOut, setTakingOut] = useState(false);
  const [erasing, setErasing] = useState(false);
  const rows = Object.entries(counts.value ?? {});

  return (
    <div class="stack-wide page-narrow">
      <div class="stack-tight">
        <h1 tabIndex={-1}>{t.title}</h1>
        <p>{t.intro}</p>
      </div>
      {counts.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : null}
      <section class="stack">
        <h2>{t.kept}</h2>
        <Table
          label={t.kept}
          rows={rows}
          rowKey={([kind]) => kind}
          columns={[
            { id: 'what', header: t.columns.what, rowHeader: true, cell: ([kind]) => kindText(kind, t).what },
            { id: 'why', header: t.columns.why, cell: ([kind]) => kindText(kind, t).why },
            { id: 'count', header: t.columns.count, align: 'end', cell: ([, count]) => f.number(count) },
          ]}
        />
        <p class="soft">{t.where}</p>
      </section>
      <section class="card stack" aria-labelledby="privacy-title">
        <h2 id="privacy-title">{privacy.title}</h2>
        <p>{privacy.openText}</p>
        {(overdue.value ?? 0) > 0 ? (
          <Banner tone="warn" live="off">
            <p>{privacy.deskOverdue(f.number(overdue.value ?? 0))}</p>
          </Banner>
        ) : null}
        <div>
          <LinkButton href="#/privacy" icon="lock">
            {privacy.open}
          </LinkButton>
        </div>
      </section>
      <BackupSection now={now} />
      <section class="card stack" aria-labelledby="out-title">
        <h2 id="out-title">{t.exportAll}</h2>
        <p>{t.exportText}</p>
        <div>
          <Button icon="download" onClick={() => setTakingOut(true)}>
            {t.exportButton}
          </Button>
        </div>
      </section>
      {protection}
      <section class="card stack" aria-labelledby="erase-title">
        <h2 id="erase-title">{t.erase}</h2>
        <p>{t.eraseText}</p>
        <div>
          <Button kind="danger" icon="trash" onClick={() => setErasing(true)}>
            {t.eraseButton}
          </Button>
        </div>
      </section>
      <Journal />
      {erasing ? (
        <EraseDialog counts={rows} onTakeOut={() => setTakingOut(true)} onClose={() => setErasing(false)} />
      ) : null}
      {takingOut ? <PlainExportDialog counts={rows} now={now} onClose={() => setTakingOut(false)} /> : null}
    </div>
  );
}
