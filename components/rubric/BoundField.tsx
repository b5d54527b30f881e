/** One end of a range while it is edited: a figure, or a share of the length that is required. */
import { useText } from '@/components/i18n';
import { Checkbox } from '@/components/ui/Field';
import type { Bound } from '@/lib/rubric';
import { FigureField } from './FigureField';

interface Props {
  label: string;
  value: Bound | null;
  /** May be told as a share: the item measures minutes. */
  mayBeShare: boolean;
  onBound: (bound: Bound | null) => void;
  onWrong: (wrong: boolean) => void;
}

export function BoundField({ label, value, mayBeShare, onBound, onWrong }: Props) {
  const { rubric: texts } = useText();
  const t = texts.editor;
  const share = value !== null && typeof value !== 'number' ? value : null;
  return (
    <div class="stack-tight">
      <FigureField
        // Another kind of figure: nothing typed for the one is taken for the other.
        key={share === null ? 'figure' : 'share'}
        label={share === null ? label : t.shareOfLength(label)}
        hint={t.endless}
        // A share holds four decimals, so its percentage holds two.
        value={share !== null ? Math.round(share.ofRequired * 10_000) / 100 : typeof value === 'number' ? value : null}
        mayBeEmpty
        {...(share === null ? {} : { min: 0, max: 1_000 })}
        wrong={t.wrongNumber}
        onFigure={(figure) =>
          onBound(figure === null || share === null ? figure : { ofRequired: Math.round(figure * 100) / 10_000 })
        }
        onWrong={onWrong}
      />
      {mayBeShare && value !== null ? (
        <Checkbox label={t.asShare} checked={share !== null} onChange={(on) => onBound(on ? { ofRequired: 1 } : 0)} />
      ) : null}
    </div>
  );
}
