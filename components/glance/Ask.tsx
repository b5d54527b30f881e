/** Asks whether a number read is right: value, raw text, place and reasons; acts only on a real press after question and answers were in view for a while. */
import { useRef, useState } from 'preact/hooks';
import type { PendingReading } from '@/lib/protocol';
import { useFormat, useText } from '../i18n/base';
import { Button } from '../ui/Button';
import { useReallySeen, useSteadyFrame } from './use-really-seen';

/** A page could slide the frame under a click: nothing acts before the number was visible this long. */
export const VISIBLE_FIRST_MS = 500;

export function Ask(props: {
  pending: PendingReading;
  /** On the small card the page's own words and the place stand behind `more`. */
  brief?: boolean;
  busy: boolean;
  onConfirm: (pending: PendingReading) => void;
  onRefuse: (pending: PendingReading) => void;
}) {
  const { pending } = props;
  const text = useText();
  const format = useFormat();
  const asked = useRef<HTMLDivElement>(null);
  const answers = useRef<HTMLDivElement>(null);
  const sight = useReallySeen([asked, answers], VISIBLE_FIRST_MS, `${pending.id} ${pending.total}`);
  const seen = sight === 'seen';
  const isSteady = useSteadyFrame(VISIBLE_FIRST_MS);
  const [hasty, setHasty] = useState(false);
  const answer = (event: MouseEvent, then: (pending: PendingReading) => void) => {
    if (!event.isTrusted || !seen || props.busy) return;
    const steady = isSteady(event);
    setHasty(!steady);
    if (steady) then(pending);
  };
  const who = [pending.name, pending.role, pending.unit].filter((part) => part !== null).join(' · ');
  return (
    <section class="glance-ask" aria-label={text.glance.states.needsConfirm.title}>
      <div class="glance-asked" ref={asked}>
        <p class="soft small">{text.glance.ask.value}</p>
        <p class="glance-figure figures">{format.number(pending.total)}</p>
      </div>
      <dl class="glance-facts">
        {!props.brief && (
          <>
            <dt>{text.glance.ask.raw}</dt>
            <dd class="wrap-anywhere">“{pending.raw.trim()}”</dd>
          </>
        )}
        {pending.previous !== null && (
          <>
            <dt>{text.glance.ask.previous}</dt>
            <dd class="figures">{format.number(pending.previous)}</dd>
          </>
        )}
        {who !== '' && (
          <>
            <dt>{text.glance.ask.who}</dt>
            <dd>{who}</dd>
          </>
        )}
      </dl>
      <p class="unseen">{text.glance.ask.why}</p>
      <ul class="glance-reasons">
        {pending.reasons.map((reason) => (
          <li key={reason}>{text.glance.ask.reasons[reason]}</li>
        ))}
      </ul>
      {!props.brief && (
        <details class="glance-details small">
          <summary>{text.glance.ask.where}</summary>
          <p class="wrap-anywhere soft">{pending.where}</p>
        </details>
      )}
      {sight === 'hidden' && (
        <p class="small" role="status">
          {text.glance.ask.covered}
        </p>
      )}
      {sight !== 'hidden' && hasty && (
        <p class="small" role="status">
          {text.glance.ask.hasty}
        </p>
      )}
      <div class="glance-answers" ref={answers}>
        <Button
          kind="main"
          icon="check"
          wide
          disabled={!seen}
          busy={props.busy}
          onClick={(event) => answer(event, props.onConfirm)}
        >
          {text.glance.ask.yes}
        </Button>
        <Button wide disabled={!seen} busy={props.busy} onClick={(event) => answer(event, props.onRefuse)}>
          {text.glance.ask.no}
        </Button>
      </div>
    </section>
  );
}
