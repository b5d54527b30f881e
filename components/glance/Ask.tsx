/** Asks whether a number read is right: value, raw text, place and reasons; acts only on a real press after it was in view for a while. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PendingReading } from '@/lib/protocol';
import { useFormat, useText } from '../i18n';
import { Button } from '../ui/Button';

/** A page could slide the frame under a click: nothing acts before the number was visible this long. */
export const VISIBLE_FIRST_MS = 500;

/** True once the element was wholly in view, in a visible document, for `ms` without a break. */
function useSeenFor(target: { current: HTMLElement | null }, ms: number, anew: string): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    setSeen(false);
    const element = target.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let inView = false;
    const check = () => {
      clearTimeout(timer);
      timer = undefined;
      if (inView && document.visibilityState === 'visible') timer = setTimeout(() => setSeen(true), ms);
      else setSeen(false);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        inView = entries.at(-1)?.isIntersecting ?? false;
        check();
      },
      { threshold: 0.5 },
    );
    observer.observe(element);
    document.addEventListener('visibilitychange', check);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener('visibilitychange', check);
    };
  }, [ms, anew]);
  return seen;
}

export function Ask(props: {
  pending: PendingReading;
  busy: boolean;
  onConfirm: (pending: PendingReading) => void;
  onRefuse: (pending: PendingReading) => void;
}) {
  const { pending } = props;
  const text = useText();
  const format = useFormat();
  const figure = useRef<HTMLParagraphElement>(null);
  const seen = useSeenFor(figure, VISIBLE_FIRST_MS, `${pending.id} ${pending.total}`);
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
        <dt>{text.glance.ask.raw}</dt>
        <dd class="wrap-anywhere">“{pending.raw.trim()}”</dd>
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
        <p class="wrap-anywhere soft">{pending.where}</p>
      </details>
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
