/** Which parts go along: totals by default, everything else only when picked; counts the app does not know are typed. */
import { useFormat, useText } from '@/components/i18n';
import { Checkbox, TextField } from '@/components/ui/Field';
import { HAND_IN_PARTS, type HandInPart, type HandInParts } from '@/lib/model/hand-in';

/** What is known of the period, whether it is sent or not. */
export type Available = HandInParts;

export type TypedCounts = Record<'study' | 'opinions', string>;

/** A typed count, or null while it is none. */
export function typedCount(text: string): number | null {
  return /^\d{1,5}$/.test(text.trim()) ? Number(text) : null;
}

interface Props {
  available: Available;
  chosen: readonly HandInPart[];
  typed: TypedCounts;
  onChoose: (parts: HandInPart[]) => void;
  onType: (typed: TypedCounts) => void;
}

export function SendParts({ available, chosen, typed, onChoose, onType }: Props) {
  const { handin: t } = useText();
  const f = useFormat();
  const hint = (part: HandInPart): string | undefined => {
    if (part === 'readings' && available.readings) return t.readingsCount(f.number(available.readings.length));
    const asks = part === 'study' || part === 'opinions';
    return available[part] === undefined && !asks ? t.partNone : undefined;
  };
  return (
    <fieldset class="stack-tight">
      <legend class="field-label">{t.partsTitle}</legend>
      {HAND_IN_PARTS.map((part) => {
        const isTyped = part === 'study' || part === 'opinions';
        const there = available[part] !== undefined || isTyped;
        const checked = there && chosen.includes(part);
        return (
          <div key={part}>
            <Checkbox
              label={t.parts[part]}
              hint={hint(part)}
              checked={checked}
              disabled={!there}
              onChange={(on) => onChoose(on ? [...chosen, part] : chosen.filter((one) => one !== part))}
            />
            {checked && isTyped && available[part] === undefined ? (
              <div class="part-count">
                <TextField
                  label={t.countField(t.parts[part])}
                  inputMode="numeric"
                  maxLength={5}
                  value={typed[part]}
                  onInput={(text) => onType({ ...typed, [part]: text })}
                />
              </div>
            ) : null}
          </div>
        );
      })}
    </fieldset>
  );
}
