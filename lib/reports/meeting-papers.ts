/** One meeting as the inputs of its papers: minutes, resolution, notice of conclusions, programme; drafts for a person to finish. */
import type { DocumentInputs } from '../documents/make';
import { countAttendance } from '../meetings/attendance';
import { proposedTitle } from '../meetings/invitation';
import { papersPostedAt } from '../meetings/deadlines';
import { dayOf, monthOf, plannedMonth } from '../meetings/moments';
import { reportedMonth, tasksOf } from '../meetings/tasks';
import { type Meeting, isNamed } from '../model/meeting';
import type { OpeningState, Task } from '../model/task';
import { clockInVietnam } from '../vi/clock';
import { type ReportSource, frameOf } from './source';
import { settledScore } from './settled-score';

export const MEETING_PAPERS = ['programme', 'minutes', 'resolution', 'notice'] as const;
export type MeetingPaper = (typeof MEETING_PAPERS)[number];

type Kind = DocumentInputs['minutes']['meeting']['kind'];
const KINDS: Record<Meeting['kind'], Kind> = {
  THUONG_KY: 'THUONG_KY',
  CHUYEN_DE: 'CHUYEN_DE',
  KET_HOP: 'KET_HOP',
  CHI_UY: 'CHI_UY',
  // A study session is held as a thematic meeting.
  HOC_TAP: 'CHUYEN_DE',
  KIEM_DIEM: 'KIEM_DIEM',
  DAI_HOI: 'DAI_HOI',
};
const STATES: Record<OpeningState, 'DANG_TRIEN_KHAI' | 'CO_MOC' | 'THUONG_XUYEN' | 'CHUA_MOC'> = {
  DANG_TRIEN_KHAI: 'DANG_TRIEN_KHAI',
  CO_MOC_THOI_HAN: 'CO_MOC',
  NHIEM_VU_THUONG_XUYEN: 'THUONG_XUYEN',
  CHUA_XAC_DINH_MOC: 'CHUA_MOC',
};
/** Grades as papers write them. */
export const GRADE_NAMES = { TOT: 'Tốt', KHA: 'Khá', TRUNG_BINH: 'Trung bình', KEM: 'Kém' } as const;

export interface PaperOptions {
  number?: number | null;
  day?: string;
  /** False once the secretary took the line "DỰ THẢO" out. Default true. */
  draft?: boolean;
}

/** Biên bản. */
export function minutesInput(
  meeting: Meeting,
  source: ReportSource,
  options: PaperOptions = {},
): DocumentInputs['minutes'] {
  const { minutes } = meeting;
  return {
    ...frameOf(source, { day: dayOf(meeting), ...options }),
    meeting: headOf(meeting, source),
    planned: plannedMonth(meeting),
    absent: meeting.attendance
      .filter((row) => !row.specialDuty && (row.state === 'VANG_CO_LY_DO' || row.state === 'VANG_KHONG_LY_DO'))
      .map((row) => ({ name: row.name, reason: orNull(row.reason), excused: row.state === 'VANG_CO_LY_DO' })),
    fees: orNull(meeting.feeNotice),
    political: paragraphs(minutes.ideology),
    review: paragraphs(minutes.lastMonth),
    direction: paragraphs(minutes.nextMonth),
    // Opinions already put into the text of the discussion do not stand there twice.
    opinions: [
      ...said(minutes.discussion),
      ...opinionsOf(meeting).filter(({ text }) => !minutes.discussion.includes(text.trim())),
    ],
    conclusions: paragraphs(minutes.conclusion),
    votes: votesOf(meeting),
    tasks: tasksOf(source.tasks, plannedMonth(meeting)).filter(isNamed).map(taskLine),
    draft: options.draft ?? true,
  };
}

/** Nghị quyết tháng. */
export function resolutionInput(
  meeting: Meeting,
  source: ReportSource,
  options: PaperOptions = {},
): DocumentInputs['resolution'] {
  const { minutes } = meeting;
  const month = plannedMonth(meeting);
  const settled = settledScore(meeting, source.rubrics);
  return {
    ...frameOf(source, { day: dayOf(meeting), ...options }),
    meeting: { ...headOf(meeting, source), month },
    fees: orNull(meeting.feeNotice),
    ideology: paragraphs(minutes.ideology),
    results:
      minutes.lastMonth.trim() === ''
        ? []
        : [{ name: 'Kết quả thực hiện nhiệm vụ', lines: paragraphs(minutes.lastMonth) }],
    lastTasks: tasksOf(source.tasks, reportedMonth(source.tasks, month))
      .filter(isNamed)
      .map((task) => ({
        text: task.title,
        state: STATES[task.opening],
        result: orNull(task.result) ?? resultOf(task),
      })),
    praise: [],
    shortcomings: [],
    // What the meeting concluded is what the resolution resolves.
    direction: [...paragraphs(minutes.nextMonth), ...paragraphs(minutes.conclusion)],
    tasks: tasksOf(source.tasks, month).filter(isNamed).map(taskLine),
    score:
      settled === null
        ? null
        : {
            items: settled.rubric.groups.map((group, index) => ({
              name: group.title,
              maximum: settled.score.groups[index]?.max ?? 0,
              points: settled.score.groups[index]?.points ?? null,
            })),
            maximum: settled.score.max,
            total: settled.score.points,
            rescaled: settled.score.groups.reduce((sum, group) => sum + group.max, 0) !== settled.score.max,
            grade: settled.score.grade === null ? null : GRADE_NAMES[settled.score.grade],
          },
    vote: votesOf(meeting).at(-1) ?? null,
    opinions: opinionsOf(meeting),
    draft: options.draft ?? true,
  };
}

