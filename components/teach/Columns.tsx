/** What each column is: proposed from its header, corrected from a list; what is never read says so. */
import type { ColumnChoice, ProposedColumn, TakenList } from '@/lib/teaching';
import { useLanguage, useText } from '../i18n/teach';
import { SelectField } from '../ui/Field';
import { termOf } from './terms';

const IGNORED = '-';

export function Columns({ taken, onChoose }: { taken: TakenList; onChoose: (choices: ColumnChoice[]) => void }) {
  const text = useText().teach;
  const language = useLanguage();
  const choose = (column: ProposedColumn, value: string) => {
    const picked = column.choices.find((choice) => choice.field === value);
    const choice: ColumnChoice =
      picked === undefined ? { column: column.column, drop: true } : { column: column.column, ...picked };
    const others = taken.columns.flatMap((one) => (one.column === column.column ? [] : chosenOf(one)));
    onChoose([...others, choice]);
  };
  if (taken.columns.length === 0) return null;
  return (
    <details class="teach-details" open={taken.problem !== null}>
      <summary>{text.columns}</summary>
      <div class="teach-columns">
        {taken.columns.map((column) => {
          const label = column.header === '' ? text.columnNumber(column.column) : column.header;
          if (column.state === 'denied' || column.state === 'bare') {
            return (
              <p key={column.column} class="small">
                <b>{label}</b>: {column.state === 'denied' ? text.neverRead : text.bare}
              </p>
            );
          }
          return (
            <SelectField
              key={column.column}
              label={label}
              value={column.field ?? IGNORED}
              options={[
                { value: IGNORED, label: text.ignored },
                ...column.choices.map(({ field }) => ({ value: field as string, label: termOf(field, language) })),
              ]}
              onChange={(value) => choose(column, value)}
            />
          );
        })}
      </div>
    </details>
  );
}

/** Corrections made before go along with each new one. */
function chosenOf({ column, state, field, parse }: ProposedColumn): ColumnChoice[] {
  if (state === 'dropped') return [{ column, drop: true }];
  return state === 'chosen' && field !== null && parse !== null ? [{ column, field, parse }] : [];
}
