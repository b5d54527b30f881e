/** What is to be done, most urgent first, each leading to its meeting. */
import { useFormat, useText } from '@/components/i18n';
import { Icon } from '@/components/ui/Icon';
import { listReminders } from '@/lib/meetings/deadlines';
import type { Meeting } from '@/lib/model/meeting';
import type { Task } from '@/lib/model/task';
import { dayInVietnam } from '@/lib/vi/dates';
import { durationWords } from './words';

const MOST_SHOWN = 8;
const MINUTE = 60_000;

interface Props {
  meetings: readonly Meeting[];
  tasks: readonly Task[];
  hasCommittee: boolean;
  now: Date;
}

export function Reminders({ meetings, tasks, hasCommittee, now }: Props) {
  const { meetings: t } = useText();
  const f = useFormat();
  const known = new Map(meetings.map((one) => [one.id, one]));
  const reminders = listReminders(meetings, tasks, now, { hasCommittee }).slice(0, MOST_SHOWN);
  return (
    <section class="card stack-tight" aria-labelledby="reminders-head">
      <h2 id="reminders-head">{t.reminders}</h2>
      {reminders.length === 0 ? <p class="soft">{t.noReminders}</p> : null}
      <ul class="meeting-rows stack-tight">
        {reminders.map((one) => {
          const meeting = one.meetingId === null ? undefined : known.get(one.meetingId);
          const title = one.title || (meeting === undefined ? '' : t.kinds[meeting.kind]);
          const left = Date.parse(one.due) - now.getTime();
          return (
            <li
              key={`${one.what}-${one.meetingId}-${one.taskId}`}
              class="meeting-reminder"
              data-overdue={one.overdue ? '' : undefined}
            >
              <Icon name={one.overdue ? 'warning' : 'clock'} />
              <span>
                <strong>{t.remind[one.what]}</strong>:{' '}
                {meeting === undefined ? title : <a href={`#/meetings/${meeting.id}`}>{title}</a>}
                <span class="meeting-reminder-when">
                  {' '}
                  ({one.what === 'task'
                    ? f.day(dayInVietnam(new Date(Date.parse(one.due) - 1)))
                    : f.instant(one.due)},{' '}
                  {Math.abs(left) < MINUTE
                    ? t.dueNow
                    : one.overdue
                      ? t.overdueBy(durationWords(left, t))
                      : t.dueIn(durationWords(left, t))}
                  )
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
