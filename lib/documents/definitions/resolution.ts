/** Nghị quyết tháng: the monthly resolution in the frame used by cells (party-work 3.6), with last month's tasks and the opinions as an appendix. */
import * as z from 'zod';
import type { DocProfile } from '../../model/doc-profile';
import { defineDocument } from '../define-document';
import { meetingFile } from '../file-name';
import { type Finding, mustEqual } from '../findings';
import { DRAFT_LINE, checkFrame, framePaper } from '../frame';
import { frame, line, meetingSchema, paragraphs, taskSchema, text, voteSchema } from '../inputs';
import {
  checkMeeting,
  comrades,
  memberCount,
  opinionText,
  personText,
  presentText,
  taskTable,
  voteText,
} from '../meeting';
import type { Block, PaperTable } from '../paper';
import { firstLevel, said, secondLevel, thirdLevel } from '../sections';
import { showValue } from '../values';
import { dayInWords, endText, monthInWords, sayIn, sentence } from '../wording';

/** How far a task of last month was when the period began. */
export const TASK_STATES = {
  DANG_TRIEN_KHAI: 'Đang triển khai',
  CO_MOC: 'Có mốc thời hạn',
  THUONG_XUYEN: 'Nhiệm vụ thường xuyên',
  CHUA_MOC: 'Chưa xác định mốc',
} as const;

const scoreSchema = z.strictObject({
  /** Groups of the rubric with the points given. */
  items: z.array(z.strictObject({ name: line, maximum: z.number(), points: z.number().nullable() })).max(60),
  maximum: z.number(),
  total: z.number().nullable(),
  /** Items that do not apply were left out and the rest was carried over to the full scale. */
  rescaled: z.boolean().optional(),
  /** As written in the resolution (`Tốt`). */
  grade: line.nullable(),
});

export const resolutionSchema = z.strictObject({
  ...frame,
  meeting: meetingSchema,
  fees: text.nullable(),
  ideology: paragraphs,
  /** Results of the political tasks; each part is lettered. */
  results: z.array(z.strictObject({ name: line, lines: paragraphs })).max(20),
  lastTasks: z
    .array(
      z.strictObject({
        text: text.min(1),
        state: z.enum(['DANG_TRIEN_KHAI', 'CO_MOC', 'THUONG_XUYEN', 'CHUA_MOC']).nullable(),
        result: text.nullable(),
      }),
    )
    .max(300),
  praise: paragraphs,
  shortcomings: paragraphs,
  direction: paragraphs,
  tasks: z.array(taskSchema).max(300),
  score: scoreSchema.nullable(),
  vote: voteSchema.nullable(),
  opinions: z.array(z.strictObject({ name: line, text })).max(1_000),
  draft: z.boolean(),
});
export type ResolutionInput = z.infer<typeof resolutionSchema>;

export const resolution = defineDocument({
  id: 'resolution',
  label: { vi: 'Nghị quyết tháng', en: 'Monthly resolution' },
  type: 'NQ',
  formats: ['docx'],
  file: (input) => meetingFile('nghi-quyet', input),
  schema: resolutionSchema,
  build: (input, profile) => {
    const { month } = input.meeting;
    return framePaper(input, profile, {
      definition: 'resolution',
      type: 'NQ',
      draft: input.draft ? DRAFT_LINE : null,
      title: {
        type: 'NGHỊ QUYẾT',
        abstract: [`lãnh đạo thực hiện nhiệm vụ tháng ${monthInWords(month, profile)} năm ${month.slice(0, 4)}`],
      },
      blocks: [
        ...opening(input, profile),
        firstLevel(1, 'ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN', profile),
        ...review(input, profile),
        firstLevel(2, 'PHƯƠNG HƯỚNG', profile),
        ...said(input.direction),
        firstLevel(3, 'PHÂN CÔNG THỰC HIỆN', profile),
        ...assignment(input, profile),
        firstLevel(4, 'TỰ ĐÁNH GIÁ CHẤT LƯỢNG SINH HOẠT', profile),
        ...score(input),
        { kind: 'paragraph', text: passed(input, profile) },
      ],
      appendices:
        input.opinions.length === 0
          ? []
          : [
              {
                title: 'PHỤ LỤC: Ý KIẾN THẢO LUẬN',
                blocks: [{ kind: 'list', items: input.opinions.map(opinionText) }],
              },
            ],
    });
  },
  check: (input, profile) => [
    ...checkFrame(input, profile, 'NQ'),
    ...checkMeeting(input.meeting, input.vote === null ? [] : [input.vote], input.tasks),
    ...checkScore(input),
  ],
});

function opening({ meeting, fees, issuer }: ResolutionInput, profile: DocProfile): Block[] {
  const { counts, chair, secretary } = meeting;
  const lines = [
    `${dayInWords(meeting.day, profile).replace('n', 'N')}, ${issuer.name} tổ chức sinh hoạt tại ${meeting.place === '' ? '…………' : meeting.place}.`,
    `Tổng số đảng viên: ${comrades(memberCount(counts))} (chính thức: ${counts.official}; dự bị: ${counts.probationary}). Có mặt: ${presentText(counts)}. Vắng: ${comrades(counts.excused + counts.unexcused)} (có lý do: ${counts.excused}; không lý do: ${counts.unexcused}). Miễn công tác và sinh hoạt đảng: ${comrades(counts.exempt)}.`,
    `Chủ trì: ${personText(chair.name, chair.title)}. Thư ký: ${personText(secretary)}.`,
    ...(fees === null ? [] : [`Tình hình đóng đảng phí: ${sentence(fees)}`]),
    'Sau khi thảo luận, chi bộ thống nhất quyết nghị:',
  ];
  return lines.map((one): Block => ({ kind: 'paragraph', text: one }));
}

