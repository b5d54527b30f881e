/** What is to be done, most urgent first, each leading to its meeting. */
import { useFormat, useText } from '@/components/i18n';
import { Icon } from '@/components/ui/Icon';
import { listReminders } from '@/lib/meetings/deadlines';
import type { Meeting } from '@/lib/model/meeting';
import type { Task } from '@/lib/model/task';
import { dayInVietnam } from '@/lib/vi/dates';
import { durationWords } from './words';

const MOST_SHOWN = 8;

interface Props {
  meetings: readonly Meeting[];
  tasks: readonly Task[];
  hasCommittee: boolean;
  now: Date;
}

export function Reminders({ meetings, tasks, hasCommittee, now }: Props) {
  const { meetings: t } = useText();
  const f = useFormat();
  const known = new Set(meetings.map(({ id }) => id));
  const reminders = listReminders(meetings, tasks, now, { hasCommittee }).slice(0, MOST_SHOWN);
  return (
    <section class="card stack-tight" aria-labelledby="reminders-head">
      <h2 id="reminders-head">{t.reminders}</h2>
      {reminders.length === 0 ? <p class="soft">{t.noReminders}</p> : null}
      <ul class="meeting-rows stack-tight">
        {reminders.map((one) => {
          const time = durationWords(Date.parse(one.due) - now.getTime(), t);
          const link = one.meetingId !== null && known.has(one.meetingId) ? `#/meetings/${one.meetingId}` : null;
          return (
            <li
              key={`${one.what}-${one.meetingId}-${one.taskId}`}
              class="meeting-reminder"
              data-overdue={one.overdue ? '' : undefined}
            >
              <Icon name={one.overdue ? 'warning' : 'clock'} />
              <span>
                <strong>{t.remind[one.what]}</strong>:{' '}
                {link === null ? one.title : <a href={link}>{one.title || t.open}</a>}
                <span class="meeting-reminder-when">
                  {' '}
                  ({one.what === 'task'
                    ? f.day(dayInVietnam(new Date(Date.parse(one.due) - 1)))
                    : f.instant(one.due)}, {one.overdue ? t.overdueBy(time) : t.dueIn(time)})
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
