/** Thông báo kết luận: what the meeting concluded, who does what by when. */
import * as z from 'zod';
import { defineDocument } from '../define-document';
import { meetingFile } from '../file-name';
import { DRAFT_LINE, checkFrame, framePaper } from '../frame';
import { frame, meetingSchema, paragraphs, taskSchema } from '../inputs';
import { checkMeeting, meetingName, personText, taskTable } from '../meeting';
import type { Block } from '../paper';
import { dayInWords, endText, sayIn, sentence } from '../wording';

export const noticeSchema = z.strictObject({
  ...frame,
  meeting: meetingSchema,
  conclusions: paragraphs,
  tasks: z.array(taskSchema).max(300),
  draft: z.boolean(),
});
export type NoticeInput = z.infer<typeof noticeSchema>;

export const notice = defineDocument({
  id: 'notice',
  label: { vi: 'Thông báo kết luận', en: 'Conclusion notice' },
  type: 'TB',
  formats: ['docx'],
  file: (input) => meetingFile('thong-bao', input),
  schema: noticeSchema,
  build: (input, profile) => {
    const { meeting, issuer, tasks } = input;
    const say = sayIn(profile);
    const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
    const place = meeting.place === '' ? '' : `, tại ${meeting.place}`;
    const conclusions = input.conclusions.filter((one) => one.trim() !== '');
    return framePaper(input, profile, {
      definition: 'notice',
      type: 'TB',
      draft: input.draft ? DRAFT_LINE : null,
      title: { type: 'THÔNG BÁO', abstract: [`kết luận ${meetingName(meeting, profile)}`] },
      blocks: [
        paragraph(
          `${dayInWords(meeting.day, profile).replace('n', 'N')}${place}, ${issuer.name} tổ chức ${meetingName(meeting, profile)}, do ${personText(meeting.chair.name, meeting.chair.title)} chủ trì. Sau khi nghe báo cáo và ý kiến thảo luận, chi bộ thống nhất kết luận như sau:`,
        ),
        ...(conclusions.length === 0
          ? [paragraph('1. …………')]
          : conclusions.map((one, at) => paragraph(`${at + 1}. ${sentence(one)}`))),
        ...(tasks.length === 0
          ? []
          : [
              paragraph(`${Math.max(1, conclusions.length) + 1}. Phân công thực hiện:`),
              taskTable(tasks, 'Phân công', null),
            ]),
        paragraph(
          endText(
            say`Chi bộ thông báo để các đồng chí đảng viên biết, thực hiện; chi ủy theo dõi, đôn đốc và báo cáo kết quả tại kỳ sinh hoạt sau`,
            profile,
          ),
        ),
      ],
    });
  },
  check: (input, profile) => [...checkFrame(input, profile, 'TB'), ...checkMeeting(input.meeting, [], input.tasks)],
});
