/** The total, what was gained, and the target with its pace, in figures, a bar and words. */
import type { PanelView } from '@/lib/protocol';
import { useFormat, useText } from '../i18n/base';

const MASK = '•••••';

/** My cumulative points, large. */
export function Total({ view, masked }: { view: PanelView; masked: boolean }) {
  const text = useText();
  const format = useFormat();
  return (
    <div class="glance-total">
      <p class="soft">{text.glance.myPoints}</p>
      {view.points === null ? (
        <p class="glance-none">{text.glance.noPointsYet}</p>
      ) : masked ? (
        <p class="glance-figure">
          <span aria-hidden="true">{MASK}</span>
          <span class="unseen">{text.glance.hidden}</span>
        </p>
      ) : (
        <p class="glance-figure figures">{format.number(view.points.total)}</p>
      )}
    </div>
  );
}

/** Points of today and this month; more spans when there is room. */
export function Gains({ view, masked, all = false }: { view: PanelView; masked: boolean; all?: boolean }) {
  const text = useText();
  const format = useFormat();
  const spans = all ? (['today', 'week', 'month', 'quarter', 'year'] as const) : (['today', 'month'] as const);
  return (
    <dl class="glance-gains">
      {spans.map((span) => {
        const gained = view.progress[span];
        return (
          <div key={span}>
            <dt class="soft small">{text.glance[span]}</dt>
            <dd class="figures">
              {gained === null ? (
                <span class="soft">{text.glance.notKnown}</span>
              ) : masked ? (
                MASK
              ) : (
                text.glance.gained(format.number(gained))
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The month's target: a bar with the mark of an even pace, and the same in words. */
export function Target({ view, masked, brief = false }: { view: PanelView; masked: boolean; brief?: boolean }) {
  const text = useText();
  const format = useFormat();
  const { target } = view;
  if (target === null) return null;
  const share = Math.min(1, target.done / target.perMonth);
  const even = Math.min(1, target.expectedByNow / target.perMonth);
  const reached = target.done >= target.perMonth;
  const done = masked
    ? text.glance.targetPercent(format.percent(target.done / target.perMonth))
    : text.glance.targetDone(format.number(target.done), format.number(target.perMonth));
  return (
    <div class="glance-target" data-pace={target.pace}>
      <div class="spread">
        <h2>{text.glance.target}</h2>
        <span class="glance-pace">{reached ? text.glance.targetReached : text.glance.pace[target.pace]}</span>
      </div>
      {masked ? null : (
        <svg class="glance-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect class="glance-bar-all" width="100" height="8" rx="1.5" />
          <rect class="glance-bar-done" width={share * 100} height="8" rx="1.5" />
          <rect class="glance-bar-even" x={Math.min(99.4, even * 100)} width="0.6" height="8" />
        </svg>
      )}
      <p class="small">{done}</p>
      {!brief && !reached && !masked && (
        <p class="small soft">
          {target.neededPerDay === null
            ? text.glance.targetLastDay
            : text.glance.neededPerDay(format.number(Math.ceil(target.neededPerDay)))}
        </p>
      )}
    </div>
  );
}
