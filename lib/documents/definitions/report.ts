/** Báo cáo: the party-style cover report of a cell to the body above, with its figures, sections and what is attached. */
import * as z from 'zod';
import type { DocProfile } from '../../model/doc-profile';
import { REFERENCE_NOTE } from '../../model/tally';
import { CAP_DENOMINATORS, checkCap } from '../cap';
import { defineDocument } from '../define-document';
import { datedFile } from '../file-name';
import { type Finding, differs, finding, missing, missingInIndicator, mustEqual } from '../findings';
import { checkFrame, framePaper } from '../frame';
import { count, frame, line, paragraphs } from '../inputs';
import { indicatorSchema, indicatorTable } from '../indicators';
import type { Block, PaperTable } from '../paper';
import { firstLevel, said } from '../sections';
import { rateOf, showValue } from '../values';
import { endText, sentence } from '../wording';

const gradesSchema = z.strictObject({
  /** Whose grades these are (`đảng viên`, `chi bộ`). */
  of: line,
  HTXSNV: count,
  HTTNV: count,
  HTNV: count,
  KHTNV: count,
  /** All who should have been rated; null when not known. */
  total: count.nullable(),
  /** What the cap on HTXSNV is held against; committees differ. */
  denominator: z.enum(CAP_DENOMINATORS),
  capPercent: z.number().positive().max(100),
});

export const reportSchema = z.strictObject({
  ...frame,
  /** `kết quả công tác tháng 01, phương hướng, nhiệm vụ tháng 02 năm 2026`. */
  about: line.min(1),
  organisation: z.strictObject({
    members: count.nullable(),
    official: count.nullable(),
    probationary: count.nullable(),
    exempt: count.nullable(),
  }),
  organisationText: paragraphs,
  politics: paragraphs,
  building: paragraphs,
  direction: paragraphs,
  /** Figures in words' company: name, plan, done. */
  indicators: z.array(indicatorSchema).max(60),
  grades: gradesSchema.nullable(),
  proposals: paragraphs,
  /** Names of the tables sent with it. */
  attached: z.array(line).max(30),
});
export type ReportInput = z.infer<typeof reportSchema>;

export const report = defineDocument({
  id: 'report',
  label: { vi: 'Báo cáo kết quả công tác', en: 'Cover report' },
  type: 'BC',
  formats: ['docx'],
  file: (input) => datedFile('bao-cao', input),
  schema: reportSchema,
  build: (input, profile) => {
    const hasFigures = input.indicators.length > 0 || input.grades !== null;
    return framePaper(input, profile, {
      definition: 'report',
      type: 'BC',
      title: { type: 'BÁO CÁO', abstract: [input.about] },
      blocks: [
        firstLevel(1, 'TÌNH HÌNH TỔ CHỨC', profile),
        ...said([organisationLine(input), ...input.organisationText]),
        firstLevel(2, 'KẾT QUẢ LÃNH ĐẠO THỰC HIỆN NHIỆM VỤ CHÍNH TRỊ', profile),
        ...said(input.politics),
        ...(input.indicators.length === 0 ? [] : [indicatorTable(input.indicators, [50, 14, 14, 14])]),
        firstLevel(3, 'CÔNG TÁC XÂY DỰNG ĐẢNG', profile),
        ...said(input.building),
        ...gradeBlocks(input),
        firstLevel(4, 'PHƯƠNG HƯỚNG, NHIỆM VỤ', profile),
        ...said(input.direction),
        ...(input.proposals.length === 0
          ? []
          : [firstLevel(5, 'ĐỀ XUẤT, KIẾN NGHỊ', profile), ...said(input.proposals)]),
        ...attachments(input, profile),
      ],
      notes: hasFigures ? [`${REFERENCE_NOTE}.`] : [],
    });
  },
  check: checkReportInput,
});

