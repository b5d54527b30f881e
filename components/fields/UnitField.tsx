/** Choosing one unit of the roster or all of them; nothing where there is no choice. */
import { useText } from '@/components/i18n';
import { SelectField } from '@/components/ui/Field';

interface Props {
  names: readonly string[];
  /** Null takes all. */
  unit: string | null;
  onUnit: (unit: string | null) => void;
}

export function UnitField({ names, unit, onUnit }: Props) {
  const { tally: t } = useText();
  if (names.length <= 1) return null;
  return (
    <SelectField
      label={t.unit}
      value={unit ?? ''}
      options={[{ value: '', label: t.allUnits }, ...names.map((name) => ({ value: name, label: name }))]}
      onChange={(name) => onUnit(name === '' ? null : name)}
    />
  );
}
