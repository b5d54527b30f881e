/** The summary of a tally: how many, highest to total, and both rates over both denominators. */
import { useFormat, useText } from '@/components/i18n';
import { Table } from '@/components/ui/Table';
import { Term } from '@/components/ui/Term';
import type { Tally } from '@/lib/model/tally';

export function SummaryTable({ tally }: { tally: Tally }) {
  const { tally: t } = useText();
  const f = useFormat();
  const { summary } = tally;
  const number = (value: number | null) => (value === null ? '–' : f.number(value));
  const percent = (value: number | null) => (value === null ? '–' : f.percent(value));
  const over = [summary.installed, summary.active].some((one) => (one.ofEligible ?? 0) > 1 || (one.ofAll ?? 0) > 1);
  return (
    <section class="stack" aria-labelledby="summary-title">
      <div class="cluster">
        <h3 id="summary-title">{t.summary}</h3>
        <Term about="summary" />
      </div>
      <dl class="facts figures">
        <div>
          <dt>{t.members}</dt>
          <dd>{f.number(summary.members)}</dd>
        </div>
        <div>
          <dt>{t.withReading}</dt>
          <dd>{t.ofMembers(f.number(summary.withReading), f.number(summary.members))}</dd>
        </div>
        <div>
          <dt>{t.eligible}</dt>
          <dd>{summary.eligible === null ? t.notStated : f.number(summary.eligible)}</dd>
        </div>
      </dl>
      <div class="two-columns">
        <Table
          label={t.figures}
          captioned
          rows={['max', 'min', 'mean', 'median', 'total'] as const}
          rowKey={(key) => key}
          columns={[
            { id: 'what', header: t.figures, rowHeader: true, cell: (key) => t.figureNames[key] },
            { id: 'points', header: t.inPeriod, align: 'end', cell: (key) => number(summary.points[key]) },
            { id: 'closing', header: t.atEnd, align: 'end', cell: (key) => number(summary.closing[key]) },
          ]}
        />
        <div class="stack">
          <Table
            label={t.adoption}
            captioned
            rows={['installed', 'active'] as const}
            rowKey={(key) => key}
            columns={[
              { id: 'what', header: t.adoption, rowHeader: true, cell: (key) => t[key] },
              {
                id: 'count',
                header: t.count,
                align: 'end',
                cell: (key) => (summary[key].count === null ? t.notStated : number(summary[key].count)),
              },
              { id: 'all', header: t.ofAll, align: 'end', cell: (key) => percent(summary[key].ofAll) },
              { id: 'eligible', header: t.ofEligible, align: 'end', cell: (key) => percent(summary[key].ofEligible) },
            ]}
          />
          {over ? <p class="soft small">{t.overHundred}</p> : null}
        </div>
      </div>
    </section>
  );
}
