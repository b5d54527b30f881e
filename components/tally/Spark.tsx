/** A member's last months as small bars; the same in words for those who do not see them. */
import { useFormat, useText } from '@/components/i18n';

interface Props {
  /** Points of each month, oldest first; null before the first reading. */
  values: readonly (number | null)[];
  /** YYYY-MM of each. */
  months: readonly string[];
  name: string;
}

const WIDTH = 4;
const HEIGHT = 16;

export function Spark({ values, months, name }: Props) {
  const { cell: t } = useText();
  const f = useFormat();
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const last = months.length - 1;
  return (
    <svg
      class="spark"
      role="img"
      viewBox={`0 0 ${values.length * (WIDTH + 1)} ${HEIGHT}`}
      aria-label={t.sparkWords(
        name,
        months[0] ?? '',
        months[last] ?? '',
        values.map((value) => (value === null ? '–' : f.number(value))).join(', '),
      )}
    >
      {values.map((value, index) => {
        const height = value === null ? 0 : Math.max(1, (value / most) * HEIGHT);
        return <rect key={months[index]} x={index * (WIDTH + 1)} y={HEIGHT - height} width={WIDTH} height={height} />;
      })}
    </svg>
  );
}
