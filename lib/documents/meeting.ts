/** Phrases and sums of a meeting that minutes, resolutions, notices and programmes share, and the checks on them. */
import type { DocProfile } from '../model/doc-profile';
import { type Finding, finding, mustEqual } from './findings';
import type { AttendanceCounts, Meeting, Task, Vote } from './inputs';
import type { PaperTable } from './paper';
import { rateOf, showValue } from './values';
import { monthInWords, sayIn, sentence } from './wording';

const HOUR_MS = 3_600_000;

/** `sinh hoạt chi bộ thường kỳ tháng 11 năm 2026`. */
export function meetingName(
  { kind, month, topic }: Pick<Meeting, 'kind' | 'month' | 'topic'>,
  profile: DocProfile,
): string {
  const say = sayIn(profile);
  const when = `tháng ${monthInWords(month, profile)} năm ${month.slice(0, 4)}`;
  const about = topic === null || topic === '' ? '' : `: ${topic}`;
  switch (kind) {
    case 'THUONG_KY':
      return `sinh hoạt chi bộ thường kỳ ${when}`;
    case 'CHUYEN_DE':
      return `sinh hoạt chi bộ chuyên đề ${when}${about}`;
    case 'KET_HOP':
      return `sinh hoạt chi bộ thường kỳ ${when} kết hợp sinh hoạt chuyên đề${about}`;
    case 'CHI_UY':
      return say`họp chi ủy ${when}`;
    case 'KIEM_DIEM':
      return `kiểm điểm, đánh giá, xếp loại ${when}`;
    case 'DAI_HOI':
      return `đại hội chi bộ ${when}`;
  }
}

/** Members on the roster. */
export function memberCount({ official, probationary }: AttendanceCounts): number {
  return official + probationary;
}

/** Due to attend: all but the exempt and those on special duty (HD 42-HD/BTCTW, 28/10/2025; R1). */
export function dueCount(counts: AttendanceCounts): number {
  return memberCount(counts) - counts.exempt - counts.specialDuty;
}

/** `30 đồng chí, đạt 93,75% số đảng viên phải dự sinh hoạt`. */
export function presentText(counts: AttendanceCounts): string {
  const share = rateOf(counts.present, dueCount(counts));
  const rate = share === null ? '' : `, đạt ${showValue(share)} số đảng viên phải dự sinh hoạt`;
  return `${comrades(counts.present)}${rate}`;
}

export function comrades(number: number): string {
  return `${showValue(number)} đồng chí`;
}

/** `đồng chí Lê Uý, Đảng ủy viên`; dots for a name that was not written down. */
export function personText(name: string | null, title: string | null = null): string {
  const known = name === null || name.trim() === '' ? '…………' : name;
  return `đồng chí ${known}${title === null || title === '' ? '' : `, ${title}`}`;
}

/** `Đồng chí Trần Văn Quýnh: …`; an opinion that belongs to nobody by name stands alone. */
export function opinionText({ name, text }: { name: string; text: string }): string {
  return name.trim() === '' ? sentence(text) : `Đồng chí ${name}: ${sentence(text)}`;
}

/**
 * `28/30 đồng chí có mặt tán thành (93,33%); 1 không tán thành; 1 ý kiến khác`; where not all present may vote (members on
 * probation), `có quyền biểu quyết` instead of `có mặt`.
 */
export function voteText(vote: Vote, counts: AttendanceCounts): string {
  const voters = votersOf(vote, counts);
  const share = rateOf(vote.for, voters);
  const rate = share === null ? '' : ` (${showValue(share)})`;
  const rest = [
    vote.against > 0 ? `${vote.against} không tán thành` : null,
    vote.other > 0 ? `${vote.other} ý kiến khác` : null,
  ].filter((part) => part !== null);
  const who = voters === counts.present ? 'có mặt' : 'có quyền biểu quyết';
  return [`${vote.for}/${voters} đồng chí ${who} tán thành${rate}`, ...rest].join('; ');
}

