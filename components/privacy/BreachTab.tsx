/** After a leak: the 72-hour clock from when it was known, and the steps in order, ticked off and printable. */
import { useEffect, useState } from 'preact/hooks';
import { DayField } from '@/components/fields/DayField';
import { useAction } from '@/components/hooks/use-actions';
import { usePrinting } from '@/components/hooks/use-printing';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { ConfirmDialog } from '@/components/ui/Dialog';
import { Checkbox, TextField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import { BREACH_HOURS, BREACH_STEPS, type Breach } from '@/lib/model/breach';
import { dayInVietnam } from '@/lib/vi/dates';

const HOUR = 3_600_000;

export function BreachTab({ breach, now }: { breach: Breach | null; now: () => Date }) {
  const { privacy: t, ui } = useText();
  const f = useFormat();
  const toast = useToast();
  const [closing, setClosing] = useState(false);
  const printing = usePrinting();
  const { run, status } = useAction();
  const tick = async (step: (typeof BREACH_STEPS)[number], on: boolean) => {
    if (breach === null) return;
    const done = BREACH_STEPS.filter((one) => (one === step ? on : breach.done.includes(one)));
    await run({ type: 'saveBreach', breach: { ...breach, done } });
  };
  const close = async () => {
    const reply = await run({ type: 'saveBreach', breach: null });
    if (!reply.ok) return;
    setClosing(false);
    toast('good', t.breachClosed);
  };
  return (
    <section class="stack" aria-labelledby="breach-title">
      <div class="spread">
        <h2 id="breach-title">{t.breach}</h2>
        <div class="cluster no-print">
          <Button onClick={() => print()}>{t.print}</Button>
          {breach !== null ? <Button onClick={() => setClosing(true)}>{t.breachClose}</Button> : null}
        </div>
      </div>
      <p>{t.breachText}</p>
      {breach === null ? (
        <StartClock
          now={now}
          busy={status.state === 'busy'}
          onStart={(discoveredAt) => void run({ type: 'saveBreach', breach: { discoveredAt, done: [] } })}
        />
      ) : (
        <Clock breach={breach} now={now} />
      )}
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
      <ol class="card breach-steps">
        {BREACH_STEPS.map((step) => {
          const [what, how] = t.breachSteps[step];
          return (
            <li key={step}>
              {breach === null || printing ? (
                <div>
                  <p class="field-label">
                    {printing ? `${breach?.done.includes(step) ? '☑' : '☐'} ` : ''}
                    {what}
                  </p>
                  <p class="soft">{how}</p>
                </div>
              ) : (
                <Checkbox
                  label={what}
                  hint={how}
                  checked={breach.done.includes(step)}
                  onChange={(on) => void tick(step, on)}
                />
              )}
            </li>
          );
        })}
      </ol>
      {breach !== null ? (
        <p role="status">{t.breachDone(f.number(breach.done.length), f.number(BREACH_STEPS.length))}</p>
      ) : null}
      <p class="soft small">{t.breachHours}</p>
      {closing ? (
        <ConfirmDialog
          title={t.breachCloseTitle}
          text={t.breachCloseText}
          confirmLabel={t.breachClose}
          danger
          busy={status.state === 'busy'}
          onConfirm={() => void close()}
          onClose={() => setClosing(false)}
        />
      ) : null}
    </section>
  );
}

function Clock({ breach, now }: { breach: Breach; now: () => Date }) {
  const { privacy: t } = useText();
  const f = useFormat();
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  const end = Date.parse(breach.discoveredAt) + BREACH_HOURS * HOUR;
  const left = end - moment.getTime();
  const over = left < 0;
  const words = over
    ? t.breachOver(f.number(Math.ceil(-left / HOUR)))
    : t.breachLeft(f.number(Math.floor(left / HOUR)));
  return (
    <Banner tone={over ? 'bad' : 'warn'} icon="clock" live="off" title={words}>
      <p>
        {t.breachSince(f.instant(breach.discoveredAt))} · {t.breachUntil(f.instant(new Date(end).toISOString()))}
      </p>
    </Banner>
  );
}

function StartClock(props: { now: () => Date; busy: boolean; onStart: (discoveredAt: string) => void }) {
  const { privacy: t } = useText();
  const [moment] = useState(props.now);
  const [day, setDay] = useState(dayInVietnam(moment));
  const [clock, setClock] = useState(new Date(moment.getTime() + 7 * HOUR).toISOString().slice(11, 16));
  const [error, setError] = useState<string | null>(null);
  const start = () => {
    const [hour = -1, minute = -1] = clock
      .split(':')
      .map((part) => (/^\d{1,2}$/.test(part.trim()) ? Number(part) : -1));
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return setError(t.breachClockWrong);
    const two = (value: number) => String(value).padStart(2, '0');
    const instant = new Date(`${day}T${two(hour)}:${two(minute)}:00+07:00`);
    if (instant.getTime() > props.now().getTime()) return setError(t.breachFuture);
    props.onStart(instant.toISOString());
  };
  return (
    <div class="card form-row no-print">
      <DayField label={t.breachDay} value={day} latest={dayInVietnam(moment)} onDay={setDay} />
      <TextField
        label={t.breachClock}
        inputMode="text"
        maxLength={5}
        value={clock}
        error={error}
        onInput={(typed) => {
          setClock(typed);
          setError(null);
        }}
      />
      <div class="form-button">
        <Button kind="main" icon="clock" busy={props.busy} onClick={start}>
          {t.breachStart}
        </Button>
      </div>
    </div>
  );
}
