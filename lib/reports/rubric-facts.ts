/** What a rubric is told of a meeting: counts and times as they stand on the desk; what is not known stays null. */
import { countAttendance, excusedStreaks } from '../meetings/attendance';
import { hasCommittee } from '../meetings/rules-of-cell';
import { papersDeadline, resultsDeadline } from '../meetings/deadlines';
import { dayOf, plannedMonth } from '../meetings/moments';
import { committeeMetBefore } from '../meetings/plan';
import { doneShare, reportedMonth } from '../meetings/tasks';
import type { Meeting } from '../model/meeting';
import { type MeetingFacts, SCORED_MEETINGS } from '../model/meeting-facts';
import type { ReportSource } from './source';

/** Null for a meeting that is not scored (committee, review, congress). */
export function rubricFacts(
  meeting: Meeting,
  { meetings, tasks, members, rules, cell, now }: ReportSource,
): MeetingFacts | null {
  const kind = SCORED_MEETINGS.find((one) => one === meeting.kind);
  if (kind === undefined) return null;
  const { all, complete } = countAttendance(meeting.attendance);
  const others = meetings.filter((one) => one.id !== meeting.id);
  const upToNow = [...others.filter((one) => dayOf(one) <= dayOf(meeting)), meeting];
  const streaks = excusedStreaks(upToNow, dayOf(meeting).slice(0, 4), rules);
  const done = doneShare(tasks, reportedMonth(tasks, plannedMonth(meeting)));
  const counted = complete ? all.members - all.exempt - all.specialDuty : null;
  const withCommittee = hasCommittee(members.map(({ role }) => role));
  // A length that the committee fixed for small cells, in the cell's rules or on the meeting itself, goes before the rubric's table.
  const fixed = meeting.minimumMinutes ?? (cell.leastMinutes === null ? null : (rules.minimumMinutes[kind] ?? null));
  return {
    kind,
    requiredMinutes: fixed,
    minutesHeld: null,
    memberCount: complete ? all.members : null,
    counted,
    present: complete ? all.present : null,
    absentExcused: complete ? all.excused : null,
    absentUnexcused: complete ? all.unexcused : null,
    longestExcusedStreak: complete ? Math.max(0, ...streaks.map((streak) => streak.longest)) : null,
    speakers: complete ? meeting.attendance.filter((row) => row.state === 'CO_MAT' && row.spoke).length : null,
    papersPostedAt: papersDeadline(meeting, now, rules).doneAt,
    startAt: meeting.heldFrom ?? meeting.plannedStart,
    endAt: meeting.heldTo,
    resultsPostedAt: resultsDeadline(meeting, now, rules).doneAt,
    hasCommittee: withCommittee,
    committeeMetFirst: withCommittee ? committeeMetBefore(meeting, others) !== null : null,
    invitedSuperior: meeting.superior === '' ? null : true,
    tasksDone: done.of === 0 ? null : done.count,
    tasksTotal: done.of === 0 ? null : done.of,
    indicatorsMet: null,
    indicatorsTotal: null,
  };
}
