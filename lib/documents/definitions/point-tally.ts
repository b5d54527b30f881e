/** Bảng tổng hợp điểm: the tally of a period per member; no official form is known, so it follows the layout of the monthly list. */
import * as z from 'zod';
import { ACTIVITY_TERMS, FIELD_TERMS } from '../../model/glossary';
import type { DocProfile } from '../../model/doc-profile';
import { REFERENCE_NOTE, type Tally, tallySchema } from '../../model/tally';
import { memberNote, overHundredNote, rankingText, summaryLines } from '../../formats/tally-table';
import { formatDay } from '../../vi/dates';
import { defineDocument } from '../define-document';
import { periodFile } from '../file-name';
import { type Finding, finding, missing, mustEqual } from '../findings';
import { checkFrame, framePaper } from '../frame';
import { count, frame } from '../inputs';
import type { PaperTable, Value } from '../paper';
import { showValue } from '../values';
import { respell } from '../wording';

const extraSchema = z.strictObject({
  /** Times the handbook was used. */
  uses: count.nullable(),
  /** Documents and resolutions studied, quizzes done with their answers, opinions given. */
  studied: count.nullable(),
  quizzes: count.nullable(),
  quizRight: count.nullable().optional(),
  quizAsked: count.nullable().optional(),
  opinions: count.nullable(),
});

export const pointTallySchema = z.strictObject({
  ...frame,
  tally: tallySchema,
  /** Further figures, one per member of the tally in the same order; empty when there are none. */
  extras: z.array(extraSchema).max(10_000),
});
export type PointTallyInput = z.infer<typeof pointTallySchema>;

const EXTRAS = [
  { id: 'uses', title: ACTIVITY_TERMS.visits.vi, key: 'uses' },
  { id: 'studied', title: ACTIVITY_TERMS.studied.vi, key: 'studied' },
  { id: 'quizzes', title: ACTIVITY_TERMS.quizzes.vi, key: 'quizzes' },
  { id: 'quizRight', title: ACTIVITY_TERMS.quizRight.vi, key: 'quizRight' },
  { id: 'quizAsked', title: ACTIVITY_TERMS.quizAsked.vi, key: 'quizAsked' },
  { id: 'opinions', title: ACTIVITY_TERMS.opinions.vi, key: 'opinions' },
] as const;

export const pointTally = defineDocument({
  id: 'point-tally',
  label: { vi: 'Bảng tổng hợp điểm tích lũy', en: 'Point tally' },
  type: null,
  formats: ['xlsx', 'docx', 'csv'],
  file: ({ tally }) => periodFile('bang-diem', tally.period),
  schema: pointTallySchema,
  build: (input, profile) => {
    const { tally } = input;
    const over = overHundredNote(tally);
    return framePaper(input, profile, {
      definition: 'point-tally',
      type: null,
      landscape: true,
      title: {
        type: 'BẢNG TỔNG HỢP',
        abstract: [
          'điểm tích lũy trên Sổ tay đảng viên điện tử',
          `từ ngày ${formatDay(tally.period.from)} đến ngày ${formatDay(tally.period.to)}`,
        ],
      },
      blocks: [memberTable(input), summaryTable(tally)],
      notes: [
        `Xếp hạng ${rankingText(tally)}.`,
        'Điểm tích lũy chỉ để tham khảo, không phải căn cứ quy đổi ra điểm đánh giá, xếp loại.',
        ...(over === null ? [] : [respell(over, profile)]),
        `${REFERENCE_NOTE}.`,
      ],
    });
  },
  check: checkTally,
});

function memberTable({ tally, extras }: PointTallyInput): PaperTable {
  const shown = EXTRAS.filter(({ key }) => extras.some((one) => one[key] != null));
  const noted = tally.members.some((member) => memberNote(member) !== null);
  const columns: PaperTable['columns'] = [
    { id: 'order', title: FIELD_TERMS.order.vi, width: 8, align: 'centre' },
    { id: 'name', title: FIELD_TERMS.name.vi, width: 24, align: 'start' },
    { id: 'role', title: FIELD_TERMS.role.vi, width: 14, align: 'start' },
    { id: 'opening', title: FIELD_TERMS.opening.vi, width: 10, align: 'end' },
    { id: 'closing', title: FIELD_TERMS.closing.vi, width: 10, align: 'end' },
    { id: 'points', title: FIELD_TERMS.points.vi, width: 10, align: 'end' },
    { id: 'rank', title: FIELD_TERMS.rank.vi, width: 9, align: 'centre' },
    ...shown.map(({ id, title }) => ({ id, title, width: 11, align: 'end' as const })),
    ...(noted ? [{ id: 'note', title: FIELD_TERMS.note.vi, width: 24, align: 'start' as const }] : []),
  ];
  return {
    kind: 'table',
    name: 'Tổng hợp',
    caption: null,
    columns,
    head: [columns.map(({ title }) => ({ text: title }))],
    rows: tally.members.map((member, at) => ({
      kind: 'plain',
      cells: [
        at + 1,
        member.name,
        member.role,
        member.opening,
        member.closing,
        member.points,
        member.rank,
        ...shown.map(({ key }): Value => extras[at]?.[key] ?? null),
        ...(noted ? [memberNote(member)] : []),
      ],
    })),
  };
}

const SHOWN = ['count', 'rate'];

/** Highest, lowest, mean, median and how many have figures; as counted by the tally. */
function summaryTable(tally: Tally): PaperTable {
  const columns: PaperTable['columns'] = [
    { id: 'figure', title: 'Chỉ số', width: 70, align: 'start' },
    { id: 'value', title: 'Giá trị', width: 30, align: 'end' },
  ];
  return {
    kind: 'table',
    name: 'Tóm tắt',
    caption: 'Tóm tắt',
    columns,
    head: [columns.map(({ title }) => ({ text: title }))],
    rows: summaryLines(tally)
      .filter((line) => SHOWN.includes(line.kind) && line.value !== null)
      .map((line) => ({
        kind: 'plain',
        cells: [
          line.label,
          line.kind === 'rate' && typeof line.value === 'number'
            ? { rate: line.value }
            : typeof line.value === 'boolean'
              ? null
              : line.value,
        ],
      })),
  };
}

function checkTally(input: PointTallyInput, profile: DocProfile): Finding[] {
  const { tally, extras } = input;
  const { summary } = tally;
  const known = tally.members.flatMap((member) => member.points ?? []);
  const rates = {
    'Đã cài đặt / đủ điều kiện': summary.installed.ofEligible,
    'Có điểm tăng / đủ điều kiện': summary.active.ofEligible,
  };
  return [
    ...checkFrame(input, profile, null),
    ...(extras.length === 0 ? [] : mustEqual(extras.length, tally.members.length, 'extras')),
    ...mustEqual(summary.members, tally.members.length, 'members'),
    ...(known.length === 0
      ? []
      : mustEqual(
          summary.points.total,
          known.reduce((sum, points) => sum + points, 0),
          'points',
        )),
    // A noted reason says why there are no points.
    ...tally.members.flatMap((member) => (member.reason ? [] : missing(member.closing, 'closing', member.name))),
    ...Object.entries(rates).flatMap(([row, rate]) =>
      rate !== null && rate > 1 ? [finding('rateOverHundred', { row, rate: showValue({ rate }) })] : [],
    ),
  ];
}
