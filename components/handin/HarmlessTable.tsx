/** Hand-ins about which there is nothing to ask: one line each, taken one by one or all at once. */
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Field';
import { type Column, Table } from '@/components/ui/Table';
import type { ReviewRow } from '@/lib/handin/review';
import type { RowChoice } from './decisions';
import { PeriodAndExtras, type RowContext, Sender, TrustMark } from './RowFacts';

interface Props extends RowContext {
  rows: readonly ReviewRow[];
  choiceOf: (row: ReviewRow) => RowChoice;
  onChoose: (rowIds: readonly string[], change: Partial<RowChoice>) => void;
}

export function HarmlessTable({ rows, choiceOf, onChoose, ...context }: Props) {
  const { handin: t } = useText();
  const f = useFormat();
  const figure = (value: number | undefined) => (value === undefined ? '' : f.number(value));
  const unverified = rows.filter(({ trust, handIn }) => trust !== 'verified' && !context.verified.has(handIn.from));
  const columns: Column<ReviewRow>[] = [
    { id: 'name', header: t.columns.name, rowHeader: true, cell: (row) => <Sender row={row} names={context.names} /> },
    { id: 'period', header: t.columns.period, cell: (row) => <PeriodAndExtras row={row} /> },
    ...(['opening', 'closing'] as const).map((id) => ({
      id,
      header: t.columns[id],
      align: 'end' as const,
      cell: ({ handIn }: ReviewRow) => figure(handIn.parts.totals?.[id].total),
    })),
    {
      id: 'points',
      header: t.columns.points,
      align: 'end',
      cell: ({ handIn }) => figure(handIn.parts.totals?.points.value),
    },
    { id: 'sender', header: t.columns.sender, cell: (row) => <TrustMark row={row} {...context} /> },
    {
      id: 'decision',
      header: t.columns.decision,
      cell: (row) => (
        <Checkbox
          label={
            <>
              {t.take}
              <span class="unseen">: {t.takeName(row.handIn.name)}</span>
            </>
          }
          checked={choiceOf(row).take}
          onChange={(take) => onChoose([row.id], { take })}
        />
      ),
    },
  ];
  return (
    <section class="card stack" aria-labelledby="handin-harmless">
      <h2 id="handin-harmless">{t.harmlessTitle}</h2>
      <p class="soft">{t.harmlessText}</p>
      {unverified.length === 0 ? null : <p>{t.unverified(f.number(unverified.length))}</p>}
      <div>
        <Button
          icon="check"
          onClick={() =>
            onChoose(
              rows.map(({ id }) => id),
              { take: true },
            )
          }
        >
          {t.takeHarmless(f.number(rows.length))}
        </Button>
      </div>
      <Table label={t.tableOf(t.harmlessTitle)} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </section>
  );
}
