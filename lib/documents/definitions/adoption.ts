/** Adoption of the handbook: Chỉ tiêu | Kế hoạch | Thực hiện | %, over both denominators, with the reasons of those who have not installed it. */
import * as z from 'zod';
import { ABSENCE_REASONS } from '../../model/member';
import type { DocProfile } from '../../model/doc-profile';
import { REFERENCE_NOTE } from '../../model/tally';
import { defineDocument } from '../define-document';
import { periodFile } from '../file-name';
import { type Finding, differs, finding, missing, missingInIndicator, mustEqual } from '../findings';
import { checkFrame, framePaper } from '../frame';
import { count, day, frame, line, text } from '../inputs';
import { type Indicator, indicatorSchema, indicatorTable } from '../indicators';
import type { Block, PaperRow, PaperTable } from '../paper';
import { rateOf, showValue, sumOf } from '../values';
import { sentence } from '../wording';
import { formatDay } from '../../vi/dates';

/** Why somebody has not installed it, as reports write it. */
export const REASON_NAMES: Readonly<Record<(typeof ABSENCE_REASONS)[number], string>> = {
  DU_BI: 'Đảng viên dự bị',
  MIEN_SINH_HOAT: 'Được miễn công tác và sinh hoạt đảng',
  KHONG_CO_DIEN_THOAI: 'Cao tuổi, không có điện thoại thông minh',
  QUAN_DOI_CONG_AN: 'Công tác trong quân đội, công an',
  CHUA_CO_TAI_KHOAN: 'Dự bị, chưa có tài khoản',
  SAI_DU_LIEU: 'Sai dữ liệu trên hệ thống',
  KHAC: 'Lý do khác',
};

const unitSchema = z.strictObject({
  unit: line.min(1),
  members: count.nullable(),
  /** Those who can be asked to install it; null when nobody said who is. */
  eligible: count.nullable(),
  installed: count.nullable(),
  /** Logged in, and used it in the period; null when not known. */
  loggedIn: count.nullable(),
  active: count.nullable(),
  /** Members without it, by reason. */
  reasons: z.partialRecord(z.enum(ABSENCE_REASONS), count),
});

export const adoptionSchema = z.strictObject({
  ...frame,
  period: z.strictObject({ from: day, to: day }),
  units: z.array(unitSchema).min(1).max(500),
  /** Further indicators of the period: attendance, a quiz … */
  indicators: z.array(indicatorSchema).max(50),
  remark: text.nullable(),
});
export type AdoptionInput = z.infer<typeof adoptionSchema>;
type Unit = AdoptionInput['units'][number];

export const adoption = defineDocument({
  id: 'adoption',
  label: { vi: 'Báo cáo cài đặt, sử dụng sổ tay', en: 'Adoption report' },
  type: null,
  formats: ['xlsx', 'docx', 'csv'],
  file: ({ period }) => periodFile('bang-su-dung', period),
  schema: adoptionSchema,
  build: (input, profile) => {
    const all = totalOf(input.units);
    const rates = indicatorRows(input, all);
    return framePaper(input, profile, {
      definition: 'adoption',
      type: null,
      title: {
        type: 'BẢNG TỔNG HỢP',
        abstract: [
          'kết quả cài đặt, sử dụng Sổ tay đảng viên điện tử',
          `từ ngày ${formatDay(input.period.from)} đến ngày ${formatDay(input.period.to)}`,
        ],
      },
      blocks: [
        indicatorTable(rates, [46, 15, 15, 16]),
        ...reasonBlocks(all),
        ...(input.units.length > 1 ? [unitTable(input.units, all)] : []),
        ...(input.remark === null || input.remark === ''
          ? []
          : [{ kind: 'paragraph' as const, text: sentence(input.remark) }]),
      ],
      notes: [
        'Tỷ lệ tính lại từ tổng số, không lấy bình quân các tỷ lệ.',
        ...(rates.some((row) => over(row.plan, row.done))
          ? ['Tỷ lệ vượt 100% là số thực hiện nhiều hơn kế hoạch; giữ nguyên, không làm tròn xuống.']
          : []),
        `${REFERENCE_NOTE}.`,
      ],
    });
  },
  check: checkAdoption,
});

/** `id` tells indicators of one name apart. */
type NamedIndicator = Indicator & { id: string };

function totalOf(units: readonly Unit[]): Unit {
  const sum = (pick: (unit: Unit) => number | null) => sumOf(units.map(pick));
  const reasons: Unit['reasons'] = {};
  for (const reason of ABSENCE_REASONS) {
    const total = units.reduce((so, unit) => so + (unit.reasons[reason] ?? 0), 0);
    if (total > 0) reasons[reason] = total;
  }
  return {
    unit: 'Tổng cộng',
    members: sum((unit) => unit.members),
    eligible: sum((unit) => unit.eligible),
    installed: sum((unit) => unit.installed),
    loggedIn: sum((unit) => unit.loggedIn),
    active: sum((unit) => unit.active),
    reasons,
  };
}

