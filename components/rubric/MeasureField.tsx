/** What the bands of an item go by, while it is edited: a figure of the meeting, or nothing but the scorer's choice. */
import { useText } from '@/components/i18n';
import { SelectField } from '@/components/ui/Field';
import { type BandItem, MEASURES, MEASURE_NAMES, type MeasureName } from '@/lib/rubric';

const COUNTED = MEASURE_NAMES.filter((name) => MEASURES[name].unit !== 'yesNo');

export function MeasureField({
  item,
  onMeasure,
}: {
  item: BandItem;
  onMeasure: (measure: MeasureName | null) => void;
}) {
  const { rubric: texts } = useText();
  return (
    <SelectField
      label={texts.fillsIn}
      hint={texts.editor.measureHint}
      value={item.measure ?? ''}
      options={[
        { value: '' as const, label: texts.editor.noMeasure },
        ...COUNTED.map((name) => ({ value: name, label: texts.measures[name] })),
      ]}
      onChange={(name: MeasureName | '') => onMeasure(name === '' ? null : name)}
    />
  );
}
