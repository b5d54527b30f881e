/** Attendance of a period: per meeting and per member, rates over those due to attend, counted from the sums. */
import * as z from 'zod';
import type { DocProfile } from '../../model/doc-profile';
import { REFERENCE_NOTE } from '../../model/tally';
import { formatDay } from '../../vi/dates';
import { defineDocument } from '../define-document';
import { periodFile } from '../file-name';
import { type Finding, finding } from '../findings';
import { checkFrame, framePaper } from '../frame';
import { day, frame, line } from '../inputs';
import type { PaperTable } from '../paper';
import { rateOf } from '../values';

/** `SPECIAL`: armed forces on special duty, counted like the exempt. Null: not on the roster at that meeting. */
export const ATTENDANCE_STATES = ['CO_MAT', 'VANG_CO_LY_DO', 'VANG_KHONG_LY_DO', 'MIEN', 'SPECIAL'] as const;
type State = (typeof ATTENDANCE_STATES)[number];

export const attendanceSchema = z.strictObject({
  ...frame,
  period: z.strictObject({ from: day, to: day }),
  /** Oldest first. */
  meetings: z.array(z.strictObject({ day, name: line })).max(200),
  members: z
    .array(
      z.strictObject({
        name: line.min(1),
        /** One per meeting, in the same order. */
        states: z.array(z.enum(ATTENDANCE_STATES).nullable()).max(200),
      }),
    )
    .max(5_000),
});
export type AttendanceInput = z.infer<typeof attendanceSchema>;

export const attendance = defineDocument({
  id: 'attendance',
  label: { vi: 'Tổng hợp dự sinh hoạt', en: 'Attendance report' },
  type: null,
  formats: ['xlsx', 'docx', 'csv'],
  file: ({ period }) => periodFile('bang-du-hop', period),
  schema: attendanceSchema,
  build: (input, profile) =>
    framePaper(input, profile, {
      definition: 'attendance',
      type: null,
      title: {
        type: 'BẢNG TỔNG HỢP',
        abstract: [
          'tình hình đảng viên dự sinh hoạt chi bộ',
          `từ ngày ${formatDay(input.period.from)} đến ngày ${formatDay(input.period.to)}`,
        ],
      },
      blocks: [meetingTable(input), memberTable(input)],
      notes: [
        'Số phải dự không tính đảng viên được miễn công tác và sinh hoạt đảng và đảng viên lực lượng vũ trang làm nhiệm vụ đặc biệt; tỷ lệ chung tính từ tổng số.',
        `${REFERENCE_NOTE}.`,
      ],
    }),
  check: checkAttendance,
});

/** Present, excused, unexcused, exempt (with special duty), due. */
type Counts = Record<'due' | 'present' | 'excused' | 'unexcused' | 'exempt', number>;

function countStates(states: readonly (State | null)[]): Counts {
  const number = (state: State) => states.filter((one) => one === state).length;
  const present = number('CO_MAT');
  const excused = number('VANG_CO_LY_DO');
  const unexcused = number('VANG_KHONG_LY_DO');
  return {
    due: present + excused + unexcused,
    present,
    excused,
    unexcused,
    exempt: number('MIEN') + number('SPECIAL'),
  };
}

function figures(counts: Counts) {
  const { due, present, excused, unexcused, exempt } = counts;
  return [due, present, excused, unexcused, exempt, rateOf(present, due)];
}

const FIGURE_COLUMNS: PaperTable['columns'] = [
  { id: 'due', title: 'Phải dự', width: 10, align: 'end' },
  { id: 'present', title: 'Có mặt', width: 10, align: 'end' },
  { id: 'excused', title: 'Vắng có lý do', width: 10, align: 'end' },
  { id: 'unexcused', title: 'Vắng không lý do', width: 10, align: 'end' },
  { id: 'exempt', title: 'Miễn', width: 9, align: 'end' },
  { id: 'rate', title: 'Tỷ lệ', width: 12, align: 'end' },
];

function meetingTable({ meetings, members }: AttendanceInput): PaperTable {
  const columns: PaperTable['columns'] = [
    { id: 'order', title: 'STT', width: 8, align: 'centre' },
    { id: 'day', title: 'Ngày họp', width: 14, align: 'centre' },
    { id: 'name', title: 'Nội dung', width: 20, align: 'start' },
    ...FIGURE_COLUMNS,
  ];
  return {
    kind: 'table',
    name: 'Theo kỳ họp',
    caption: 'Theo kỳ họp',
    columns,
    head: [columns.map(({ title }) => ({ text: title }))],
    rows: [
      ...meetings.map((meeting, at) => ({
        kind: 'plain' as const,
        cells: [
          at + 1,
          { day: meeting.day },
          meeting.name,
          ...figures(countStates(members.map((member) => member.states[at] ?? null))),
        ],
      })),
      {
        kind: 'total',
        cells: [null, null, 'Cộng', ...figures(countStates(members.flatMap((member) => member.states)))],
      },
    ],
  };
}

function memberTable({ members }: AttendanceInput): PaperTable {
  const columns: PaperTable['columns'] = [
    { id: 'order', title: 'STT', width: 8, align: 'centre' },
    { id: 'name', title: 'Họ và tên', width: 34, align: 'start' },
    ...FIGURE_COLUMNS,
  ];
  return {
    kind: 'table',
    name: 'Theo đảng viên',
    caption: 'Theo đảng viên',
    columns,
    head: [columns.map(({ title }) => ({ text: title }))],
    rows: members.map((member, at) => ({
      kind: 'plain',
      cells: [at + 1, member.name, ...figures(countStates(member.states))],
    })),
  };
}

/** Longest run of excused absences; a meeting a member was exempt from or not yet there neither counts nor breaks it. */
export function longestExcused(states: readonly (State | null)[]): number {
  let run = 0;
  let longest = 0;
  for (const state of states) {
    if (state === 'VANG_CO_LY_DO') longest = Math.max(longest, ++run);
    else if (state === 'CO_MAT' || state === 'VANG_KHONG_LY_DO') run = 0;
  }
  return longest;
}

function checkAttendance(input: AttendanceInput, profile: DocProfile): Finding[] {
  const { meetings, members } = input;
  return [
    ...checkFrame(input, profile, null),
    ...members.flatMap((member) => {
      const times = longestExcused(member.states);
      return [
        ...(member.states.length === meetings.length
          ? []
          : [finding('missingNumber', { field: 'states', row: member.name })]),
        // More than three in a row in the year (R5).
        ...(times > 3 ? [finding('manyExcused', { row: member.name, times })] : []),
      ];
    }),
  ];
}
