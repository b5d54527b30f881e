/** Asks whether a number read is right: value, raw text, place and reasons; acts only on a real press after it was in view for a while. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PendingReading } from '@/lib/protocol';
import { useFormat, useText } from '../i18n';
import { Button } from '../ui/Button';

/** A page could slide the frame under a click: nothing acts before the number was visible this long. */
export const VISIBLE_FIRST_MS = 500;

/** Part of the platform not yet in TypeScript: whether the element is really painted, not covered, faded or distorted. */
type SeenEntry = IntersectionObserverEntry & { isVisible?: boolean };
const REALLY_SEEN: IntersectionObserverInit & { trackVisibility: boolean; delay: number } = {
  threshold: 0.5,
  trackVisibility: true,
  delay: 100,
};
/** After this long out of sight the person is told why nothing can be pressed. */
const EXPLAIN_AFTER_MS = 1_500;

/**
 * `seen` once the element was in view, uncovered and in a visible document for `ms` without a break; `hidden` when it has not
 * been for a while. A page can lay things over our frame or fade it, and so lend a number a false meaning.
 */
function useSeenFor(target: { current: HTMLElement | null }, ms: number, anew: string): 'seen' | 'waiting' | 'hidden' {
  const [state, setState] = useState<'seen' | 'waiting' | 'hidden'>('waiting');
  useEffect(() => {
    setState('waiting');
    const element = target.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let inView = false;
    const check = () => {
      clearTimeout(timer);
      if (inView && document.visibilityState === 'visible') {
        timer = setTimeout(() => setState('seen'), ms);
      } else {
        setState((before) => (before === 'hidden' ? before : 'waiting'));
        timer = setTimeout(() => setState('hidden'), EXPLAIN_AFTER_MS);
      }
    };
    const observer = new IntersectionObserver((entries) => {
      const last: SeenEntry | undefined = entries.at(-1);
      // A browser without this check leaves it undefined; there the view alone has to do.
      inView = last?.isIntersecting === true && last.isVisible !== false;
      check();
    }, REALLY_SEEN);
    observer.observe(element);
    document.addEventListener('visibilitychange', check);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', check);
    };
  }, [ms, anew]);
  return state;
}

export function Ask(props: {
  pending: PendingReading;
  /** On the small card the page's own words stand with the place, on demand. */
  brief?: boolean;
  busy: boolean;
  onConfirm: (pending: PendingReading) => void;
  onRefuse: (pending: PendingReading) => void;
}) {
  const { pending } = props;
  const text = useText();
  const format = useFormat();
  const figure = useRef<HTMLParagraphElement>(null);
  const sight = useSeenFor(figure, VISIBLE_FIRST_MS, `${pending.id} ${pending.total}`);
  const seen = sight === 'seen';
  const answer = (event: MouseEvent, then: (pending: PendingReading) => void) => {
    if (event.isTrusted && seen && !props.busy) then(pending);
  };
  const who = [pending.name, pending.role, pending.unit].filter((part) => part !== null).join(' · ');
  return (
    <section class="glance-ask" aria-label={text.glance.states.needsConfirm.title}>
      <p class="soft small">{text.glance.ask.value}</p>
      <p class="glance-figure figures" ref={figure}>
        {format.number(pending.total)}
      </p>
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
      <details class="glance-details small">
        <summary>{text.glance.ask.where}</summary>
        {props.brief && <p class="wrap-anywhere">“{pending.raw.trim()}”</p>}
        <p class="wrap-anywhere soft">{pending.where}</p>
      </details>
      {sight === 'hidden' && (
        <p class="small" role="status">
          {text.glance.ask.covered}
        </p>
      )}
      <div class="glance-answers">
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
