/** The overlay at rest: total, gains, lists on the way and what differs, in a few lines; the rest behind one button. */
import type { PanelView } from '@/lib/protocol';
import { useShortcut } from '../hooks/use-shortcut';
import { useFormat, useText } from '../i18n/base';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { ListCount } from './Details';
import { Glance, type GlanceProps } from './Glance';
import { Gains, Target, Total } from './Figures';
import { LOOKS } from './StateLine';

/** States in which the numbers are the news; any other is told in full. */
const AT_REST: readonly PanelView['state'][] = ['read', 'nothingNew', 'reading', 'noPointsHere'];

export function Card(props: GlanceProps & { onMore: () => void }) {
  const { view } = props;
  const text = useText();
  const calm = AT_REST.includes(view.state) && props.failure === null && !view.hideNumbers;
  useShortcut('h', () => props.onHide?.(), calm);
  return (
    <>
      {/* Scrolls by keyboard, too. */}
      <div class="card-scroll" tabIndex={0}>
        {calm ? <Numbers view={view} /> : <Glance {...props} brief />}
      </div>
      <Button kind="quiet" size="small" expanded={false} onClick={props.onMore}>
        {text.glance.frame.more}
      </Button>
    </>
  );
}

function Numbers({ view }: { view: PanelView }) {
  const text = useText().glance;
  const format = useFormat();
  const look = LOOKS[view.state];
  const off = view.reconciliation.filter((line) => line.verdict === 'differ');
  return (
    <div class="glance">
      <p class="glance-line small" data-tone={look.tone} role="status">
        <Icon name={look.icon} />
        {text.states[view.state].title}
      </p>
      <section class="glance-main" aria-label={text.regionLabel}>
        <Total view={view} masked={false} />
        {view.points !== null && <Gains view={view} masked={false} />}
        <Target view={view} masked={false} brief />
      </section>
      {(view.tables.length > 0 || view.reconciliation.length > 0) && (
        <ul class="glance-lines small">
          {view.tables.map((table, index) => (
            <li key={`${table.kind} ${index}`}>
              <span>{text.tables.kinds[table.kind]}</span>
              <ListCount table={table} brief />
            </li>
          ))}
          {view.reconciliation.length > 0 && off.length === 0 && (
            <li>
              <span>{text.reconcile.title}</span>
              <span class="glance-verdict" data-verdict="match">
                {text.reconcile.match}
              </span>
            </li>
          )}
          {off.map((line) => (
            <li key={line.subject}>
              <span>{text.reconcile.subjects[line.subject]}</span>
              <span class="glance-verdict figures" data-verdict="differ">
                {text.reconcile.differ(format.number(Math.abs(line.difference)))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
