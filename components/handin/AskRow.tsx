/** One hand-in with something to ask: why, both sides' figures beside each other, whose it is, what stands, take or leave. */
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Checkbox, Choices, SelectField } from '@/components/ui/Field';
import { type Column, Table } from '@/components/ui/Table';
import type { Comparison } from '@/lib/handin/compare';
import type { Known, ReviewRow } from '@/lib/handin/review';
import type { DatedFigure, HandInTotals } from '@/lib/model/hand-in';
import { type RowChoice, asksForKey, comparisonOf } from './decisions';
import { PeriodAndExtras, type RowContext, TrustMark } from './RowFacts';

interface Props extends RowContext {
  row: ReviewRow;
  choice: RowChoice;
  known: Known;
  onChoose: (change: Partial<RowChoice>) => void;
}

export function AskRow({ row, choice, known, names, onChoose, ...trust }: Props) {
  const { handin: t } = useText();
  const { handIn } = row;
  const comparison = comparisonOf(row, choice, known);
  const likely = row.who.candidates;
  const others = [...names.keys()].filter((id) => !likely.includes(id));
  const codes = new Map(known.roster.map(({ id, code }) => [id, code]));
  const label = (id: string) => {
    const code = codes.get(id) ?? null;
    return code === null ? (names.get(id) ?? id) : `${names.get(id) ?? id} (${code})`;
  };
  return (
    <article class="stack" aria-label={handIn.name}>
      <div class="spread">
        <div>
          <h3>{handIn.name}</h3>
          <PeriodAndExtras row={row} />
          <div class="soft small wrap-anywhere">{t.files(row.files.join(', '))}</div>
        </div>
        <TrustMark row={row} {...trust} />
      </div>
      {row.questions.map((question) => (
        <Banner key={question} tone="warn" live="off">
          <p>{t.questions[question]}</p>
        </Banner>
      ))}
      <SideBySide theirs={handIn.parts.totals ?? null} comparison={comparison} name={handIn.name} />
      <SelectField
        label={t.who}
        value={choice.memberId ?? ''}
        options={[
          ...(choice.memberId === null ? [{ value: '', label: t.chooseMember }] : []),
          ...[...likely, ...others].map((id) => ({ value: id, label: label(id) })),
        ]}
        onChange={(id) => onChoose({ memberId: id === '' ? null : id, acceptNewKey: false, conflicts: null })}
      />
      {(comparison?.conflicts.length ?? 0) > 0 ? (
        <Choices
          legend={t.keepWhich}
          value={choice.conflicts ?? ''}
          options={[
            { value: 'ours', label: t.ours },
            { value: 'theirs', label: t.theirs },
          ]}
          onChange={(kept) => onChoose({ conflicts: kept === 'ours' ? 'ours' : 'theirs' })}
        />
      ) : null}
      {asksForKey(row, choice, known) ? (
        <Checkbox
          label={t.acceptKey}
          checked={choice.acceptNewKey}
          onChange={(acceptNewKey) => onChoose({ acceptNewKey })}
        />
      ) : null}
      <Choices
        legend={t.columns.decision}
        value={choice.take ? 'take' : 'leave'}
        options={[
          { value: 'leave', label: t.leave },
          { value: 'take', label: t.take },
        ]}
        onChange={(chosen) => onChoose({ take: chosen === 'take' })}
      />
    </article>
  );
}

/** A figure, and where it is from. */
interface Told {
  figure: string;
  from?: string;
}

interface Line {
  id: string;
  label: string;
  theirs: Told;
  ours: Told;
  differs: boolean;
}

function SideBySide(props: { theirs: HandInTotals | null; comparison: Comparison | null; name: string }) {
  const { theirs, comparison, name } = props;
  const { handin: t } = useText();
  const f = useFormat();
  const ours = comparison?.ours ?? null;
  const dated = (one: DatedFigure | undefined): Told =>
    one === undefined
      ? { figure: '–' }
      : { figure: f.number(one.total), from: t.dayAndSource(f.day(one.day), t.sources[one.source]) };
  const lines: Line[] = (['opening', 'closing'] as const).map((id) => ({
    id,
    label: t.columns[id],
    theirs: dated(theirs?.[id]),
    ours: dated(ours?.[id]),
    differs: false,
  }));
  lines.push({
    id: 'points',
    label: t.columns.points,
    theirs: { figure: theirs === null ? '–' : f.number(theirs.points.value) },
    ours: { figure: ours === null ? '–' : f.number(ours.points.value) },
    differs: false,
  });
  comparison?.conflicts.forEach((conflict, index) =>
    lines.push({
      id: `conflict-${index}`,
      label: t.conflict[conflict.kind],
      theirs: dated(conflict.theirs),
      ours: dated(conflict.ours),
      differs: true,
    }),
  );
  const mark = ({ figure, from }: Told, { differs }: Line) => (
    <span class={differs ? 'is-differing' : undefined}>
      {figure}
      {from === undefined ? null : (
        <>
          {' '}
          <span class="told-from small">({from})</span>
        </>
      )}
    </span>
  );
  const columns: Column<Line>[] = [
    { id: 'label', header: t.columns.item, rowHeader: true, cell: (line) => line.label },
    { id: 'theirs', header: t.sent, cell: (line) => mark(line.theirs, line) },
    { id: 'ours', header: t.here, cell: (line) => mark(line.ours, line) },
  ];
  return <Table label={`${t.sent} – ${t.here}: ${name}`} columns={columns} rows={lines} rowKey={({ id }) => id} />;
}
