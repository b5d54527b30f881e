/** One band, or one grade, while it is edited: its name, points and ends. */
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Checkbox, TextField } from '@/components/ui/Field';
import type { Range } from '@/lib/rubric';
import { BoundField } from './BoundField';
import { FigureField } from './FigureField';

interface Props {
  legend: string;
  /** Null for a grade: its name stays. */
  label: string | null;
  points: number | null;
  range: Range;
  backwards: boolean;
  /** Its ends may be shares of the length required. */
  mayBeShare?: boolean;
  max?: number;
  onLabel?: (label: string) => void;
  onPoints?: (points: number) => void;
  onRange: (range: Range) => void;
  onWrong: (field: string, wrong: boolean) => void;
  onRemove?: (() => void) | undefined;
  removeLabel?: string;
}

export function BandEditor(props: Props) {
  const { rubric: texts } = useText();
  const t = texts.editor;
  const { range, label, points } = props;
  const { from, to } = range;
  return (
    <fieldset class="edit-band">
      <legend class="field-label">{props.legend}</legend>
      {label !== null && (
        <TextField
          label={t.bandLabel}
          value={label}
          maxLength={600}
          error={label.trim() === '' ? t.needed : null}
          onInput={(text) => props.onLabel?.(text)}
        />
      )}
      <div class="form-row">
        {points !== null && (
          <FigureField
            label={t.bandPoints}
            value={points}
            min={0}
            max={1_000}
            wrong={t.wrongNumber}
            onFigure={(figure) => figure !== null && props.onPoints?.(figure)}
            onWrong={(wrong) => props.onWrong('points', wrong)}
          />
        )}
        {(['from', 'to'] as const).map((side) => (
          <BoundField
            key={side}
            label={side === 'from' ? t.bandFrom : t.bandTo}
            value={range[side]}
            mayBeShare={props.mayBeShare ?? false}
            onBound={(bound) => props.onRange({ ...range, [side]: bound })}
            onWrong={(wrong) => props.onWrong(side, wrong)}
          />
        ))}
      </div>
      <div class="cluster">
        {from !== null && (
          <Checkbox
            label={t.fromOpen}
            checked={range.fromOpen}
            onChange={(fromOpen) => props.onRange({ ...range, fromOpen })}
          />
        )}
        {to !== null && (
          <Checkbox
            label={t.toOpen}
            checked={range.toOpen}
            onChange={(toOpen) => props.onRange({ ...range, toOpen })}
          />
        )}
      </div>
      {props.backwards && (
        <p class="field-error" role="alert">
          {t.wrongRange}
        </p>
      )}
      {props.onRemove && (
        <div>
          <Button kind="quiet" size="small" icon="trash" onClick={props.onRemove}>
            {props.removeLabel}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
