/** When something was posted, typed as day and clock and put right later: often it is noted long after it was done. */
import { useState } from 'preact/hooks';
import { ClockField } from '@/components/fields/ClockField';
import { DayField } from '@/components/fields/DayField';
import { useText } from '@/components/i18n';
import { clockInVietnam, instantAt } from '@/lib/vi/clock';
import { dayInVietnam } from '@/lib/vi/dates';

interface Props {
  /** What was posted; for screen readers, as the fields stand beside its name. */
  about: string;
  /** ISO instant. */
  at: string;
  now: Date;
  /** Hears every moment that is past. */
  onAt: (at: string) => void;
}

export function PostedTime({ about, at, now, onAt }: Props) {
  const { meetings: t } = useText();
  // A moment still to come stays on screen with its refusal, and is not kept.
  const [refused, setRefused] = useState<{ day: string; clock: string } | null>(null);
  const day = refused?.day ?? dayInVietnam(new Date(at));
  const clock = refused?.clock ?? clockInVietnam(new Date(at));
  const set = (next: { day: string; clock: string }) => {
    const instant = instantAt(next.day, next.clock);
    const past = instant !== null && Date.parse(instant) <= now.getTime();
    setRefused(past ? null : next);
    if (past) onAt(instant);
  };
  return (
    <fieldset class="form-row meeting-posted">
      <legend class="unseen">{t.postedWhen(about)}</legend>
      <DayField
        label={t.postedDay}
        value={day}
        latest={dayInVietnam(now)}
        onDay={(next) => set({ day: next, clock })}
      />
      <ClockField
        label={t.postedClock}
        value={clock}
        error={refused === null ? null : t.postedFuture}
        onClock={(next) => set({ day, clock: next })}
      />
    </fieldset>
  );
}