/** Thông báo kết luận. */
export function noticeInput(
  meeting: Meeting,
  source: ReportSource,
  options: PaperOptions = {},
): DocumentInputs['notice'] {
  return {
    ...frameOf(source, { day: dayOf(meeting), ...options }),
    meeting: headOf(meeting, source),
    conclusions: paragraphs(meeting.minutes.conclusion),
    tasks: tasksOf(source.tasks, plannedMonth(meeting)).filter(isNamed).map(taskLine),
    draft: options.draft ?? true,
  };
}

/** Chương trình, sent with the invitation. */
export function programmeInput(
  meeting: Meeting,
  source: ReportSource,
  options: PaperOptions = {},
): DocumentInputs['programme'] {
  const { kind, month, topic, place, chair } = headOf(meeting, source);
  return {
    ...frameOf(source, { ...options }),
    meeting: {
      kind,
      month,
      topic,
      day: dayOf({ plannedStart: meeting.plannedStart, heldFrom: null }),
      start: clockInVietnam(new Date(meeting.plannedStart)),
      place,
      chair: orNull(chair.name),
    },
    invites: meeting.kind === 'CHI_UY' ? 'các đồng chí trong chi ủy' : 'toàn thể đảng viên trong chi bộ',
    purpose: [],
    people: [
      ...meeting.guests,
      ...(meeting.superior === '' ? [] : [`${meeting.superior} (cấp ủy viên cấp trên phụ trách)`]),
    ],
    agenda: meeting.agenda.filter(isNamed).map((item) => ({
      text: item.title,
      presenter: orNull(item.presenter),
      minutes: item.minutes === 0 ? null : item.minutes,
    })),
    papers: meeting.papers.filter(isNamed).map(({ title }) => title),
  };
}

/** The input of one of the papers of a meeting. */
export function meetingPaper<P extends MeetingPaper>(
  paper: P,
  meeting: Meeting,
  source: ReportSource,
  options: PaperOptions = {},
): DocumentInputs[P] {
  const make = { programme: programmeInput, minutes: minutesInput, resolution: resolutionInput, notice: noticeInput };
  // Each maker gives the input of the paper it stands under.
  return make[paper](meeting, source, options) as DocumentInputs[P];
}

function headOf(meeting: Meeting, { cell }: Pick<ReportSource, 'cell'>): DocumentInputs['minutes']['meeting'] {
  const { all, official, probationary } = countAttendance(meeting.attendance);
  const isSecretary = meeting.chair !== '' && meeting.chair === cell.secretary;
  return {
    kind: KINDS[meeting.kind],
    month: monthOf(meeting),
    topic:
      meeting.kind === 'CHUYEN_DE' || meeting.kind === 'KET_HOP' || meeting.kind === 'HOC_TAP'
        ? topicOf(meeting)
        : null,
    day: dayOf(meeting),
    start: clockInVietnam(new Date(meeting.heldFrom ?? meeting.plannedStart)),
    end: meeting.heldTo === null ? null : clockInVietnam(new Date(meeting.heldTo)),
    place: meeting.place,
    chair: { name: meeting.chair, title: isSecretary ? 'Bí thư chi bộ' : null },
    secretary: orNull(meeting.recorder),
    guests: [
      ...meeting.guests.map((name) => ({ name, title: null })),
      ...(meeting.superior === '' ? [] : [{ name: meeting.superior, title: 'cấp ủy viên cấp trên phụ trách' }]),
    ],
    counts: {
      official: official.members,
      probationary: probationary.members,
      exempt: all.exempt,
      specialDuty: all.specialDuty,
      present: all.present,
      excused: all.excused,
      unexcused: all.unexcused,
    },
    papersPostedAt: papersPostedAt(meeting),
    resultsPostedAt: meeting.resultsPostedAt,
  };
}

/** A title that a person gave; the proposed one only repeats kind and month. */
function topicOf(meeting: Meeting): string | null {
  return meeting.title === proposedTitle(meeting) ? null : orNull(meeting.title);
}

function votesOf({ votes }: Meeting) {
  return votes
    .map((vote) => ({
      matter: vote.subject,
      for: vote.for,
      against: vote.against,
      other: vote.other,
      voters: vote.present,
    }))
    .filter(({ matter }) => matter.trim() !== '');
}

function opinionsOf({ opinions }: Meeting) {
  return opinions.filter(({ text }) => text.trim() !== '').map(({ name, text }) => ({ name, text }));
}

/** Notes of the discussion that belong to nobody by name. */
function said(text: string) {
  return paragraphs(text).map((line) => ({ name: '', text: line }));
}

function taskLine(task: Task) {
  return { text: task.title, person: orNull(task.name), deadline: task.due, note: null };
}

const RESULTS: Record<Task['state'], string> = {
  CHUA_THUC_HIEN: 'Chưa thực hiện',
  DANG_THUC_HIEN: 'Đang thực hiện',
  CHO_KET_QUA: 'Chờ kết quả',
  HOAN_THANH: 'Hoàn thành',
  TAM_DUNG: 'Tạm dừng',
  HUY: 'Không thực hiện nữa',
};
function resultOf({ state }: Task): string {
  return RESULTS[state];
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 200);
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
