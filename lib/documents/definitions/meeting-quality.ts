/** Danh sách tổng hợp đánh giá, xếp loại chất lượng sinh hoạt chi bộ: the monthly list of ten columns (An Giang, HD 01-HD/TU). */
import * as z from 'zod';
import type { DocProfile } from '../../model/doc-profile';
import { REFERENCE_NOTE } from '../../model/tally';
import { defineDocument } from '../define-document';
import { type Finding, differs, finding, missing } from '../findings';
import { checkFrame, framePaper } from '../frame';
import { clock, count, day, frame, instant, line, month, text } from '../inputs';
import { checkPosting } from '../meeting';
import type { PaperTable, Value } from '../paper';
import { sumOf } from '../values';
import { monthInWords, sentence } from '../wording';

export const MEETING_GRADES = ['TOT', 'KHA', 'TRUNG_BINH', 'KEM'] as const;
export type MeetingGrade = (typeof MEETING_GRADES)[number];

/** Half-open bands of HD 42-HD/BTCTW (28/10/2025): 90 and more, 70, 50, below. */
export const DEFAULT_BANDS: readonly { grade: MeetingGrade; from: number }[] = [
  { grade: 'TOT', from: 90 },
  { grade: 'KHA', from: 70 },
  { grade: 'TRUNG_BINH', from: 50 },
  { grade: 'KEM', from: 0 },
];

const rowSchema = z.strictObject({
  unit: line.min(1),
  members: count.nullable(),
  /** Day of the meeting; null when none was held. */
  metOn: day.nullable(),
  points: z.number().min(0).max(1_000).nullable(),
  grade: z.enum(MEETING_GRADES).nullable(),
  /** Why points were taken off. */
  note: text.nullable(),
  /** Posting times with the clock of the meeting, when known: late posting is told. */
  posting: z
    .strictObject({ start: clock, end: clock.nullable(), papers: instant.nullable(), results: instant.nullable() })
    .nullable(),
});

export const meetingQualitySchema = z.strictObject({
  ...frame,
  month,
  rows: z.array(rowSchema).max(500),
  /** Highest score of the rubric. */
  maximum: z.number().positive().max(1_000),
  /** Grade bands of the rubric, highest first; null takes those of HD 42. */
  bands: z
    .array(z.strictObject({ grade: z.enum(MEETING_GRADES), from: z.number() }))
    .max(4)
    .nullable(),
  /** Explains changes in membership, below the table. */
  changes: text.nullable(),
});
export type MeetingQualityInput = z.infer<typeof meetingQualitySchema>;

export const meetingQuality = defineDocument({
  id: 'meeting-quality',
  label: { vi: 'Danh sách chất lượng sinh hoạt tháng', en: 'Monthly list of meeting quality' },
  type: null,
  formats: ['xlsx', 'docx', 'csv'],
  file: ({ month }) => `bang-chat-luong-${month}`,
  schema: meetingQualitySchema,
  build: (input, profile) =>
    framePaper(input, profile, {
      definition: 'meeting-quality',
      type: null,
      landscape: true,
      title: {
        type: 'DANH SÁCH',
        abstract: [
          'tổng hợp đánh giá, xếp loại chất lượng sinh hoạt chi bộ',
          `tháng ${monthInWords(input.month, profile)} năm ${input.month.slice(0, 4)}`,
        ],
      },
      blocks: [
        qualityTable(input),
        ...(input.changes === null || input.changes === ''
          ? []
          : [{ kind: 'paragraph' as const, text: sentence(input.changes) }]),
      ],
      notes: [`${REFERENCE_NOTE}.`],
    }),
  check: checkQuality,
});

