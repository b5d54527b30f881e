/** The deletion log: what kind, how many, why and up to which day; never whose. */
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Progress } from '@/components/ui/Progress';
import { Table } from '@/components/ui/Table';
import { listDeletions } from '@/lib/tracker';

export function DeletionTab() {
  const { privacy: t, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const deletions = useLiveQuery(() => listDeletions(db), [db]);
  const rows = deletions.value ?? [];
  return (
    <section class="stack">
      <h2>{t.tabs.deletions}</h2>
      <p>{t.deletionsText}</p>
      {deletions.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : null}
      {deletions.value === undefined ? (
        <Progress label={ui.loading} />
      ) : rows.length === 0 ? (
        <p class="card">{t.deletionsEmpty}</p>
      ) : (
        <Table
          label={t.tabs.deletions}
          rows={rows}
          rowKey={(row) => row.seq}
          columns={[
            { id: 'at', header: t.deletionColumns.at, cell: (row) => f.instant(row.at) },
            { id: 'what', header: t.deletionColumns.what, rowHeader: true, cell: (row) => t.deleted[row.what] },
            { id: 'count', header: t.deletionColumns.count, align: 'end', cell: (row) => f.number(row.count) },
            { id: 'cause', header: t.deletionColumns.cause, cell: (row) => t.causes[row.cause] },
            {
              id: 'upTo',
              header: t.deletionColumns.upTo,
              cell: (row) => (row.upTo === null ? '–' : f.day(row.upTo)),
            },
          ]}
        />
      )}
    </section>
  );
}
