/** Says in words how a request stands against its days; colour only repeats it. */
import type { Format, Texts } from '@/components/i18n';
import type { DataRequest } from '@/lib/model/data-request';
import { requestState } from '@/lib/tracker';
import { type Day, daysBetween } from '@/lib/vi/dates';

/** `what` is the step that comes next, `when` how far its day is; `late` for the eye. */
export function dueWords(
  request: DataRequest,
  today: Day,
  t: Texts['privacy'],
  f: Format,
): { what: string; when: string; late: boolean } {
  const { next, due, late } = requestState(request, today);
  if (next === null || due === null) return { what: t.finished(f.day(request.doneOn ?? '')), when: '', late: false };
  const days = daysBetween(today, due);
  const when = late ? t.late(f.number(-days)) : days === 0 ? t.dueToday : t.daysLeft(f.number(days));
  return { what: t.next[next], when: `${f.day(due)} · ${when}`, late };
}
