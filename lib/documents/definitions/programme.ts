/** Chương trình sinh hoạt: purpose, time, who comes, what is treated by whom and how long; also as an invitation. */
import * as z from 'zod';
import type { DocProfile } from '../../model/doc-profile';
import { defineDocument } from '../define-document';
import { meetingFile } from '../file-name';
import { type Finding, finding, missing } from '../findings';
import { checkFrame, framePaper } from '../frame';
import { clock, count, day, frame, line, MEETING_KINDS, month, paragraphs, text } from '../inputs';
import { meetingName } from '../meeting';
import type { Block, PaperTable } from '../paper';
import { firstLevel, said } from '../sections';
import { sumOf } from '../values';
import { clockInWords, dayInWords, endText, sentence } from '../wording';

export const programmeSchema = z.strictObject({
  ...frame,
  meeting: z.strictObject({
    kind: z.enum(MEETING_KINDS),
    month,
    topic: line.nullable(),
    day,
    start: clock,
    place: line,
    chair: line.nullable(),
  }),
  /** Whom the paper invites; null makes it a programme only. */
  invites: line.nullable(),
  purpose: paragraphs,
  /** Who comes, one line each. */
  people: z.array(line).max(50),
  agenda: z.array(z.strictObject({ text: text.min(1), presenter: line.nullable(), minutes: count.nullable() })).max(60),
  /** Titles of papers sent with it. */
  papers: z.array(line).max(100),
});
export type ProgrammeInput = z.infer<typeof programmeSchema>;

export const programme = defineDocument({
  id: 'programme',
  label: { vi: 'Chương trình sinh hoạt', en: 'Meeting programme' },
  type: null,
  formats: ['docx'],
  file: (input) => meetingFile('chuong-trinh', input),
  schema: programmeSchema,
  build: (input, profile) =>
    framePaper(input, profile, {
      definition: 'programme',
      type: null,
      title: { type: 'CHƯƠNG TRÌNH', abstract: [meetingName(input.meeting, profile)] },
      blocks: [...invitation(input, profile), ...contents(input, profile)],
    }),
  check: checkProgramme,
});

function invitation({ invites, meeting, issuer }: ProgrammeInput, profile: DocProfile): Block[] {
  if (invites === null || invites === '') return [];
  return [
    {
      kind: 'paragraph',
      text: `${issuer.name} trân trọng kính mời ${invites} dự ${meetingName(meeting, profile)} theo chương trình sau:`,
    },
  ];
}

function contents(input: ProgrammeInput, profile: DocProfile): Block[] {
  const { meeting } = input;
  const parts: { title: string; blocks: Block[] }[] = [
    ...(input.purpose.length === 0 ? [] : [{ title: 'MỤC ĐÍCH', blocks: said(input.purpose) }]),
    {
      title: 'THỜI GIAN, ĐỊA ĐIỂM',
      blocks: said([
        `Bắt đầu hồi ${clockInWords(meeting.start)}, ${dayInWords(meeting.day, profile)}, tại ${meeting.place === '' ? '…………' : meeting.place}`,
      ]),
    },
    {
      title: 'THÀNH PHẦN',
      blocks: [
        input.people.length === 0
          ? { kind: 'paragraph', text: '…………' }
          : { kind: 'list', items: input.people.map(sentence) },
        ...(meeting.chair === null ? [] : said([`Chủ trì: đồng chí ${meeting.chair}`])),
      ],
    },
    {
      title: 'NỘI DUNG',
      blocks: [
        ...(input.agenda.length === 0 ? said([]) : [agendaTable(input)]),
        ...(input.papers.length === 0
          ? []
          : [
              { kind: 'paragraph' as const, text: 'Tài liệu gửi kèm:' },
              { kind: 'list' as const, items: input.papers.map(sentence) },
            ]),
      ],
    },
    {
      title: 'BẾ MẠC',
      blocks: [{ kind: 'paragraph', text: endText('Chủ trì kết luận, thông qua biên bản và bế mạc', profile) }],
    },
  ];
  return parts.flatMap((part, at) => [firstLevel(at + 1, part.title, profile), ...part.blocks]);
}

function agendaTable({ agenda }: ProgrammeInput): PaperTable {
  const timed = agenda.some((item) => item.minutes !== null);
  const columns: PaperTable['columns'] = [
    { id: 'order', title: 'TT', width: 8, align: 'centre' },
    { id: 'item', title: 'Nội dung', width: timed ? 52 : 62, align: 'start' },
    { id: 'presenter', title: 'Người thực hiện', width: 26, align: 'start' },
    ...(timed ? [{ id: 'minutes', title: 'Thời lượng (phút)', width: 14, align: 'centre' } as const] : []),
  ];
  return {
    kind: 'table',
    name: 'Nội dung',
    caption: null,
    columns,
    head: [columns.map(({ title }) => ({ text: title }))],
    rows: [
      ...agenda.map((item, at) => ({
        kind: 'plain' as const,
        cells: [
          at + 1,
          item.text,
          item.presenter === null ? null : `Đ/c ${item.presenter}`,
          ...(timed ? [item.minutes] : []),
        ],
      })),
      ...(timed
        ? [
            {
              kind: 'total' as const,
              cells: [null, 'Tổng thời lượng', null, sumOf(agenda.map((item) => item.minutes))],
            },
          ]
        : []),
    ],
  };
}

function checkProgramme(input: ProgrammeInput, profile: DocProfile): Finding[] {
  const { agenda, meeting } = input;
  const minutes = sumOf(agenda.map((item) => item.minutes));
  const expected = meeting.kind === 'THUONG_KY' ? 90 : meeting.kind === 'KET_HOP' ? 120 : 0;
  return [
    ...checkFrame(input, profile, null),
    ...agenda.flatMap((item) => missing(item.minutes, 'minutes', item.text)),
    ...(agenda.length > 0 && minutes !== null && minutes < expected
      ? [finding('shortMeeting', { minutes, expected })]
      : []),
  ];
}
