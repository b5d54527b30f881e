/** "Dữ liệu": what is kept and why, take everything out, erase everything, the journal of what was done. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { act } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button, LinkButton } from '@/components/ui/Button';
import { Progress } from '@/components/ui/Progress';
import { Table } from '@/components/ui/Table';
import { useToast } from '@/components/ui/Toast';
import { countEverything, exportEverything } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { EraseDialog } from './EraseDialog';
import { Journal } from './Journal';
import { kindText } from './kinds';

export function DataView({ now, protection }: { now: () => Date; protection?: ComponentChildren }) {
  const { data: t, privacy, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const toast = useToast();
  const counts = useLiveQuery(() => countEverything(db), [db], { everyMs: 800 });
  const [gathering, setGathering] = useState(false);
  const [failed, setFailed] = useState(false);
  const [erasing, setErasing] = useState(false);
  const rows = Object.entries(counts.value ?? {});

  const takeOut = async () => {
    setGathering(true);
    setFailed(false);
    try {
      const moment = now();
      const name = `du-lieu-${dayInVietnam(moment)}.json`;
      const everything = await exportEverything(db, moment);
      downloadFile(`${JSON.stringify(everything, null, 1)}\n`, name, 'application/json');
      // The file is out whether or not the note can be kept: a full disk must not hold it back.
      void act({ type: 'noteExport', kind: 'everything', rows: sumOf(everything.counts) });
      toast('good', t.exported(name));
    } catch {
      setFailed(true);
    } finally {
      setGathering(false);
    }
  };

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
        <div>
          <LinkButton href="#/privacy" icon="lock">
            {privacy.open}
          </LinkButton>
        </div>
      </section>
      <section class="card stack" aria-labelledby="out-title">
        <h2 id="out-title">{t.exportAll}</h2>
        <p>{t.exportText}</p>
        <div>
          <Button kind="main" icon="download" busy={gathering} onClick={() => void takeOut()}>
            {t.exportButton}
          </Button>
        </div>
        {gathering ? (
          <div class="late">
            <Progress label={t.exporting} />
          </div>
        ) : null}
        {failed ? <Banner tone="bad" title={t.exportFailed} /> : null}
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
        <EraseDialog counts={rows} onTakeOut={() => void takeOut()} onClose={() => setErasing(false)} />
      ) : null}
    </div>
  );
}

function sumOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
