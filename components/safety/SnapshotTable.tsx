/** Every snapshot with when, why and how much, and what can be done with it. */
import type { SnapshotInfo } from '@/lib/recovery';
import { useFormat, useText } from '../i18n';
import { Button } from '../ui/Button';
import { Table } from '../ui/Table';

interface Props {
  snapshots: readonly SnapshotInfo[];
  onRestore: (name: string) => void;
  onTakeOut: (name: string) => void;
}

export function SnapshotTable({ snapshots, onRestore, onTakeOut }: Props) {
  const { safety: t } = useText();
  const f = useFormat();
  if (snapshots.length === 0) return <p>{t.noSnapshots}</p>;
  return (
    <Table
      label={t.snapshots}
      rows={[...snapshots].sort((a, b) => (a.at < b.at ? 1 : -1))}
      rowKey={({ name }) => name}
      columns={[
        { id: 'at', header: t.columns.at, rowHeader: true, cell: ({ at }) => f.instant(at) },
        { id: 'why', header: t.columns.why, cell: ({ reason }) => t.reasons[reason] },
        {
          id: 'rows',
          header: t.columns.rows,
          align: 'end',
          cell: ({ counts, bytes }) => (bytes === 0 ? t.damaged : f.number(rowsOf(counts))),
        },
        {
          id: 'do',
          header: t.columns.actions,
          cell: ({ name, at, bytes }) =>
            bytes === 0 ? null : (
              <div class="cluster">
                <Button size="small" onClick={() => onRestore(name)}>
                  {t.restore}
                  <span class="unseen">: {f.instant(at)}</span>
                </Button>
                <Button size="small" kind="quiet" icon="download" onClick={() => onTakeOut(name)}>
                  {t.takeOut}
                  <span class="unseen">: {f.instant(at)}</span>
                </Button>
              </div>
            ),
        },
      ]}
    />
  );
}

function rowsOf(counts: Record<string, number>): number {
  return Object.entries(counts).reduce((sum, [table, count]) => (table === 'meta' ? sum : sum + count), 0);
}