function votersOf(vote: Vote, counts: AttendanceCounts): number {
  return vote.voters ?? counts.present;
}

/** STT | Nội dung | Người thực hiện | Thời hạn | Ghi chú. */
export function taskTable(tasks: readonly Task[], name: string, caption: string | null): PaperTable {
  const noted = tasks.some((task) => task.note !== null && task.note !== '');
  const columns: PaperTable['columns'] = [
    { id: 'order', title: 'TT', width: 7, align: 'centre' },
    { id: 'task', title: 'Nội dung công việc', width: noted ? 44 : 56, align: 'start' },
    { id: 'person', title: 'Người thực hiện', width: 20, align: 'start' },
    { id: 'deadline', title: 'Thời hạn', width: 15, align: 'centre' },
    ...(noted ? [{ id: 'note', title: 'Ghi chú', width: 14, align: 'start' } as const] : []),
  ];
  return {
    kind: 'table',
    name,
    caption,
    columns,
    head: [columns.map(({ title }) => ({ text: title }))],
    rows: tasks.map((task, at) => ({
      kind: 'plain',
      cells: [
        at + 1,
        task.text,
        task.person,
        task.deadline === null ? null : { day: task.deadline },
        ...(noted ? [task.note] : []),
      ],
    })),
  };
}

/** Sums of attendance and votes, length, and the days for posting papers (≥ 24 h before) and results (≤ 2 days after). */
export function checkMeeting(meeting: Meeting, votes: readonly Vote[], tasks: readonly Task[]): Finding[] {
  const { counts } = meeting;
  return [
    ...mustEqual(counts.present + counts.excused + counts.unexcused, dueCount(counts), 'attendance'),
    ...votes.flatMap((vote) =>
      mustEqual(vote.for + vote.against + vote.other, votersOf(vote, counts), 'vote', vote.matter),
    ),
    ...checkLength(meeting),
    ...checkPosting(meeting),
    ...tasks.flatMap((task) => [
      ...(task.person === null ? [finding('taskIncomplete', { row: task.text, field: 'person' })] : []),
      ...(task.deadline === null ? [finding('taskIncomplete', { row: task.text, field: 'deadline' })] : []),
    ]),
  ];
}

/** At least 90 minutes, 120 when regular and thematic are combined (HD 42-HD/BTCTW, 28/10/2025; R2). */
function checkLength(meeting: Meeting): Finding[] {
  const expected = meeting.kind === 'THUONG_KY' ? 90 : meeting.kind === 'KET_HOP' ? 120 : 0;
  if (meeting.end === null) return [];
  const minutes = (Date.parse(`2026-01-01T${meeting.end}Z`) - Date.parse(`2026-01-01T${meeting.start}Z`)) / 60_000;
  // A meeting that ends after midnight counts on.
  const length = minutes < 0 ? minutes + 24 * 60 : minutes;
  return length < expected ? [finding('shortMeeting', { minutes: length, expected })] : [];
}

/** Late posting; times that are not known are not judged. */
export function checkPosting(
  meeting: Pick<Meeting, 'day' | 'start' | 'end' | 'papersPostedAt' | 'resultsPostedAt'>,
): Finding[] {
  const start = Date.parse(`${meeting.day}T${meeting.start}:00+07:00`);
  let end = Date.parse(`${meeting.day}T${meeting.end ?? meeting.start}:00+07:00`);
  if (end < start) end += 24 * HOUR_MS;
  const found: Finding[] = [];
  if (meeting.papersPostedAt !== null) {
    const lead = start - Date.parse(meeting.papersPostedAt);
    if (lead < 24 * HOUR_MS) found.push(finding('latePapers', { hours: hours(lead) }));
  }
  if (meeting.resultsPostedAt !== null) {
    const after = Date.parse(meeting.resultsPostedAt) - end;
    if (after > 48 * HOUR_MS) found.push(finding('lateResults', { hours: hours(after) }));
  }
  return found;
}

function hours(ms: number): number {
  return Math.round((ms / HOUR_MS) * 10) / 10;
}