function indicatorRows(input: AdoptionInput, all: Unit): NamedIndicator[] {
  const both = (id: string, name: string, done: number | null): NamedIndicator[] => [
    { id, name: `${name} / tổng số đảng viên`, plan: all.members, done },
    ...(all.eligible === null
      ? []
      : [{ id: `${id}.eligible`, name: `${name} / đảng viên đủ điều kiện`, plan: all.eligible, done }]),
  ];
  return [
    ...both('installed', 'Đã cài đặt', all.installed),
    ...(all.loggedIn === null ? [] : both('loggedIn', 'Đã đăng nhập', all.loggedIn)),
    ...(all.active === null ? [] : both('active', 'Có sử dụng trong kỳ', all.active)),
    ...input.indicators.map((one, at) => ({ id: `indicator${at + 1}`, ...one })),
  ];
}

function reasonBlocks(all: Unit): Block[] {
  const given = ABSENCE_REASONS.filter((reason) => (all.reasons[reason] ?? 0) > 0);
  if (given.length === 0) return [];
  const sum = given.reduce((so, reason) => so + (all.reasons[reason] ?? 0), 0);
  const columns: PaperTable['columns'] = [
    { id: 'order', title: 'STT', width: 8, align: 'centre' },
    { id: 'reason', title: 'Lý do chưa cài đặt', width: 56, align: 'start' },
    { id: 'count', title: 'Số đảng viên', width: 18, align: 'end' },
    { id: 'rate', title: '% tổng số', width: 18, align: 'end' },
  ];
  const rows: PaperRow[] = given.map((reason, at) => {
    const number = all.reasons[reason] ?? 0;
    return { kind: 'plain', cells: [at + 1, REASON_NAMES[reason], number, rateOf(number, all.members)] };
  });
  rows.push({ kind: 'total', cells: [null, 'Cộng', sum, rateOf(sum, all.members)] });
  return [
    {
      kind: 'table',
      name: 'Lý do chưa cài đặt',
      caption: 'Lý do chưa cài đặt',
      columns,
      head: [columns.map(({ title }) => ({ text: title }))],
      rows,
    },
  ];
}

function unitTable(units: readonly Unit[], all: Unit): PaperTable {
  const row = (unit: Unit, order: number | null, kind: PaperRow['kind']): PaperRow => ({
    kind,
    cells: [
      order,
      unit.unit,
      unit.members,
      unit.eligible,
      unit.installed,
      rateOf(unit.installed, unit.members),
      rateOf(unit.installed, unit.eligible),
      unit.loggedIn,
      unit.active,
    ],
  });
  return {
    kind: 'table',
    name: 'Theo đơn vị',
    caption: 'Kết quả theo đơn vị',
    columns: [
      { id: 'order', title: 'STT', width: 8, align: 'centre' },
      { id: 'unit', title: 'Tên đơn vị', width: 20, align: 'start' },
      { id: 'members', title: 'Tổng số đảng viên', width: 9.5, align: 'end' },
      { id: 'eligible', title: 'Đủ điều kiện', width: 10, align: 'end' },
      { id: 'installed', title: 'Đã cài đặt', width: 9.5, align: 'end' },
      { id: 'ofAll', title: '% tổng số', width: 11.5, align: 'end' },
      { id: 'ofEligible', title: '% đủ điều kiện', width: 11.5, align: 'end' },
      { id: 'loggedIn', title: 'Đã đăng nhập', width: 10, align: 'end' },
      { id: 'active', title: 'Có sử dụng trong kỳ', width: 10, align: 'end' },
    ],
    head: [
      [
        { text: 'STT', down: 2 },
        { text: 'Tên đơn vị', down: 2 },
        { text: 'Tổng số đảng viên', down: 2 },
        { text: 'Đủ điều kiện', down: 2 },
        { text: 'Đã cài đặt', span: 3 },
        { text: 'Đã đăng nhập', down: 2 },
        { text: 'Có sử dụng trong kỳ', down: 2 },
      ],
      [{ text: 'Số lượng' }, { text: '% tổng số' }, { text: '% đủ điều kiện' }],
    ],
    rows: [...units.map((unit, at) => row(unit, at + 1, 'plain')), row(all, null, 'total')],
  };
}

function over(plan: number | null, done: number | null): boolean {
  return plan !== null && done !== null && plan > 0 && done > plan;
}

function checkAdoption(input: AdoptionInput, profile: DocProfile): Finding[] {
  const all = totalOf(input.units);
  return [
    ...checkFrame(input, profile, null),
    ...input.units.flatMap((unit) => [
      ...missing(unit.members, 'members', unit.unit),
      ...missing(unit.installed, 'installed', unit.unit),
      ...checkReasons(unit),
    ]),
    ...input.indicators.flatMap(missingInIndicator),
    ...indicatorRows(input, all)
      .filter((row) => over(row.plan, row.done))
      .map((row) => finding('rateOverHundred', { row: row.name, rate: showValue(rateOf(row.done, row.plan)) })),
  ];
}

/** Those without it and those with a reason must be equally many; members cannot be fewer than a part of them. */
function checkReasons(unit: Unit): Finding[] {
  const { members, installed, eligible } = unit;
  const explained = Object.values(unit.reasons).reduce((so, number) => so + (number ?? 0), 0);
  const without = members === null || installed === null ? null : members - installed;
  return [
    ...mustEqual(explained, without, 'reasons', unit.unit),
    ...(members !== null && installed !== null && installed > members
      ? [differs('installed', unit.unit, installed, members)]
      : []),
    ...(members !== null && eligible !== null && eligible > members
      ? [differs('eligible', unit.unit, eligible, members)]
      : []),
  ];
}
