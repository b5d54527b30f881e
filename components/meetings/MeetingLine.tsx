/** One meeting in the list of the year. */
import { useFormat, useText } from '@/components/i18n';
import { countAttendance } from '@/lib/meetings/attendance';
import { papersDeadline, resultsDeadline } from '@/lib/meetings/deadlines';
import { dayOf, startOf } from '@/lib/meetings/moments';
import type { Meeting } from '@/lib/model/meeting';
import { clockInVietnam, weekdayInVietnam } from '@/lib/vi/clock';
import { percentWords } from './words';

export function MeetingLine({ meeting, now }: { meeting: Meeting; now: Date }) {
  const { meetings: t } = useText();
  const f = useFormat();
  const day = dayOf(meeting);
  const running = meeting.state === 'PLANNED' && meeting.heldFrom !== null;
  const { rate, complete } = countAttendance(meeting.attendance);
  const held = meeting.state !== 'PLANNED';
  const deadline = held ? resultsDeadline(meeting, now) : papersDeadline(meeting, now);
  const facts = [
    t.states[running ? 'RUNNING' : meeting.state],
    held && complete ? t.rate(f.number(rate.count), f.number(rate.of), percentWords(rate, f)) : null,
    held ? null : `${t.papers}: ${t.verdicts[deadline.verdict].toLocaleLowerCase()}`,
  ];
  return (
    <li>
      <a
        class="meeting-line"
        href={`#/meetings/${meeting.id}`}
        data-late={deadline.verdict === 'overdue' ? '' : undefined}
      >
        <span class="meeting-day figures">
          <strong>{day.slice(8)}</strong>/{day.slice(5, 7)}
        </span>
        <span class="meeting-what">
          <strong>{meeting.title === '' ? t.kinds[meeting.kind] : meeting.title}</strong>
          <span class="soft small">
            {t.kinds[meeting.kind]}, {weekdayInVietnam(startOf(meeting))} {clockInVietnam(startOf(meeting))}
          </span>
          <span class="small">{facts.filter((fact) => fact !== null).join('. ')}.</span>
        </span>
      </a>
    </li>
  );
}
