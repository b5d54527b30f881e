/** The member table of a tally: all rows of a cell at once, long lists virtual, everything on paper. */
import { type Format, type Texts, useFormat, useText } from '@/components/i18n';
import { type Column, Table } from '@/components/ui/Table';
import { VirtualTable } from '@/components/ui/VirtualTable';
import { ACTIVITY_COUNTS } from '@/lib/model/activity';
import type { Tally, TallyMember } from '@/lib/model/tally';
import { memberNotes } from './member-notes';

/** Most cells have fewer members; longer lists show only the rows in view. */
const SHOWN_AT_ONCE = 100;

type Row = TallyMember & { order: number };

export function TallyTable({ tally, printing }: { tally: Tally; printing: boolean }) {
  const { tally: t } = useText();
  const f = useFormat();
  const columns = columnsOf(tally, t, f);
  const rows: Row[] = tally.members.map((member, index) => ({ ...member, order: index + 1 }));
  return printing || rows.length <= SHOWN_AT_ONCE ? (
    <Table label={t.columns.name} columns={columns} rows={rows} rowKey={(row) => row.order} />
  ) : (
    <VirtualTable
      label={t.columns.name}
      columns={columns}
      count={rows.length}
      rowAt={(index) => rows[index]}
      height={600}
    />
  );
}

function columnsOf(tally: Tally, t: Texts['tally'], f: Format): Column<Row>[] {
  const number = (value: number | null) => (value === null ? '–' : f.number(value));
  const has = (key: 'code' | 'role') => tally.members.some((one) => one[key] !== null);
  const all: (Column<Row> & { shown?: boolean })[] = [
    { id: 'order', header: t.columns.order, align: 'end', width: '64px', minor: true, cell: (one) => one.order },
    {
      id: 'name',
      header: t.columns.name,
      width: 'minmax(190px, 2fr)',
      narrowWidth: '128px',
      rowHeader: true,
      cell: (one) => one.name,
    },
    {
      id: 'code',
      header: t.columns.code,
      width: '96px',
      minor: true,
      cell: (one) => one.code ?? '',
      shown: has('code'),
    },
    {
      id: 'role',
      header: t.columns.role,
      width: '128px',
      minor: true,
      cell: (one) => <span class="role-cell">{one.role ?? ''}</span>,
      shown: has('role'),
    },
    {
      id: 'opening',
      header: t.columns.opening,
      align: 'end',
      narrowWidth: 'calc(62px * var(--scale))',
      cell: (one) => number(one.opening),
    },
    {
      id: 'closing',
      header: t.columns.closing,
      align: 'end',
      narrowWidth: 'calc(62px * var(--scale))',
      cell: (one) => number(one.closing),
    },
    {
      id: 'points',
      header: t.columns.points,
      align: 'end',
      narrowWidth: 'calc(62px * var(--scale))',
      cell: (one) => <strong>{number(one.points)}</strong>,
    },
    { id: 'rank', header: t.columns.rank, align: 'end', width: '72px', cell: (one) => number(one.rank) },
    {
      id: 'readings',
      header: t.columns.readings,
      align: 'end',
      width: '88px',
      minor: true,
      cell: (one) => number(one.readings),
    },
    ...ACTIVITY_COUNTS.map((field) => ({
      id: field,
      header: t.columns[field],
      align: 'end' as const,
      width: '96px',
      cell: (one: Row) => {
        const { quizRight, quizAsked } = one.activity ?? {};
        const count = number(one.activity?.[field] ?? null);
        const marked = field === 'quizzes' && quizRight != null && quizAsked != null;
        return marked ? (
          <>
            {count} <span class="soft small">{t.quizRight(f.number(quizRight), f.number(quizAsked))}</span>
          </>
        ) : (
          count
        );
      },
      shown: tally.members.some((one) => one.activity?.[field] != null),
    })),
    {
      id: 'notes',
      header: t.columns.notes,
      width: 'minmax(160px, 2fr)',
      cell: (one) => <span class="small note-cell">{memberNotes(one, t).join('; ')}</span>,
    },
  ];
  return all.filter((column) => column.shown !== false);
}
