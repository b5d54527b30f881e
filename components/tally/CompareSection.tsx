/** The period beside the one before and the same a year ago: the cell's sums, and each member with a small chart. */
import { useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Table } from '@/components/ui/Table';
import type { Tally } from '@/lib/model/tally';
import type { Gain } from '@/lib/tally/compare';
import { Spark } from './Spark';
import type { Compared } from './use-tally';

export function CompareSection({ tally, compared }: { tally: Tally; compared: Compared }) {
  const { cell: t, tally: words } = useText();
  const f = useFormat();
  // Long lists are drawn only for whoever looks at them.
  const [opened, setOpened] = useState(false);
  const { before, yearAgo, months, trends } = compared;
  const days = ({ from, to }: Tally['period']) => `${f.day(from)} – ${f.day(to)}`;
  const number = (value: number | null) => (value === null ? '–' : f.number(value));
  const change = ({ difference }: Gain) => (difference === null ? '–' : f.signed(difference));
  const sums = ['total', 'mean', 'active'] as const;
  const rows = tally.members.map((member, index) => ({
    member,
    trend: trends[index] ?? [],
    before: before.members[index] ?? NOTHING,
    yearAgo: yearAgo.members[index] ?? NOTHING,
  }));
  return (
    <section class="stack" aria-labelledby="compare-title">
      <h3 id="compare-title">{t.compare}</h3>
      <Table
        label={t.compareCell}
        rows={sums}
        rowKey={(key) => key}
        columns={[
          { id: 'what', header: t.compareCell, rowHeader: true, cell: (key) => t.compareSums[key] },
          { id: 'now', header: t.thisPeriod, align: 'end', cell: (key) => number(before[key].now) },
          { id: 'before', header: days(before.period), align: 'end', cell: (key) => number(before[key].then) },
          { id: 'beforeBy', header: t.change, align: 'end', cell: (key) => change(before[key]) },
          { id: 'year', header: days(yearAgo.period), align: 'end', cell: (key) => number(yearAgo[key].then) },
          { id: 'yearBy', header: t.change, align: 'end', cell: (key) => change(yearAgo[key]) },
        ]}
      />
      <details class="more" onToggle={(event) => setOpened(event.currentTarget.open)}>
        <summary>{t.compareMembers}</summary>
        {opened ? (
          <Table
            label={t.compareMembers}
            rows={rows}
            rowKey={(_row, index) => index}
            columns={[
              { id: 'name', header: words.columns.name, rowHeader: true, cell: ({ member }) => member.name },
              {
                id: 'trend',
                header: t.trend,
                cell: ({ member, trend }) => <Spark values={trend} months={months} name={member.name} />,
              },
              { id: 'now', header: t.thisPeriod, align: 'end', cell: ({ member }) => number(member.points) },
              { id: 'before', header: t.periodBefore, align: 'end', cell: (row) => number(row.before.then) },
              { id: 'beforeBy', header: t.change, align: 'end', cell: (row) => change(row.before) },
              { id: 'year', header: t.yearAgo, align: 'end', cell: (row) => number(row.yearAgo.then) },
              { id: 'yearBy', header: t.change, align: 'end', cell: (row) => change(row.yearAgo) },
            ]}
          />
        ) : null}
      </details>
    </section>
  );
}

const NOTHING: Gain = { now: null, then: null, difference: null };
