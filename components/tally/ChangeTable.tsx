/** What is told otherwise than in a closed version: people and figures, before and now. */
import { useFormat, useText } from '@/components/i18n';
import { Table } from '@/components/ui/Table';
import { CHANGE_TITLES, changeRows } from '@/lib/formats/change-rows';
import type { Value } from '@/lib/formats/tally-table';
import type { TallyChanges } from '@/lib/tally/closing';

export function ChangeTable({ changes }: { changes: TallyChanges }) {
  const { cell: t, tally } = useText();
  const f = useFormat();
  const told = (value: Value | undefined): string => {
    if (value === null || value === undefined) return '–';
    if (typeof value === 'number') return f.number(value);
    if (typeof value === 'boolean') return value ? tally.yes : tally.no;
    return typeof value === 'string' ? value : f.day(value.day);
  };
  return (
    <Table
      label={t.whatChanged}
      rows={changeRows(changes)}
      rowKey={(_row, index) => index}
      columns={CHANGE_TITLES.map((header, index) => ({
        id: String(index),
        header,
        rowHeader: index === 0,
        align: index > 1 ? ('end' as const) : undefined,
        cell: (row: Value[]) => told(row[index]),
      }))}
    />
  );
}
