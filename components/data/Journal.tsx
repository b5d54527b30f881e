/** The journal: what was done with the data, newest first; actions and counts, never names or totals. */
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Table } from '@/components/ui/Table';

const SHOWN = 100;

export function Journal() {
  const { data: t } = useText();
  const f = useFormat();
  const db = useDb();
  const lines = useLiveQuery(() => db.journal.orderBy('seq').reverse().limit(SHOWN).toArray(), [db], { everyMs: 800 });
  const rows = lines.value ?? [];
  return (
    <section class="stack">
      <h2>{t.journal}</h2>
      <p class="soft">{t.journalText}</p>
      {rows.length === 0 ? (
        <p>{t.journalEmpty}</p>
      ) : (
        <Table
          label={t.journal}
          rows={rows}
          rowKey={(row, index) => row.seq ?? index}
          columns={[
            { id: 'at', header: t.journalColumns.at, cell: (row) => f.instant(row.at) },
            {
              id: 'what',
              header: t.journalColumns.what,
              rowHeader: true,
              cell: (row) => t.actions[row.action] ?? row.action,
            },
            {
              id: 'detail',
              header: t.journalColumns.detail,
              cell: (row) => <span class="small wrap-anywhere">{detailText(row.detail, t.details, f.number)}</span>,
            },
          ]}
        />
      )}
    </section>
  );
}

function detailText(
  detail: Record<string, string | number | boolean | null>,
  names: Record<string, string | undefined>,
  number: (value: number) => string,
): string {
  return Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(
      ([key, value]) =>
        `${names[key] ?? key}: ${names[String(value)] ?? (typeof value === 'number' ? number(value) : String(value))}`,
    )
    .join('; ');
}
