/** The picker's bar: what to point at, what is lit, what went wrong, and a button for every key. */
import type { Ref } from 'preact';
import { useText, type TeachTexts } from '../i18n/teach';
import { Button } from '../ui/Button';
import { nameOf } from './name';
import type { PickerLine } from './use-picker';
import type { Side } from './use-room';

export function Bar(props: {
  line: PickerLine;
  side: Side;
  covered: boolean;
  busy: boolean;
  barRef: Ref<HTMLDivElement>;
  onSide: (side: Side) => void;
  onTake: () => void;
  onRest: () => void;
}) {
  const { line, side, busy } = props;
  const { lit, resting } = line;
  const texts = useText();
  const text = texts.picker;
  const other: Side = side === 'top' ? 'bottom' : 'top';
  // What is pressed here is no press on the page beneath.
  const keep = (event: Event) => event.stopPropagation();
  return (
    <div
      class="picker-bar"
      data-side={side}
      ref={props.barRef}
      onClick={keep}
      onPointerMove={keep}
      onPointerDown={keep}
      onPointerUp={keep}
    >
      <div class="picker-words">
        <p class="picker-ask">{line.what === null ? text.connecting : askOf(texts, line.what)}</p>
        <p class="picker-lit" role="status" aria-live="polite">
          {wordOf(texts, props)}
        </p>
        {!resting && !line.gone && (
          <p class="picker-hint soft">
            <span class="picker-hint-keys">{text.keys}</span>
            <span class="picker-hint-touch">{text.touch}</span>
          </p>
        )}
      </div>
      <div class="picker-buttons">
        {resting ? (
          <Button kind="main" size="small" onClick={line.resume}>
            {text.resume}
          </Button>
        ) : (
          <>
            <Button kind="main" size="small" busy={busy} disabled={lit === null || lit.barred} onClick={props.onTake}>
              {text.take}
            </Button>
            <Button size="small" icon="up" disabled={lit?.wider !== true} onClick={() => line.step('wider')}>
              {text.wider}
            </Button>
            <Button size="small" icon="down" disabled={lit?.narrower !== true} onClick={() => line.step('narrower')}>
              {text.narrower}
            </Button>
            <Button size="small" icon="move" onClick={props.onRest}>
              {text.scroll}
            </Button>
          </>
        )}
        <Button size="small" icon="close" onClick={line.leave}>
          {text.leave}
        </Button>
        {!resting && (
          <Button
            kind="quiet"
            size="small"
            icon={other === 'top' ? 'up' : 'down'}
            label={other === 'top' ? text.toTop : text.toBottom}
            onClick={() => props.onSide(other)}
          />
        )}
      </div>
    </div>
  );
}

function askOf({ picker, teach }: TeachTexts, what: NonNullable<PickerLine['what']>): string {
  if ('part' in what) return picker.askPart(teach.ask[what.part]);
  return what.list === null ? picker.askAny : picker.askList(teach.kinds[what.list]);
}

/** One sentence, the most pressing first. */
function wordOf(
  texts: TeachTexts,
  { line, covered, busy }: { line: PickerLine; covered: boolean; busy: boolean },
): string {
  const { picker, teach } = texts;
  const { lit } = line;
  if (line.gone) return picker.gone;
  if (line.resting) return picker.resting;
  if (line.problem !== null) return teach.problems[line.problem];
  if (covered) return picker.covered;
  if (busy) return picker.taking;
  if (line.why === 'end') return picker.end;
  if (lit === null) return picker.nothing;
  if (lit.barred) return picker.barred;
  const said = nameOf(picker, lit);
  return line.again && lit.seq <= 1 ? `${picker.guess} ${said}` : said;
}