function qualityTable({ rows }: MeetingQualityInput): PaperTable {
  const mark = (grade: MeetingGrade | null, wanted: MeetingGrade): Value => (grade === wanted ? 'x' : null);
  const graded = (wanted: MeetingGrade) => rows.filter((row) => row.grade === wanted).length;
  return {
    kind: 'table',
    name: 'Tổng hợp',
    caption: null,
    columns: [
      { id: 'order', title: 'STT', width: 5, align: 'centre' },
      { id: 'unit', title: 'Tên đơn vị', width: 16, align: 'start' },
      { id: 'members', title: 'Số lượng đảng viên', width: 8, align: 'end' },
      { id: 'metOn', title: 'Ngày họp chi bộ', width: 10, align: 'centre' },
      { id: 'points', title: 'KQ số điểm được đánh giá', width: 9, align: 'end' },
      { id: 'TOT', title: 'Tốt', width: 5, align: 'centre' },
      { id: 'KHA', title: 'Khá', width: 5, align: 'centre' },
      { id: 'TRUNG_BINH', title: 'Trung bình', width: 7, align: 'centre' },
      { id: 'KEM', title: 'Kém', width: 6, align: 'centre' },
      { id: 'note', title: 'Ghi chú (thuyết minh điểm trừ)', width: 29, align: 'start' },
    ],
    head: [
      [
        { text: 'STT', down: 2 },
        { text: 'Tên đơn vị', down: 2 },
        { text: 'Số lượng đảng viên', down: 2 },
        { text: 'Ngày họp chi bộ', down: 2 },
        { text: 'Mức đánh giá xếp loại sau buổi sinh hoạt chi bộ hằng tháng', span: 5 },
        { text: 'Ghi chú (thuyết minh điểm trừ)', down: 2 },
      ],
      [{ text: 'KQ số điểm được đánh giá' }, { text: 'Tốt' }, { text: 'Khá' }, { text: 'Trung bình' }, { text: 'Kém' }],
      Array.from({ length: 10 }, (_, at) => ({ text: String(at + 1) })),
    ],
    rows: [
      ...rows.map((row, at) => ({
        kind: 'plain' as const,
        cells: [
          at + 1,
          row.unit,
          row.members,
          row.metOn === null ? null : { day: row.metOn },
          row.points,
          ...MEETING_GRADES.map((grade) => mark(row.grade, grade)),
          row.note,
        ],
      })),
      {
        kind: 'total',
        cells: [
          null,
          'Tổng cộng',
          sumOf(rows.map((row) => row.members)),
          null,
          null,
          ...MEETING_GRADES.map(graded),
          null,
        ],
      },
    ],
  };
}

/** The grade that points give, or null for points below every band. */
export function gradeOf(
  points: number,
  bands: readonly { grade: MeetingGrade; from: number }[] = DEFAULT_BANDS,
): MeetingGrade | null {
  return [...bands].sort((a, b) => b.from - a.from).find((band) => points >= band.from)?.grade ?? null;
}

function checkQuality(input: MeetingQualityInput, profile: DocProfile): Finding[] {
  const bands = input.bands ?? DEFAULT_BANDS;
  return [
    ...checkFrame(input, profile, null),
    ...input.rows.flatMap((row): Finding[] => {
      const found: Finding[] = [
        ...missing(row.members, 'members', row.unit),
        ...missing(row.metOn, 'metOn', row.unit),
        ...missing(row.points, 'points', row.unit),
        ...missing(row.grade, 'grade', row.unit),
      ];
      if (row.points !== null) {
        const expected = gradeOf(row.points, bands);
        if (row.points > input.maximum) {
          found.push(differs('points', row.unit, row.points, input.maximum));
        }
        if (row.grade !== null && expected !== null && row.grade !== expected) {
          found.push(finding('gradeDiffers', { row: row.unit, points: row.points, grade: row.grade, expected }));
        }
        if (row.points < input.maximum && (row.note === null || row.note.trim() === '')) {
          found.push(finding('deductionWithoutNote', { row: row.unit, points: row.points }));
        }
      }
      if (row.posting !== null && row.metOn !== null) {
        const { start, end, papers, results } = row.posting;
        const late = checkPosting({ day: row.metOn, start, end, papersPostedAt: papers, resultsPostedAt: results });
        found.push(...late.map((one) => ({ ...one, facts: { ...one.facts, row: row.unit } })));
      }
      return found;
    }),
  ];
}
