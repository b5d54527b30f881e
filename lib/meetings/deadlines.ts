/** Whether papers and results were posted in time, and what is due next, most urgent first. */
import { type Meeting, isNamed } from '../model/meeting';
import { type Task, isOpen } from '../model/task';
import { MEETING_RULES, REGULAR_KINDS } from '../rules/meetings';
import { addDays } from '../vi/dates';
import { instantAt } from '../vi/clock';
import { startOf } from './moments';

const HOUR = 3_600_000;
const LOOK_BACK_DAYS = 62;

export interface Deadline {
  /** ISO 8601 instant by which it must be done; null while the moment it counts from is not known. */
  due: string | null;
  doneAt: string | null;
  /** `late` was done after the deadline, `overdue` is not done and past it. */
  verdict: 'inTime' | 'late' | 'open' | 'overdue' | 'notYet';
  /** From done (or now) to the deadline, in ms; negative when late. Null without a deadline. */
  leftMs: number | null;
}

/** When the last of the papers was posted; null while one is not. A statement for the whole meeting covers papers without a time of their own. */
export function papersPostedAt(meeting: Pick<Meeting, 'papers' | 'papersPostedAt'>): string | null {
  const times = meeting.papers.filter(isNamed).map((paper) => paper.postedAt ?? meeting.papersPostedAt);
  if (times.length === 0) return meeting.papersPostedAt;
  if (times.some((time) => time === null)) return null;
  return times.reduce((last, time) => (last === null || (time ?? '') > last ? time : last));
}

/** Papers on the handbook at least a day before the start (rule R3; An Phú sheet: 2 points). */
export function papersDeadline(meeting: Meeting, now: Date, rules = MEETING_RULES): Deadline {
  const due = new Date(startOf(meeting).getTime() - rules.papersLead.hours * HOUR);
  return judge(due, papersPostedAt(meeting), now);
}

/** Finished papers and the report within two days after the end (rule R3; An Phú sheet: 1 point). */
export function resultsDeadline(meeting: Meeting, now: Date, rules = MEETING_RULES): Deadline {
  if (meeting.heldTo === null) return judge(null, meeting.resultsPostedAt, now);
  return judge(new Date(Date.parse(meeting.heldTo) + rules.resultsWithin.hours * HOUR), meeting.resultsPostedAt, now);
}

function judge(due: Date | null, doneAt: string | null, now: Date): Deadline {
  if (due === null) return { due: null, doneAt, verdict: 'notYet', leftMs: null };
  const leftMs = due.getTime() - (doneAt === null ? now.getTime() : Date.parse(doneAt));
  const verdict = doneAt === null ? (leftMs < 0 ? 'overdue' : 'open') : leftMs < 0 ? 'late' : 'inTime';
  return { due: due.toISOString(), doneAt, verdict, leftMs };
}

export interface Reminder {
  what: 'papers' | 'invite' | 'committee' | 'start' | 'finish' | 'results' | 'task';
  meetingId: string | null;
  taskId: string | null;
  /** Title of the meeting or task. */
  title: string;
  due: string;
  overdue: boolean;
}

/**
 * What is to be done, most urgent first: what is overdue (longest ago first), then by the instant it is due. Looks `days`
 * ahead of `now`, and two months back: what was missed earlier cannot be made good any more. Open tasks stay.
 */
export function listReminders(
  meetings: readonly Meeting[],
  tasks: readonly Task[],
  now: Date,
  { days = 14, rules = MEETING_RULES, hasCommittee = true } = {},
): Reminder[] {
  const found: Reminder[] = [];
  const carried = new Set(tasks.map((task) => task.carriedFrom));
  for (const meeting of meetings) found.push(...ofMeeting(meeting, now, hasCommittee, rules));
  for (const task of tasks) {
    const due = task.due === null ? null : instantAt(addDays(task.due, 1), '00:00');
    if (due === null || !isOpen(task) || carried.has(task.id)) continue;
    found.push({ what: 'task', meetingId: task.meetingId, taskId: task.id, title: task.title, due, overdue: false });
  }
  const horizon = now.getTime() + days * 24 * HOUR;
  return found
    .filter(({ due }) => Date.parse(due) <= horizon)
    .filter(({ due, what }) => what === 'task' || Date.parse(due) >= now.getTime() - LOOK_BACK_DAYS * 24 * HOUR)
    .map((reminder) => ({ ...reminder, overdue: Date.parse(reminder.due) < now.getTime() }))
    .sort((a, b) => Date.parse(a.due) - Date.parse(b.due));
}

function ofMeeting(meeting: Meeting, now: Date, hasCommittee: boolean, rules: typeof MEETING_RULES): Reminder[] {
  const found: Reminder[] = [];
  const add = (what: Reminder['what'], due: string | null) => {
    if (due === null) return;
    found.push({ what, meetingId: meeting.id, taskId: null, title: meeting.title, due, overdue: false });
  };
  if (meeting.state === 'PLANNED') {
    const papers = papersDeadline(meeting, now, rules);
    if (meeting.heldFrom === null && Date.parse(meeting.plannedStart) < now.getTime()) {
      // Its time came and nothing was noted: what was to be done before it is past.
      add('finish', meeting.plannedStart);
    } else if (meeting.heldFrom === null) {
      if (papers.doneAt === null) add('papers', papers.due);
      if (meeting.invitedAt === null) add('invite', papers.due);
      if (hasCommittee && REGULAR_KINDS.includes(meeting.kind) && meeting.committeeMetOn === null)
        add('committee', papers.due);
      add('start', meeting.plannedStart);
    } else add('finish', meeting.plannedEnd ?? meeting.plannedStart);
  }
  const results = resultsDeadline(meeting, now, rules);
  if (results.doneAt === null) add('results', results.due);
  return found;
}
