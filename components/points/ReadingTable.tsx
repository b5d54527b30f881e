/** Every reading kept, newest first; any number of rows scrolls smoothly, each can be opened, corrected, withdrawn, restored. */
import { useMemo, useState } from 'preact/hooks';
import { usePrinting } from '@/components/hooks/use-printing';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Field';
import { type Column, Table } from '@/components/ui/Table';
import { VirtualTable } from '@/components/ui/VirtualTable';
import type { PointReading } from '@/lib/model/point-reading';
import { type ListedReading, listed } from './listed-readings';
import { readingNotes, readingSource, sourceCounts } from './reading-words';

/** Rows on paper at most, newest first: some forty pages. */
const ON_PAPER = 1_500;

interface Props {
  /** In time order, withdrawn ones too. */
  readings: readonly PointReading[];
  onOpen: (reading: PointReading) => void;
}

export function ReadingTable({ readings, onOpen }: Props) {
  const texts = useText();
  const { points: t } = texts;
  const f = useFormat();
  const printing = usePrinting();
  const [withWithdrawn, setWithWithdrawn] = useState(false);
  const rows = useMemo(() => listed(readings, withWithdrawn), [readings, withWithdrawn]);
  const anyWithdrawn = readings.some((reading) => reading.withdrawn !== null);
  const number = (value: number) => f.number(value);
  const columns: Column<ListedReading>[] = [
    {
      id: 'day',
      header: t.columns.day,
      width: '112px',
      narrowWidth: 'calc(100px * var(--scale))',
      rowHeader: true,
      cell: ({ reading }) => f.day(reading.day),
    },
    {
      id: 'total',
      header: t.columns.total,
      align: 'end',
      width: 'minmax(112px, 140px)',
      narrowWidth: 'minmax(60px, 1fr)',
      cell: ({ reading }) =>
        reading.withdrawn ? <s>{number(reading.total)}</s> : <strong>{number(reading.total)}</strong>,
    },
    {
      id: 'rise',
      header: t.columns.rise,
      align: 'end',
      width: 'minmax(72px, 96px)',
      minor: true,
      cell: ({ rise }) => (rise === null ? '–' : f.signed(rise)),
    },
    {
      id: 'source',
      header: t.columns.source,
      width: 'minmax(180px, 2fr)',
      minor: true,
      cell: ({ reading }) => readingSource(reading, t),
    },
    {
      id: 'notes',
      header: t.columns.notes,
      width: 'minmax(160px, 2fr)',
      minor: true,
      cell: ({ reading }) => readingNotes(reading, t, f).join('; '),
    },
    {
      id: 'open',
      header: t.columns.actions,
      width: '104px',
      narrowWidth: 'calc(92px * var(--scale))',
      cell: ({ reading }) => (
        <Button kind="quiet" size="small" label={undefined} onClick={() => onOpen(reading)}>
          {t.view}
          <span class="unseen"> {f.day(reading.day)}</span>
        </Button>
      ),
    },
  ];
  return (
    <section class="card stack" aria-labelledby="history-title">
      <div class="spread">
        <h2 id="history-title">{t.history}</h2>
        <span class="soft">{t.historyCount(f.number(rows.length))}</span>
      </div>
      <p class="soft small">
        {t.bySource}:{' '}
        {sourceCounts(readings)
          .map(([source, count]) => t.bySourceLine(t.source[source], f.number(count)))
          .join('; ')}
      </p>
      {anyWithdrawn ? <Checkbox label={t.showWithdrawn} checked={withWithdrawn} onChange={setWithWithdrawn} /> : null}
      {printing ? (
        <Table
          label={t.history}
          columns={columns.filter((column) => column.id !== 'open')}
          rows={rows.slice(0, ON_PAPER)}
          rowKey={({ reading }) => reading.id}
        />
      ) : (
        <VirtualTable
          label={t.history}
          columns={columns}
          count={rows.length}
          rowAt={(index) => rows[index]}
          rowKey={(index) => rows[index]?.reading.id ?? index}
          height={520}
          onOpen={({ reading }) => onOpen(reading)}
        />
      )}
    </section>
  );
}
