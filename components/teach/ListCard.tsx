/** One list pointed at: how many rows, the first of them as they would be stored, what is in doubt or wrong, and a choice for each column. */
import type { CellValue, TableKind } from '@/lib/model/observation';
import type { ColumnChoice, TakenList, TaughtListState } from '@/lib/teaching';
import { useFormat, useLanguage, useText } from '../i18n/teach';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { SelectField } from '../ui/Field';
import { Table } from '../ui/Table';
import { Columns } from './Columns';
import { TAUGHT_KINDS, termOf } from './terms';

const SHOWN_ROWS = 5;

export function ListCard(props: {
  list: TaughtListState;
  broken: boolean;
  busy: boolean;
  onDrop: () => void;
  onAdjust: (kind: TableKind, choices: ColumnChoice[]) => void;
}) {
  const { taken, kept, path } = props.list;
  const texts = useText();
  const text = texts.teach;
  const kind = taken.kind ?? 'ranking';
  const name = taken.kind === null ? text.anyList : text.kinds[taken.kind];
  return (
    <div class="teach-list">
      <p class="small teach-state">{props.broken ? text.broken : kept ? text.keptBefore : text.pointed}</p>
      <p class="small soft wrap-anywhere">{path}</p>
      {!kept && taken.list !== null && <Count taken={taken} />}
      {taken.problem !== null && <Problem taken={taken} />}
      {taken.doubts.length > 0 && (
        <ul class="teach-doubts small">
          {taken.doubts.map((doubt) => (
            <li key={doubt}>{text.doubts[doubt]}</li>
          ))}
        </ul>
      )}
      {taken.sample.length > 0 && <Preview taken={taken} />}
      {!kept && (
        <>
          <SelectField
            label={text.listKind}
            value={kind}
            options={TAUGHT_KINDS.map((one) => ({ value: one, label: text.kinds[one] }))}
            onChange={(to) => props.onAdjust(to, [])}
          />
          <Columns taken={taken} onChoose={(choices) => props.onAdjust(kind, choices)} />
        </>
      )}
      <Button size="small" kind="quiet" label={`${text.drop}${text.forName(name)}`} onClick={props.onDrop}>
        {text.drop}
      </Button>
    </div>
  );
}

function Count({ taken }: { taken: TakenList }) {
  const text = useText().teach;
  const format = useFormat();
  const count = format.number(taken.count);
  const words = taken.total === null ? text.rows(count) : text.rowsOf(count, format.number(taken.total));
  return <p class="figures">{taken.complete ? `${words} · ${text.whole}` : words}</p>;
}

function Problem({ taken }: { taken: TakenList }) {
  const text = useText().teach;
  const language = useLanguage();
  const format = useFormat();
  if (taken.problem === null) return null;
  const fields = taken.missingFields.map((field) => termOf(field, language)).join(', ');
  const { where } = taken;
  const column = taken.columns.find((one) => one.column === where?.column);
  return (
    <Banner tone="warn">
      <p class="small">{text.problems[taken.problem]}</p>
      {fields !== '' && <p class="small">{text.missing(fields)}</p>}
      {where !== null && (
        <p class="small">{text.where(format.number(where.row), column?.header || text.columnNumber(where.column))}</p>
      )}
    </Banner>
  );
}

function Preview({ taken }: { taken: TakenList }) {
  const text = useText().teach;
  const language = useLanguage();
  const format = useFormat();
  const fields = Object.keys(taken.sample[0] ?? {});
  const show = (value: CellValue | undefined): string =>
    value === null || value === undefined || value === ''
      ? text.empty
      : typeof value === 'number'
        ? format.number(value)
        : value;
  return (
    <Table
      label={text.preview}
      captioned
      rows={taken.sample.slice(0, SHOWN_ROWS)}
      rowKey={(_row, index) => index}
      columns={fields.map((field) => ({
        id: field,
        header: termOf(field, language),
        cell: (row: Record<string, CellValue>) => show(row[field]),
      }))}
    />
  );
}
