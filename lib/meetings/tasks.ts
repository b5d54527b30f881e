/** Tasks from month to month: the table of a month, what is overdue, and carrying unfinished tasks over exactly once. */
import { isNamed } from '../model/meeting';
import { type Task, isOpen } from '../model/task';
import { type Day, addDays } from '../vi/dates';
import { monthBefore, nextMonth } from './moments';
import { type Share, shareOf } from './share';

/** Name of a task in the month it is carried to: from the task it goes back to, so that carrying twice gives the same id. */
function carriedId(id: string, month: string): string {
  const root = id.replace(/~\d{4}-\d{2}$/, '');
  return `${root.slice(0, 56)}~${month}`;
}

/**
 * The tasks that go on in `month`: every open task of an earlier month that no other task goes on with already. Ids follow
 * from the tasks themselves, so that doing this twice, or in two windows, makes nothing double.
 */
export function carryOver(tasks: readonly Task[], month: string): Task[] {
  const followed = new Set(tasks.flatMap((task) => (task.carriedFrom === null ? [] : [task.carriedFrom])));
  const known = new Set(tasks.map((task) => task.id));
  return tasks
    .filter((task) => isOpen(task) && isNamed(task) && task.month < month && !followed.has(task.id))
    .map((task) => ({
      ...task,
      id: carriedId(task.id, month),
      carriedFrom: task.id,
      month,
      opening: openingOf(task),
      doneOn: null,
    }))
    .filter((task) => !known.has(task.id));
}

/** What a month's resolution says about a task that goes on. */
function openingOf(task: Task): Task['opening'] {
  if (task.opening === 'NHIEM_VU_THUONG_XUYEN') return task.opening;
  if (task.state !== 'CHUA_THUC_HIEN') return 'DANG_TRIEN_KHAI';
  return task.due === null ? 'CHUA_XAC_DINH_MOC' : 'CO_MOC_THOI_HAN';
}

/** The table of `month`, open ones first, then by deadline and title. */
export function tasksOf(tasks: readonly Task[], month: string): Task[] {
  return tasks
    .filter((task) => task.month === month)
    .sort(
      (a, b) =>
        Number(!isOpen(a)) - Number(!isOpen(b)) ||
        (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
        (a.id < b.id ? -1 : 1),
    );
}

/** The month whose tasks a meeting reports on: the last before the month it plans that has any. */
export function reportedMonth(tasks: readonly Task[], planned: string): string {
  const months = tasks.map((task) => task.month).filter((month) => month < planned);
  return months.sort().at(-1) ?? monthBefore(planned);
}

/** The table of `month` with unfinished tasks carried over: what is there already, and what would be added. */
export function tableOf(tasks: readonly Task[], month: string): { rows: Task[]; added: Task[] } {
  const added = carryOver(tasks, month);
  return { rows: tasksOf([...tasks, ...added], month), added };
}

/** Past its day and not done. */
export function isOverdue(task: Task, today: Day): boolean {
  return isOpen(task) && task.due !== null && task.due < today;
}

/** How many of a month's tasks are done; cancelled ones count for nothing. */
export function doneShare(tasks: readonly Task[], month: string): Share {
  const counted = tasks.filter((task) => task.month === month && task.state !== 'HUY' && isNamed(task));
  return shareOf(counted.filter((task) => task.state === 'HOAN_THANH').length, counted.length);
}

/** The last day of the month after the given day, as a first proposal for a deadline. */
export function proposedDue(day: Day): Day {
  const after = nextMonth(nextMonth(day.slice(0, 7)));
  return addDays(`${after}-01`, -1);
}
