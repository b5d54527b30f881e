/** The running clock: how long the meeting has gone on, what is under way, and what is left to the shortest length. */
import { useState } from 'preact/hooks';
import { ClockField } from '@/components/fields/ClockField';
import { DayField } from '@/components/fields/DayField';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { lengthOf, readClock } from '@/lib/meetings/clock';
import { endMeeting, moveHeld, reopenMeeting, startItem, startMeeting } from '@/lib/meetings/edit';
import { dayOf, endAt } from '@/lib/meetings/moments';
import { clockInVietnam } from '@/lib/vi/clock';
import type { MeetingDesk } from './types';
import { useClock } from './use-clock';
import { clockWords, overnightHint } from './words';

export function ClockCard({ meeting, act, now, rules }: MeetingDesk) {
  const { meetings: t } = useText();
  const f = useFormat();
  const running = meeting.heldFrom !== null && meeting.heldTo === null;
  const at = useClock(now, 1_000, running);
  const clock = readClock(meeting, at, rules);
  const current = clock.current === null ? undefined : meeting.agenda.find((item) => item.id === clock.current?.id);
  const currentAt = meeting.agenda.findIndex((item) => item.id === clock.current?.id);
  const next = meeting.agenda.slice(currentAt + 1).find((item) => item.startedAt === null);
  const instant = () => now().toISOString();
  const up = (minutes: number) => f.number(Math.ceil(minutes));
  // A meeting taken over from the handbook was held, though nobody said when it began.
  const state = meeting.state === 'PLANNED' ? clock.state : 'ended';
  const told =
    state !== 'running'
      ? null
      : [
          clock.toMinimum === null ? null : clock.toMinimum > 0 ? t.untilMinimum(up(clock.toMinimum)) : t.longEnough,
          clock.plannedLeft > 0 ? t.itemsLeft(up(clock.plannedLeft)) : null,
        ].filter((part) => part !== null);
  return (
    <>
      <section class="card stack-tight meeting-clock" aria-labelledby="clock-head" data-state={state}>
        <h2 id="clock-head" class="unseen">
          {t.clock}
        </h2>
        {state === 'before' ? (
          <div class="spread">
            <p>{t.notBegun}</p>
            <Button kind="main" icon="clock" onClick={() => act(t.begin, (before) => startMeeting(before, instant()))}>
              {t.begin}
            </Button>
          </div>
        ) : state === 'running' ? (
          <>
            <div class="spread">
              <p>
                {t.elapsed}{' '}
                <strong class="meeting-elapsed figures" role="timer">
                  {clockWords(clock.elapsed)}
                </strong>
              </p>
              <div class="cluster">
                {next ? (
                  <Button
                    size="small"
                    onClick={() => act(t.nextItem, (before) => startItem(before, next.id, instant()))}
                  >
                    {t.nextItem}
                  </Button>
                ) : null}
                <Button size="small" onClick={() => act(t.end, (before) => endMeeting(before, instant()))}>
                  {t.end}
                </Button>
              </div>
            </div>
            {current && clock.current ? (
              <p class="meeting-current">
                {t.current(current.title === '' ? t.untitled : current.title)}
                {clock.current.planned === 0
                  ? ''
                  : clock.current.over > 0
                    ? ` (${t.itemOver(up(clock.current.over))})`
                    : ` (${t.itemLeft(up(-clock.current.over))})`}
              </p>
            ) : null}
          </>
        ) : (
          <Ended meeting={meeting} act={act} rules={rules} />
        )}
      </section>
      {told === null || told.length === 0 ? null : <p class="soft small">{told.join(' ')}</p>}
    </>
  );
}

function Ended({ meeting, act, rules }: Pick<MeetingDesk, 'meeting' | 'act' | 'rules'>) {
  const { meetings: t } = useText();
  const f = useFormat();
  const { minutes, short } = lengthOf(meeting, rules);
  return (
    <div class="spread">
      <p>
        {minutes === null ? `${t.states.HELD}.` : t.lasted(f.number(Math.floor(minutes)))}{' '}
        {short !== null && short > 0 ? <strong>{t.shortBy(f.number(Math.ceil(short)))}</strong> : null}
      </p>
      <Button size="small" kind="quiet" onClick={() => act(t.reopen, reopenMeeting)}>
        {t.reopen}
      </Button>
    </div>
  );
}

/** Beginning and end put right afterwards: the clock is often started late. */
export function HeldTimes({ meeting, edit }: Pick<MeetingDesk, 'meeting' | 'edit'>) {
  const { meetings: t } = useText();
  const f = useFormat();
  // An end that fits no beginning stays on screen with its refusal, and is not kept.
  const [wrongEnd, setWrongEnd] = useState<string | null>(null);
  const { heldFrom, heldTo } = meeting;
  if (meeting.state === 'PLANNED') return null;
  const clockOf = (instant: string | null) => (instant === null ? '' : clockInVietnam(new Date(instant)));
  const wrong = wrongEnd !== null || (heldFrom !== null && heldTo !== null && heldTo <= heldFrom);
  const setEnd = (clock: string) => {
    if (clock === '') return;
    const fits = heldFrom === null || endAt(heldFrom, clock) !== null;
    setWrongEnd(fits ? null : clock);
    if (fits) edit((before) => moveHeld(before, { to: clock }));
  };
  return (
    <div class="form-row">
      {heldFrom === null ? null : (
        <DayField
          label={t.heldOn}
          value={dayOf(meeting)}
          onDay={(day) => edit((before) => moveHeld(before, { day }))}
        />
      )}
      <ClockField
        label={t.beganAt}
        optional
        value={clockOf(heldFrom)}
        onClock={(from) => {
          if (from !== '') edit((before) => moveHeld(before, { from }));
        }}
      />
      <ClockField
        label={t.endedAt}
        optional
        value={wrongEnd ?? clockOf(heldTo)}
        hint={overnightHint(heldFrom, heldTo, t, f)}
        error={wrong ? t.endBeforeStart : null}
        onClock={setEnd}
      />
    </div>
  );
}