function organisationLine({ organisation, issuer }: ReportInput): string {
  const { members, official, probationary, exempt } = organisation;
  const number = (value: number | null) => (value === null ? '……' : showValue(value));
  return `${issuer.name} có ${number(members)} đảng viên; trong đó chính thức: ${number(official)}, dự bị: ${number(probationary)}, được miễn công tác và sinh hoạt đảng: ${number(exempt)}.`;
}

/** Grade names of QĐ 366-QĐ/TW (30/8/2025). */
export const GRADE_NAMES = {
  HTXSNV: 'Hoàn thành xuất sắc nhiệm vụ',
  HTTNV: 'Hoàn thành tốt nhiệm vụ',
  HTNV: 'Hoàn thành nhiệm vụ',
  KHTNV: 'Không hoàn thành nhiệm vụ',
} as const;
const GRADES = ['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'] as const;

function gradeBlocks({ grades }: ReportInput): Block[] {
  if (grades === null) return [];
  const rated = GRADES.reduce((sum, grade) => sum + grades[grade], 0);
  const columns: PaperTable['columns'] = [
    { id: 'grade', title: 'Mức xếp loại', width: 56, align: 'start' },
    { id: 'count', title: 'Số lượng', width: 22, align: 'end' },
    { id: 'rate', title: '% số được xếp loại', width: 22, align: 'end' },
  ];
  return [
    {
      kind: 'table',
      name: 'Xếp loại',
      caption: `Kết quả đánh giá, xếp loại ${grades.of}`,
      columns,
      head: [columns.map(({ title }) => ({ text: title }))],
      rows: [
        ...GRADES.map((grade) => ({
          kind: 'plain' as const,
          cells: [GRADE_NAMES[grade], grades[grade], rateOf(grades[grade], rated)],
        })),
        { kind: 'total', cells: ['Cộng', rated, rateOf(rated, rated)] },
      ],
    },
  ];
}

function attachments({ attached, issuer }: ReportInput, profile: DocProfile): Block[] {
  const closing = endText(`Trên đây là báo cáo của ${issuer.name}`, profile);
  if (attached.length === 0) return [{ kind: 'paragraph', text: closing }];
  return [
    { kind: 'paragraph', text: 'Gửi kèm:' },
    { kind: 'list', items: attached.map(sentence) },
    { kind: 'paragraph', text: closing },
  ];
}

function checkReportInput(input: ReportInput, profile: DocProfile): Finding[] {
  const { organisation, grades } = input;
  const { members, official, probationary, exempt } = organisation;
  const whole = official === null || probationary === null ? null : official + probationary;
  return [
    ...checkFrame(input, profile, 'BC'),
    ...missing(members, 'members', ''),
    ...missing(official, 'official', ''),
    ...missing(probationary, 'probationary', ''),
    ...mustEqual(whole, members, 'organisation'),
    ...(exempt !== null && members !== null && exempt > members ? [differs('exempt', '', exempt, members)] : []),
    ...input.indicators.flatMap((one) => [
      ...missingInIndicator(one),
      ...(one.plan !== null && one.done !== null && one.plan > 0 && one.done > one.plan
        ? [finding('rateOverHundred', { row: one.name, rate: showValue(rateOf(one.done, one.plan)) })]
        : []),
    ]),
    ...(grades === null ? [] : checkGrades(grades)),
  ];
}

function checkGrades(grades: NonNullable<ReportInput['grades']>): Finding[] {
  const rated = GRADES.reduce((sum, grade) => sum + grades[grade], 0);
  const cap = checkCap(grades, grades.denominator, grades.capPercent);
  const { count: excellent, limit, base, denominator, percent } = cap;
  return [
    ...mustEqual(rated, grades.total, 'grades'),
    ...(cap.over && base > 0 ? [finding('overCap', { count: excellent, limit, base, denominator, percent })] : []),
    ...(base === 0 && excellent > 0 ? [finding('capWithoutBase', { denominator })] : []),
  ];
}