function review(input: ResolutionInput, profile: DocProfile): Block[] {
  return [
    secondLevel(1, 'Tình hình tư tưởng'),
    ...said(input.ideology),
    secondLevel(2, 'Kết quả thực hiện nhiệm vụ chính trị'),
    ...(input.results.length === 0
      ? said([])
      : input.results.flatMap((part, at) => [thirdLevel(at, part.name, profile), ...said(part.lines)])),
    secondLevel(3, 'Kết quả thực hiện nhiệm vụ đề ra tháng trước'),
    ...(input.lastTasks.length === 0 ? said([]) : [lastTaskTable(input)]),
    secondLevel(4, 'Biểu dương, nhắc nhở'),
    ...said(input.praise),
    secondLevel(5, 'Hạn chế, nguyên nhân'),
    ...said(input.shortcomings),
  ];
}

function lastTaskTable({ lastTasks }: ResolutionInput): PaperTable {
  const columns: PaperTable['columns'] = [
    { id: 'order', title: 'TT', width: 8, align: 'centre' },
    { id: 'task', title: 'Nhiệm vụ đề ra tháng trước', width: 42, align: 'start' },
    { id: 'state', title: 'Tình trạng đầu kỳ', width: 20, align: 'start' },
    { id: 'result', title: 'Kết quả thực hiện', width: 30, align: 'start' },
  ];
  return {
    kind: 'table',
    name: 'Nhiệm vụ tháng trước',
    caption: null,
    columns,
    head: [columns.map(({ title }) => ({ text: title }))],
    rows: lastTasks.map((task, at) => ({
      kind: 'plain',
      cells: [at + 1, task.text, task.state === null ? null : TASK_STATES[task.state], task.result],
    })),
  };
}

function assignment({ tasks }: ResolutionInput, profile: DocProfile): Block[] {
  const say = sayIn(profile);
  return [
    ...(tasks.length === 0 ? said([]) : [taskTable(tasks, 'Phân công', null)]),
    {
      kind: 'paragraph',
      text: say`Chi ủy hoàn thiện nghị quyết, đăng lên Sổ tay đảng viên điện tử và báo cáo cấp ủy cấp trên trong thời hạn 2 ngày; đảng viên được phân công thực hiện đúng thời hạn và báo cáo kết quả tại kỳ sinh hoạt sau.`,
    },
  ];
}

function score({ score: given }: ResolutionInput): Block[] {
  if (given === null) return said([]);
  const columns: PaperTable['columns'] = [
    { id: 'order', title: 'TT', width: 8, align: 'centre' },
    { id: 'item', title: 'Nhóm tiêu chí', width: 60, align: 'start' },
    { id: 'maximum', title: 'Điểm tối đa', width: 16, align: 'centre' },
    { id: 'points', title: 'Điểm tự chấm', width: 16, align: 'centre' },
  ];
  return [
    {
      kind: 'table',
      name: 'Tự đánh giá',
      caption: null,
      columns,
      head: [columns.map(({ title }) => ({ text: title }))],
      rows: [
        ...given.items.map((item, at) => ({
          kind: 'plain' as const,
          cells: [at + 1, item.name, item.maximum, item.points],
        })),
        { kind: 'total', cells: [null, 'Tổng điểm', given.maximum, given.total] },
      ],
    },
    ...(isRescaled(given)
      ? [
          {
            kind: 'paragraph' as const,
            text: `Đạt ${showValue(pointsOf(given))}/${showValue(maximumOf(given))} điểm, quy đổi về thang ${showValue(given.maximum)} điểm.`,
          },
        ]
      : []),
    { kind: 'paragraph', text: `Xếp loại: ${given.grade ?? '…………'}.` },
  ];
}

function passed({ vote, meeting }: ResolutionInput, profile: DocProfile): string {
  if (vote === null) return endText('Nghị quyết được thông qua với ……/…… đồng chí có mặt tán thành', profile);
  return endText(`Nghị quyết được thông qua với ${voteText(vote, meeting.counts)}`, profile);
}

function checkScore({ score: given }: ResolutionInput): Finding[] {
  if (given === null) return [];
  const points = pointsOf(given);
  const maximum = maximumOf(given);
  if (!isRescaled(given))
    return [...mustEqual(given.total, points, 'score'), ...mustEqual(given.maximum, maximum, 'maximum')];
  // Cut, not rounded, after two decimals, as scores are.
  const expected = points === null ? null : Math.floor((points * given.maximum * 100) / maximum + 1e-9) / 100;
  return mustEqual(given.total, expected, 'score');
}

type Score = z.infer<typeof scoreSchema>;

/** An item that did not apply was left out, and the rest counts for the whole scale. */
function isRescaled(score: Score): boolean {
  return score.rescaled === true && maximumOf(score) > 0;
}

function pointsOf({ items }: Score): number | null {
  return items.every((item) => item.points !== null) ? items.reduce((sum, item) => sum + (item.points ?? 0), 0) : null;
}

function maximumOf({ items }: Score): number {
  return items.reduce((sum, item) => sum + item.maximum, 0);
}
