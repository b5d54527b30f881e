/** One step of the tour at a time, in a native dialog at the foot of the window, above the view it speaks of. */
import './tour.css';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { STEP_HASH, TOUR_STEPS } from './steps';

export function TourDialog({ onLeave, onDone }: { onLeave: () => void; onDone: () => void }) {
  const { tour: t } = useText();
  const f = useFormat();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [at, setAt] = useState(0);
  const step = TOUR_STEPS[at] ?? TOUR_STEPS[0];
  const last = at === TOUR_STEPS.length - 1;

  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      shown?.close();
      // What started the tour is gone by now: the reader goes on with the view that stands, or its entry while it is loading.
      const next = document.querySelector('main h1') ?? document.querySelector('.nav > [aria-current]');
      if (next instanceof HTMLElement) next.focus();
    };
  }, []);
  useEffect(() => {
    location.hash = STEP_HASH[step];
    // Also read out: the heading says which step of how many this is.
    heading.current?.focus();
  }, [step]);

  return (
    <dialog
      ref={dialog}
      class="tour no-print"
      aria-labelledby={id}
      aria-describedby={`${id}-text`}
      onCancel={(event) => {
        event.preventDefault();
        onLeave();
      }}
    >
      <div class="stack-tight">
        <h2 id={id} ref={heading} tabIndex={-1}>
          <span class="soft tour-count">{t.step(f.number(at + 1), f.number(TOUR_STEPS.length))}</span>
          <span class="unseen">: </span>
          {t.steps[step].title}
        </h2>
        <p id={`${id}-text`}>{t.steps[step].text}</p>
        <div class="spread">
          {last ? (
            <span />
          ) : (
            <Button kind="quiet" onClick={onLeave}>
              {t.leave}
            </Button>
          )}
          <div class="cluster">
            {at === 0 ? null : <Button onClick={() => setAt(at - 1)}>{t.back}</Button>}
            <Button kind="main" onClick={() => (last ? onDone() : setAt(at + 1))}>
              {last ? t.done : t.next}
            </Button>
          </div>
        </div>
      </div>
    </dialog>
  );
}
