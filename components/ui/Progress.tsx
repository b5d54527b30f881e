/** How far a long job is, with a way to stop it. */
import { useText } from '../i18n/base';
import { Button } from './Button';

/** `value` and `max` in the same unit; leave `value` out while the end is not known. */
export function Progress(props: {
  label: string;
  value?: number;
  max?: number;
  shown?: string;
  onCancel?: () => void;
}) {
  const text = useText();
  return (
    <div class="progress">
      <div class="spread">
        <span>{props.label}</span>
        {props.shown && <span class="figures soft">{props.shown}</span>}
      </div>
      <progress class="progress-bar" aria-label={props.label} value={props.value} max={props.max ?? 1} />
      {props.onCancel && (
        <div>
          <Button size="small" onClick={props.onCancel}>
            {text.ui.stop}
          </Button>
        </div>
      )}
    </div>
  );
}
