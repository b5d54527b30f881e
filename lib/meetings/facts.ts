/** What the product knows about one meeting, as plain facts a rubric can score from; unknown stays null. */
import { type Meeting, type MeetingKind, isNamed } from '../model/meeting';
import type { Task } from '../model/task';
import { MEETING_RULES, THEMATIC_KINDS } from '../rules/meetings';
import { countAttendance, excusedStreaks } from './attendance';
import { lengthOf } from './clock';
import { papersDeadline, resultsDeadline } from './deadlines';
import { dayOf, plannedMonth } from './moments';
import { committeeMetBefore } from './plan';
import type { Share } from './share';
import { doneShare, reportedMonth } from './tasks';

export interface KnownFacts {
  kind: MeetingKind;
  day: string;
  /** Members on the roll. */
  members: number;
  thematic: boolean;
  startedLateMinutes: number | null;
  minutes: number | null;
  minimumMinutes: number | null;
  shortMinutes: number | null;
  /** Null until everybody was called. */
  attendance: Share | null;
  excused: number | null;
  unexcused: number | null;
  /** Members with more excused absences in a row this year than the rules let pass (rule R5). */
  excusedTooOften: string[];
  /** Null until everybody was called. */
  speakers: Share | null;
  opinions: number;
  committeeMetOn: string | null;
  /** Invitations went out before the start. */
  invited: boolean | null;
  superiorInvited: boolean;
  papersListed: number;
  papersOnHandbook: boolean;
  /** Null while still open. */
  papersInTime: boolean | null;
  resultsInTime: boolean | null;
  /** Tasks of the month before, done of all (rule R8 counts them at the meeting of the month after). */
  tasksDone: Share;
  tasksGiven: number;
  /** Tasks given here without a person or a day. */
  tasksVague: number;
  votes: number;
  hasConclusion: boolean;
  hasMinutes: boolean;
}

/** Facts about `meeting`; `history` are the other meetings on record, `tasks` all tasks. */
export function meetingFacts(
  meeting: Meeting,
  history: readonly Meeting[],
  tasks: readonly Task[],
  now: Date,
  rules = MEETING_RULES,
): KnownFacts {
  const attendance = countAttendance(meeting.attendance);
  const length = lengthOf(meeting, rules);
  const papers = papersDeadline(meeting, now, rules);
  const results = resultsDeadline(meeting, now, rules);
  const others = history.filter((one) => one.id !== meeting.id);
  const upToNow = [...others.filter((one) => dayOf(one) <= dayOf(meeting)), meeting];
  const given = tasks.filter((task) => task.meetingId === meeting.id && task.carriedFrom === null && isNamed(task));
  const before = reportedMonth(tasks, plannedMonth(meeting));
  const called = attendance.complete;
  return {
    kind: meeting.kind,
    day: dayOf(meeting),
    members: attendance.all.members,
    thematic: THEMATIC_KINDS.includes(meeting.kind),
    startedLateMinutes:
      meeting.heldFrom === null ? null : (Date.parse(meeting.heldFrom) - Date.parse(meeting.plannedStart)) / 60_000,
    minutes: length.minutes,
    minimumMinutes: length.minimum,
    shortMinutes: length.short,
    attendance: called ? attendance.rate : null,
    excused: called ? attendance.all.excused : null,
    unexcused: called ? attendance.all.unexcused : null,
    excusedTooOften: excusedStreaks(upToNow, dayOf(meeting).slice(0, 4), rules)
      .filter((streak) => streak.tooMany)
      .map((streak) => streak.name),
    speakers: called ? attendance.speakers : null,
    opinions: meeting.opinions.length,
    committeeMetOn: committeeMetBefore(meeting, others),
    invited: meeting.invitedAt === null ? null : meeting.invitedAt < (meeting.heldFrom ?? meeting.plannedStart),
    superiorInvited: meeting.superior !== '',
    papersListed: meeting.papers.filter(isNamed).length,
    papersOnHandbook: papers.doneAt !== null,
    papersInTime: decided(papers.verdict),
    resultsInTime: decided(results.verdict),
    tasksDone: doneShare(tasks, before),
    tasksGiven: given.length,
    tasksVague: given.filter((task) => task.name === '' || task.due === null).length,
    votes: meeting.votes.length,
    hasConclusion: meeting.minutes.conclusion.trim() !== '',
    hasMinutes: Object.values(meeting.minutes).some((text) => text.trim() !== ''),
  };
}

function decided(verdict: string): boolean | null {
  if (verdict === 'inTime') return true;
  return verdict === 'late' || verdict === 'overdue' ? false : null;
}
