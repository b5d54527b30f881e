/** One deadline in words: when, whether it was kept, and how long is left. */
import { useFormat, useText } from '@/components/i18n';
import { Icon } from '@/components/ui/Icon';
import type { Deadline } from '@/lib/meetings/deadlines';
import { durationWords } from './words';

export function DeadlineLine({ deadline, now }: { deadline: Deadline; now: Date }) {
  const { meetings: t } = useText();
  const f = useFormat();
  if (deadline.due === null) return <p class="soft">{t.resultsWait}</p>;
  const { verdict } = deadline;
  const tone = verdict === 'inTime' ? 'good' : verdict === 'open' ? 'plain' : verdict === 'late' ? 'warn' : 'bad';
  const left = Date.parse(deadline.due) - now.getTime();
  return (
    <p class="meeting-deadline" data-tone={tone}>
      <Icon name={verdict === 'inTime' ? 'check' : verdict === 'open' ? 'clock' : 'warning'} />
      <span>
        {t.deadline(f.instant(deadline.due))}. <strong>{t.verdicts[verdict]}</strong>
        {deadline.doneAt === null
          ? `, ${left < 0 ? t.overdueBy(durationWords(left, t)) : t.dueIn(durationWords(left, t))}.`
          : ` (${f.instant(deadline.doneAt)}).`}
      </span>
    </p>
  );
}
