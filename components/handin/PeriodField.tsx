/** The period of a hand-in: one of the last months, or any two days. */
import { DayField } from '@/components/fields/DayField';
import { useText } from '@/components/i18n';
import { SelectField } from '@/components/ui/Field';
import { type Period, parsePeriod } from '@/lib/model/period';
import { dayInVietnam } from '@/lib/vi/dates';

/** `month` is `2026-11`; null while two days are chosen. */
export interface ChosenPeriod {
  month: string | null;
  from: string;
  to: string;
}

const MONTHS = 13;
const OTHER = 'other';

/** The month that is being lived in; in its first days the one before. */
export function firstPeriod(now: Date): ChosenPeriod {
  const [last, before] = monthsUpTo(now);
  const month = (Number(dayInVietnam(now).slice(8)) <= 10 ? before : last) ?? '';
  return { month, ...parsePeriod(month) };
}

/** Null while the days make no period. */
export function periodOf({ from, to }: ChosenPeriod): Period | null {
  return from <= to ? { from, to } : null;
}

function monthsUpTo(now: Date): string[] {
  const [year = 0, month = 0] = dayInVietnam(now).split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, back) => {
    const count = year * 12 + month - 1 - back;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}

interface Props {
  now: Date;
  value: ChosenPeriod;
  onChange: (value: ChosenPeriod) => void;
}

export function PeriodField({ now, value, onChange }: Props) {
  const { handin: t } = useText();
  const options = monthsUpTo(now).map((month) => ({
    value: month,
    label: t.monthOf(month.slice(5), month.slice(0, 4)),
  }));
  return (
    <div class="form-row">
      <SelectField
        label={t.month}
        value={value.month ?? OTHER}
        options={[...options, { value: OTHER, label: t.otherDays }]}
        onChange={(month) => onChange(month === OTHER ? { ...value, month: null } : { month, ...parsePeriod(month) })}
      />
      {value.month === null ? (
        <>
          <DayField label={t.fromDay} value={value.from} onDay={(from) => onChange({ ...value, from })} />
          <DayField
            label={t.toDay}
            value={value.to}
            error={periodOf(value) === null ? t.wrongDays : null}
            onDay={(to) => onChange({ ...value, to })}
          />
        </>
      ) : null}
    </div>
  );
}
