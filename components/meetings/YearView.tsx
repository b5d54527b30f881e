/** The year by quarter: what is to be done first, then every meeting, and what the plan still lacks. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Icon } from '@/components/ui/Icon';
import { excusedStreaks } from '@/lib/meetings/attendance';
import { monthOf, inOrder } from '@/lib/meetings/moments';
import { checkYear, type Gap } from '@/lib/meetings/plan';
import type { Meeting } from '@/lib/model/meeting';
import type { Task } from '@/lib/model/task';
import type { MeetingRules } from '@/lib/rules/meetings';
import { dayInVietnam } from '@/lib/vi/dates';
import { MeetingLine } from './MeetingLine';
import { Reminders } from './Reminders';
import { monthWords } from './words';

interface Props {
  meetings: readonly Meeting[];
  tasks: readonly Task[];
  hasCommittee: boolean;
  rules: MeetingRules;
  now: Date;
  onPlan: () => void;
  /** Lists read from the handbook. */
  captured?: ComponentChildren;
}

export function YearView({ meetings, tasks, hasCommittee, rules, now, onPlan, captured }: Props) {
  const { meetings: t } = useText();
  const f = useFormat();
  const today = dayInVietnam(now);
  const [year, setYear] = useState(() => Number(today.slice(0, 4)));
  // Before the first meeting on record, or this month, nothing is missing.
  const first = inOrder(meetings)[0];
  const since = [today.slice(0, 7), first === undefined ? '9999-12' : monthOf(first)].sort()[0];
  const quarters = checkYear(meetings, year, today, { since, hasCommittee, rules });
  const shown = quarters.filter((one) => one.meetings.length > 0 || one.gaps.length > 0);
  const streaks = excusedStreaks(meetings, String(year), rules).filter((streak) => streak.tooMany);
  return (
    <div class="stack-wide">
      <div class="spread">
        <h1 tabIndex={-1}>{t.title}</h1>
        <Button kind="main" icon="plus" onClick={onPlan}>
          {t.plan}
        </Button>
      </div>
      {captured}
      {meetings.length === 0 ? (
        <EmptyState icon="clock" title={t.empty} text={t.emptyText} />
      ) : (
        <>
          <Reminders meetings={meetings} tasks={tasks} hasCommittee={hasCommittee} now={now} />
          {streaks.length > 0 ? (
            <Banner tone="warn" title={t.streakTitle} live="off">
              <ul class="meeting-rows">
                {streaks.map((streak) => (
                  <li key={streak.memberId}>{t.streak(streak.name, f.number(streak.longest))}</li>
                ))}
              </ul>
            </Banner>
          ) : null}
          <section class="stack" aria-labelledby="year-head">
            <div class="spread">
              <h2 id="year-head">{t.year(String(year))}</h2>
              <div class="cluster">
                <Button icon="left" label={t.earlierYear} onClick={() => setYear(year - 1)} />
                <Button icon="right" label={t.laterYear} onClick={() => setYear(year + 1)} />
              </div>
            </div>
            {shown.length === 0 ? <p class="soft">{t.noneInYear}</p> : null}
            {shown.map(({ quarter, meetings: inQuarter, gaps }) => (
              <section key={quarter} class="card stack-tight" aria-labelledby={`quarter-${quarter}`}>
                <h3 id={`quarter-${quarter}`}>{t.quarter(quarter)}</h3>
                {inQuarter.length === 0 ? <p class="soft">{t.noneInQuarter}</p> : null}
                <ul class="meeting-rows meeting-list">
                  {inQuarter.map((meeting) => (
                    <MeetingLine key={meeting.id} meeting={meeting} now={now} />
                  ))}
                </ul>
                <Gaps gaps={gaps} meetings={inQuarter} past />
                <Gaps gaps={gaps} meetings={inQuarter} past={false} />
              </section>
            ))}
          </section>
        </>
      )}
    </div>
  );
}

function Gaps({ gaps, meetings, past }: { gaps: readonly Gap[]; meetings: readonly Meeting[]; past: boolean }) {
  const { meetings: t } = useText();
  const shown = gaps.filter((gap) => gap.past === past);
  if (shown.length === 0) return null;
  const words = (gap: Gap) => {
    if (gap.what === 'thematic') return t.gaps.thematic;
    if (gap.what === 'regular') return (gap.instead ? t.gaps.instead : t.gaps.regular)(monthWords(gap.month));
    const meeting = meetings.find(({ id }) => id === gap.meetingId);
    return t.gaps.committee(meeting === undefined || meeting.title === '' ? monthWords(gap.month) : meeting.title);
  };
  return (
    <div class="meeting-gaps" data-past={past ? '' : undefined}>
      <Icon name={past ? 'warning' : 'info'} />
      <div>
        <p class="field-label">{past ? t.missing : t.missingNow}</p>
        <ul class="meeting-rows">
          {shown.map((gap, index) => (
            <li key={index}>{words(gap)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
