/** Bảng tổng hợp 6 tháng: the half-year tally of cells in its thirteen columns. */
import * as z from 'zod';
import type { DocProfile } from '../../model/doc-profile';
import { REFERENCE_NOTE } from '../../model/tally';
import { defineDocument } from '../define-document';
import { type Finding, missing } from '../findings';
import { checkFrame, framePaper } from '../frame';
import { count, frame, line } from '../inputs';
import type { PaperTable } from '../paper';
import { sumOf } from '../values';

/** Columns that are counted, in their printed order; null is a figure nobody gave. */
export const SIX_MONTH_FIGURES = {
  members: 'Đảng số',
  attended: 'Số lượng ĐV dự sinh hoạt lệ',
  spoke: 'Phát biểu ý kiến',
  massWork: 'Dân vận khéo',
  thematicStudy: 'Học tập chuyên đề',
  articles: 'Đọc bài viết',
  thematicPlans: 'KH sinh hoạt CĐ',
  admissions: 'KNĐ',
  inspections: 'KT GS',
} as const;
type Figure = keyof typeof SIX_MONTH_FIGURES;
// The object above is the list; its keys are its figures.
const FIGURES = Object.keys(SIX_MONTH_FIGURES) as Figure[];

const figures = z.strictObject({
  members: count.nullable(),
  attended: count.nullable(),
  spoke: count.nullable(),
  massWork: count.nullable(),
  thematicStudy: count.nullable(),
  articles: count.nullable(),
  thematicPlans: count.nullable(),
  admissions: count.nullable(),
  inspections: count.nullable(),
});

export const sixMonthSchema = z.strictObject({
  ...frame,
  year: z.number().int().min(1990).max(2200),
  half: z.union([z.literal(1), z.literal(2)]),
  rows: z.array(z.strictObject({ unit: line.min(1), figures, note: line.nullable(), other: line.nullable() })).max(500),
});
export type SixMonthInput = z.infer<typeof sixMonthSchema>;

export const sixMonth = defineDocument({
  id: 'six-month',
  label: { vi: 'Bảng tổng hợp 6 tháng', en: 'Six-month tally' },
  type: null,
  formats: ['xlsx', 'docx', 'csv'],
  file: ({ year, half }) => `bang-6-thang-${year}-${half}`,
  schema: sixMonthSchema,
  build: (input, profile) =>
    framePaper(input, profile, {
      definition: 'six-month',
      type: null,
      landscape: true,
      title: {
        type: 'BẢNG TỔNG HỢP',
        abstract: [
          'kết quả sinh hoạt và thực hiện nhiệm vụ của các chi bộ',
          `6 tháng ${input.half === 1 ? 'đầu' : 'cuối'} năm ${input.year}`,
        ],
      },
      blocks: [table(input)],
      notes: [`${REFERENCE_NOTE}.`],
    }),
  check: checkSixMonth,
});

function table({ rows }: SixMonthInput): PaperTable {
  const columns: PaperTable['columns'] = [
    { id: 'order', title: 'STT', width: 5.5, align: 'centre' },
    { id: 'unit', title: 'Tên chi bộ', width: 17, align: 'start' },
    ...FIGURES.map((id) => ({ id, title: SIX_MONTH_FIGURES[id], width: 7, align: 'end' as const })),
    { id: 'note', title: 'Ghi chú', width: 9, align: 'start' },
    { id: 'other', title: 'Khác', width: 8, align: 'start' },
  ];
  return {
    kind: 'table',
    name: 'Tổng hợp',
    caption: null,
    columns,
    head: [columns.map(({ title }) => ({ text: title }))],
    rows: [
      ...rows.map((row, at) => ({
        kind: 'plain' as const,
        cells: [at + 1, row.unit, ...FIGURES.map((id) => row.figures[id]), row.note, row.other],
      })),
      {
        kind: 'total',
        cells: [null, 'Tổng cộng', ...FIGURES.map((id) => sumOf(rows.map((row) => row.figures[id]))), null, null],
      },
    ],
  };
}

function checkSixMonth(input: SixMonthInput, profile: DocProfile): Finding[] {
  return [
    ...checkFrame(input, profile, null),
    ...input.rows.flatMap((row) => FIGURES.flatMap((id) => missing(row.figures[id], id, row.unit))),
  ];
}
