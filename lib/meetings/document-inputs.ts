/** One meeting as the inputs of its papers: minutes, resolution, conclusion notice, programme; plain values, no layout. */
import { type Meeting, type MeetingKind, isNamed } from '../model/meeting';
import type { OpeningState, Task, TaskState } from '../model/task';
import { type AttendanceCounts, countAttendance } from './attendance';
import { proposedTitle } from './invitation';
import { plannedMonth } from './moments';
import type { Share } from './share';
import { reportedMonth, tasksOf } from './tasks';
import { countVote } from './votes';

/** What every paper of a meeting says at its head. */
export interface MeetingHead {
  kind: MeetingKind;
  title: string;
  place: string;
  chair: string;
  recorder: string;
  superior: string;
  guests: string[];
}

export interface VoteLine {
  subject: string;
  for: number;
  against: number;
  other: number;
  present: number;
  /** Votes for / present, unrounded. */
  inFavour: Share;
}

export interface TaskLine {
  title: string;
  name: string;
  due: string | null;
  opening: OpeningState;
  state: TaskState;
  result: string;
}

export interface MinutesInput extends MeetingHead {
  /** ISO instants; as planned when the meeting was not begun. */
  openedAt: string;
  closedAt: string | null;
  counts: { all: AttendanceCounts; official: AttendanceCounts; probationary: AttendanceCounts; rate: Share };
  excused: { name: string; reason: string }[];
  unexcused: { name: string; reason: string }[];
  sections: Meeting['minutes'];
  opinions: { name: string; text: string }[];
  votes: VoteLine[];
  feeNotice: string;
}

export interface ResolutionInput extends Omit<MinutesInput, 'openedAt' | 'closedAt'> {
  heldAt: string;
  /** `2026-12`: the month whose tasks it sets. */
  month: string;
  previous: { month: string; tasks: TaskLine[] };
  tasks: TaskLine[];
  score: Meeting['score'];
}

export interface NoticeInput extends MeetingHead {
  heldAt: string;
  conclusion: string;
  votes: VoteLine[];
  month: string;
  tasks: TaskLine[];
}

export interface ProgrammeInput extends MeetingHead {
  startsAt: string;
  endsAt: string | null;
  items: { title: string; presenter: string; minutes: number }[];
  papers: string[];
}

function headOf(meeting: Meeting): MeetingHead {
  const { kind, place, chair, recorder, superior, guests } = meeting;
  const title = meeting.title === '' ? proposedTitle(meeting) : meeting.title;
  return { kind, title, place, chair, recorder, superior, guests };
}

const voteLines = (meeting: Meeting): VoteLine[] =>
  meeting.votes.map(({ id: _, ...vote }) => ({ ...vote, inFavour: countVote(vote).inFavour }));

const taskLine = ({ title, name, due, opening, state, result }: Task): TaskLine => ({
  title,
  name,
  due,
  opening,
  state,
  result,
});

function coreOf(meeting: Meeting) {
  const { all, official, probationary, rate } = countAttendance(meeting.attendance);
  const absent = (state: string) =>
    meeting.attendance
      .filter((row) => row.state === state && !row.specialDuty)
      .map(({ name, reason }) => ({ name, reason }));
  return {
    ...headOf(meeting),
    counts: { all, official, probationary, rate },
    excused: absent('VANG_CO_LY_DO'),
    unexcused: absent('VANG_KHONG_LY_DO'),
    sections: meeting.minutes,
    opinions: meeting.opinions.map(({ name, text }) => ({ name, text })),
    votes: voteLines(meeting),
    feeNotice: meeting.feeNotice,
  };
}

/** Biên bản (party-work.md §3.6). */
export function minutesInput(meeting: Meeting): MinutesInput {
  return { ...coreOf(meeting), openedAt: meeting.heldFrom ?? meeting.plannedStart, closedAt: meeting.heldTo };
}

/** Nghị quyết tháng: last month's tasks with their results, the tasks of the month it sets. */
export function resolutionInput(meeting: Meeting, tasks: readonly Task[]): ResolutionInput {
  const month = plannedMonth(meeting);
  const before = reportedMonth(tasks, month);
  return {
    ...coreOf(meeting),
    heldAt: meeting.heldFrom ?? meeting.plannedStart,
    month,
    previous: { month: before, tasks: tasksOf(tasks, before).filter(isNamed).map(taskLine) },
    tasks: tasksOf(tasks, month).filter(isNamed).map(taskLine),
    score: meeting.score,
  };
}

/** Thông báo kết luận. */
export function noticeInput(meeting: Meeting, tasks: readonly Task[]): NoticeInput {
  const month = plannedMonth(meeting);
  return {
    ...headOf(meeting),
    heldAt: meeting.heldFrom ?? meeting.plannedStart,
    conclusion: meeting.minutes.conclusion,
    votes: voteLines(meeting),
    month,
    tasks: tasksOf(tasks, month).filter(isNamed).map(taskLine),
  };
}

/** Chương trình. */
export function programmeInput(meeting: Meeting): ProgrammeInput {
  return {
    ...headOf(meeting),
    startsAt: meeting.plannedStart,
    endsAt: meeting.plannedEnd,
    items: meeting.agenda.filter(isNamed).map(({ title, presenter, minutes }) => ({ title, presenter, minutes })),
    papers: meeting.papers.filter(isNamed).map((paper) => paper.title),
  };
}
