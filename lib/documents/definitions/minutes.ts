/** Biên bản: the minutes of a meeting as a draft in the usual frame (party-work: I thành phần, II nội dung, III kết luận và biểu quyết). */
import * as z from 'zod';
import type { DocProfile } from '../../model/doc-profile';
import { addDays } from '../../vi/dates';
import { defineDocument } from '../define-document';
import { meetingFile } from '../file-name';
import { DRAFT_LINE, checkFrame, framePaper } from '../frame';
import { frame, line, meetingSchema, month, paragraphs, taskSchema, text, voteSchema } from '../inputs';
import {
  checkMeeting,
  comrades,
  meetingName,
  memberCount,
  opinionText,
  personText,
  presentText,
  taskTable,
  voteText,
} from '../meeting';
import type { Block } from '../paper';
import { firstLevel, said, secondLevel } from '../sections';
import { clockInWords, dayInWords, endText, monthBefore, monthInWords, sayIn, sentence } from '../wording';

const absent = z.strictObject({ name: line, reason: line.nullable(), excused: z.boolean() });

export const minutesSchema = z.strictObject({
  ...frame,
  meeting: meetingSchema,
  /** The month whose work was set; absent: the month of the meeting. */
  planned: month.optional(),
  absent: z.array(absent).max(1_000),
  /** Said about party fees at the opening; null leaves the line out. */
  fees: text.nullable(),
  political: paragraphs,
  review: paragraphs,
  direction: paragraphs,
  opinions: z.array(z.strictObject({ name: line, text })).max(1_000),
  conclusions: paragraphs,
  votes: z.array(voteSchema).max(50),
  tasks: z.array(taskSchema).max(300),
  /** False once the secretary took the line out. */
  draft: z.boolean(),
});
export type MinutesInput = z.infer<typeof minutesSchema>;

export const minutes = defineDocument({
  id: 'minutes',
  label: { vi: 'Biên bản', en: 'Minutes' },
  type: 'BB',
  formats: ['docx'],
  file: (input) => meetingFile('bien-ban', input),
  schema: minutesSchema,
  build: (input, profile) => {
    const { meeting } = input;
    return framePaper(input, profile, {
      definition: 'minutes',
      type: 'BB',
      draft: input.draft ? DRAFT_LINE : null,
      title: { type: 'BIÊN BẢN', abstract: [meetingName(meeting, profile)] },
      blocks: [
        opening(input, profile),
        firstLevel(1, 'THÀNH PHẦN', profile),
        ...attendance(input, profile),
        firstLevel(2, 'NỘI DUNG', profile),
        ...contents(input, profile),
        firstLevel(3, 'KẾT LUẬN VÀ BIỂU QUYẾT', profile),
        ...conclusions(input),
        { kind: 'paragraph', text: ending(input, profile) },
      ],
      signatures: [
        { head: 'NGƯỜI GHI BIÊN BẢN', title: null, name: meeting.secretary },
        { head: 'CHỦ TRÌ HỘI NGHỊ', title: null, name: meeting.chair.name },
      ],
      recipients: null,
    });
  },
  check: (input, profile) => [
    // Signed by recorder and chair, not by the issuer.
    ...checkFrame(input, profile, null, false),
    ...checkMeeting(input.meeting, input.votes, input.tasks),
  ],
});

function opening({ meeting, issuer }: MinutesInput, profile: DocProfile): Block {
  const where = meeting.place === '' ? '…………' : meeting.place;
  return {
    kind: 'paragraph',
    text: `Hôm nay, hồi ${clockInWords(meeting.start)}, ${dayInWords(meeting.day, profile)}, tại ${where}, ${issuer.name} tổ chức ${meetingName(meeting, profile)}.`,
  };
}

function attendance(input: MinutesInput, profile: DocProfile): Block[] {
  const { meeting } = input;
  const { counts } = meeting;
  const say = sayIn(profile);
  const names = (excused: boolean) => {
    const list = input.absent
      .filter((one) => one.excused === excused)
      .map((one) => (one.reason ? `${one.name} (${one.reason})` : one.name));
    return list.length === 0 ? '' : `: ${list.join('; ')}`;
  };
  const exempt = [
    counts.exempt > 0 ? `miễn công tác và sinh hoạt đảng: ${comrades(counts.exempt)}` : null,
    counts.specialDuty > 0 ? `làm nhiệm vụ đặc biệt trong lực lượng vũ trang: ${comrades(counts.specialDuty)}` : null,
  ].filter((part) => part !== null);
  const lines = [
    `1. Tổng số đảng viên: ${comrades(memberCount(counts))} (chính thức: ${counts.official}; dự bị: ${counts.probationary})${exempt.length === 0 ? '' : `; ${exempt.join('; ')}`}.`,
    `2. Có mặt: ${presentText(counts)}.`,
    `3. Vắng có lý do: ${comrades(counts.excused)}${names(true)}.`,
    `4. Vắng không lý do: ${comrades(counts.unexcused)}${names(false)}.`,
    meeting.guests.length === 0
      ? say`5. Đại biểu cấp trên dự: không có.`
      : `5. Đại biểu dự: ${meeting.guests.map((guest) => personText(guest.name, guest.title)).join('; ')}.`,
    `6. Chủ trì: ${personText(meeting.chair.name, meeting.chair.title)}.`,
    `7. Thư ký: ${personText(meeting.secretary)}.`,
    ...(input.fees === null ? [] : [`8. Tình hình đóng đảng phí: ${sentence(input.fees)}`]),
  ];
  return lines.map((one): Block => ({ kind: 'paragraph', text: one }));
}

function contents(input: MinutesInput, profile: DocProfile): Block[] {
  const month = input.planned ?? input.meeting.month;
  const before = monthBefore(month);
  return [
    secondLevel(1, 'Tình hình chính trị, tư tưởng'),
    ...said(input.political),
    secondLevel(2, `Báo cáo kết quả tháng ${monthInWords(before, profile)}`),
    ...said(input.review),
    secondLevel(3, `Phương hướng, nhiệm vụ tháng ${monthInWords(month, profile)}`),
    ...said(input.direction),
    secondLevel(4, 'Ý kiến thảo luận'),
    input.opinions.length === 0
      ? { kind: 'paragraph', text: '…………' }
      : { kind: 'list', items: input.opinions.map(opinionText) },
  ];
}

function conclusions(input: MinutesInput): Block[] {
  return [
    secondLevel(1, 'Kết luận'),
    ...said(input.conclusions),
    ...(input.tasks.length === 0 ? [] : [taskTable(input.tasks, 'Phân công', 'Phân công nhiệm vụ')]),
    secondLevel(2, 'Biểu quyết'),
    input.votes.length === 0
      ? { kind: 'paragraph', text: '…………' }
      : { kind: 'list', items: input.votes.map((vote) => `${vote.matter}: ${voteText(vote, input.meeting.counts)}.`) },
  ];
}

function ending({ meeting }: MinutesInput, profile: DocProfile): string {
  // A meeting that ends after midnight ends on the next day.
  const day = (end: string) => (end < meeting.start ? dayInWords(addDays(meeting.day, 1), profile) : 'cùng ngày');
  const when = meeting.end === null ? '……' : `${clockInWords(meeting.end)} ${day(meeting.end)}`;
  return endText(`Buổi sinh hoạt kết thúc hồi ${when}; biên bản đã được đọc lại và thông qua`, profile);
}
