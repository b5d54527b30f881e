/** One member at the roll-call: four states, whether they spoke, and why they are absent. */
import { useId } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Checkbox } from '@/components/ui/Field';
import { ATTENDANCE_STATES, type AttendanceRow } from '@/lib/model/meeting';
import { WordsField } from './WordsField';

export function RollRow({ row, onMark }: { row: AttendanceRow; onMark: (change: Partial<AttendanceRow>) => void }) {
  const { meetings: t } = useText();
  const name = useId();
  const absent = row.state === 'VANG_CO_LY_DO' || row.state === 'VANG_KHONG_LY_DO';
  return (
    <li class="meeting-roll-row" data-state={row.state ?? 'open'}>
      <fieldset class="meeting-roll-states">
        <legend class="field-label">
          {row.name}
          {row.status === 'DU_BI' ? <span class="soft small"> ({t.probationary})</span> : null}
        </legend>
        <div class="choices">
          {ATTENDANCE_STATES.map((state) => (
            <label key={state}>
              <input
                type="radio"
                name={name}
                value={state}
                checked={row.state === state}
                onChange={() => onMark({ state })}
              />
              {t.attendance[state]}
            </label>
          ))}
        </div>
      </fieldset>
      <button
        type="button"
        class="meeting-roll-spoke"
        aria-pressed={row.spoke}
        aria-label={t.spokeOf(row.name)}
        onClick={() => onMark({ spoke: !row.spoke })}
      >
        {t.spoke}
      </button>
      {absent || row.specialDuty ? (
        <div class="meeting-roll-more">
          {absent ? (
            <WordsField label={t.reasonOf(row.name)} value={row.reason} onWords={(reason) => onMark({ reason })} />
          ) : null}
          {row.state === 'CO_MAT' || row.state === 'MIEN' ? null : (
            <Checkbox
              label={
                <>
                  {t.duty}
                  <span class="unseen">: {row.name}</span>
                </>
              }
              checked={row.specialDuty}
              onChange={(specialDuty) => onMark({ specialDuty })}
            />
          )}
        </div>
      ) : null}
    </li>
  );
}
