/** Choosing month, quarter, half year, nine months, year or any two days, and how to rank. */
import { DayField } from '@/components/fields/DayField';
import { useText } from '@/components/i18n';
import { Choices, SelectField } from '@/components/ui/Field';
import { PERIOD_KINDS, type PeriodChoice, type PeriodKind, partsOf, periodOf, withKind } from './period-choice';

interface Props {
  choice: PeriodChoice;
  /** The kinds offered; default all. */
  kinds?: readonly PeriodKind[];
  thisYear: number;
  onChange: (choice: PeriodChoice) => void;
}

export function PeriodChooser({ choice, kinds = PERIOD_KINDS, thisYear, onChange }: Props) {
  const { tally: t } = useText();
  const partName = { month: t.monthPart, quarter: t.quarterPart, half: t.halfPart };
  const first = Math.min(thisYear - 7, choice.year);
  const last = Math.max(thisYear + 1, choice.year);
  const years = Array.from({ length: last - first + 1 }, (_, index) => String(last - index));
  return (
    <div class="stack no-print">
      {kinds.length === 1 ? null : (
        <Choices
          legend={t.period}
          value={choice.kind}
          options={kinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          onChange={(kind) => onChange(withKind(choice, kind))}
        />
      )}
      <div class="form-row">
        {choice.kind === 'days' ? (
          <>
            <DayField label={t.from} value={choice.from} onDay={(from) => onChange({ ...choice, from })} />
            <DayField
              label={t.to}
              value={choice.to}
              error={periodOf(choice) === null ? t.wrongDays : null}
              onDay={(to) => onChange({ ...choice, to })}
            />
          </>
        ) : (
          <>
            {choice.kind === 'month' || choice.kind === 'quarter' || choice.kind === 'half' ? (
              <SelectField
                label={t.part}
                value={String(choice.part)}
                options={Array.from({ length: partsOf(choice.kind) }, (_, index) => ({
                  value: String(index + 1),
                  label: partName[choice.kind as keyof typeof partName](index + 1), // narrowed just above
                }))}
                onChange={(part) => onChange({ ...choice, part: Number(part) })}
              />
            ) : null}
            <SelectField
              label={t.year}
              value={String(choice.year)}
              options={years.map((year) => ({ value: year, label: year }))}
              onChange={(year) => onChange({ ...choice, year: Number(year) })}
            />
          </>
        )}
      </div>
    </div>
  );
}
