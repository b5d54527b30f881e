/** The tally as the tables that every format writes: members, summary, sources; typed values, Vietnamese labels. */
import { ACTIVITY_FIGURES } from '../model/activity';
import { ACTIVITY_TERMS, FIELD_TERMS } from '../model/glossary';
import type { Tally, TallyMember } from '../model/tally';
import { formatDay, formatInstant } from '../vi/dates';

/** A typed value: text, number, yes/no, a day, or nothing. */
export type Value = string | number | boolean | { day: string } | null;

export interface Column {
  id: string;
  title: string;
  /** Width in characters. */
  width: number;
  value(member: TallyMember, index: number): Value;
}

const REASONS: Record<string, string> = {
  DU_BI: 'đảng viên dự bị',
  MIEN_SINH_HOAT: 'được miễn công tác và sinh hoạt đảng',
  KHONG_CO_DIEN_THOAI: 'không có điện thoại thông minh',
  QUAN_DOI_CONG_AN: 'công tác trong quân đội, công an',
  CHUA_CO_TAI_KHOAN: 'chưa có tài khoản',
  SAI_DU_LIEU: 'sai dữ liệu',
  KHAC: 'lý do khác',
};

/** Columns of the member table; the office only when somebody has one. */
export function memberColumns(tally: Tally): Column[] {
  const title = (field: keyof typeof FIELD_TERMS) => FIELD_TERMS[field].vi;
  const all: (Column & { shown?: boolean })[] = [
    { id: 'order', title: title('order'), width: 6, value: (_, index) => index + 1 },
    { id: 'name', title: title('name'), width: 28, value: (one) => one.name },
    { id: 'code', title: title('code'), width: 12, value: (one) => one.code },
    {
      id: 'role',
      title: title('role'),
      width: 16,
      value: (one) => one.role,
      shown: tally.members.some((one) => one.role !== null),
    },
    { id: 'opening', title: title('opening'), width: 13, value: (one) => one.opening },
    { id: 'closing', title: title('closing'), width: 13, value: (one) => one.closing },
    { id: 'points', title: title('points'), width: 13, value: (one) => one.points },
    { id: 'rank', title: title('rank'), width: 10, value: (one) => one.rank },
    { id: 'readings', title: 'Số lần ghi', width: 10, value: (one) => one.readings },
    // Shown only where there is data.
    ...ACTIVITY_FIGURES.map((field) => ({
      id: field,
      title: ACTIVITY_TERMS[field].vi,
      width: 11,
      value: (one: TallyMember) => one.activity?.[field] ?? null,
      shown: tally.members.some((one) => one.activity?.[field] != null),
    })),
    { id: 'installed', title: title('installed'), width: 10, value: (one) => one.installed },
    { id: 'eligible', title: title('eligible'), width: 11, value: (one) => one.eligible },
    { id: 'note', title: title('note'), width: 40, value: memberNote },
  ];
  return all.filter((column) => column.shown !== false);
}

/** What must be known to read a member's figures: opening within the period, new run, no reading and why. */
export function memberNote(member: TallyMember): string | null {
  const reason = member.reason === null ? null : (REASONS[member.reason] ?? member.reason);
  const parts = [
    member.closing === null ? `chưa có lần ghi${reason === null ? '' : `: ${reason}`}` : reason,
    member.openingInPeriod ? 'điểm đầu kỳ là lần ghi đầu tiên trong kỳ' : null,
    member.reset ? 'điểm có lúc giảm hoặc đổi vai trò, đơn vị: tính lượt mới' : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join('; ');
}

/** A line of the summary: label, value, and how to show a number (`count` or a fraction as percent). */
export interface SummaryLine {
  id: string;
  label: string;
  value: Value;
  kind: 'count' | 'rate' | 'day' | 'text';
}

/** Period, time, ways of ranking and every figure of the summary, unrounded. */
export function summaryLines(tally: Tally): SummaryLine[] {
  const { summary } = tally;
  const count = (id: string, label: string, value: number | null): SummaryLine => ({ id, label, value, kind: 'count' });
  const share = (id: string, label: string, value: number | null): SummaryLine => ({ id, label, value, kind: 'rate' });
  const figures = (key: 'points' | 'closing', label: string): SummaryLine[] => [
    count(`${key}.max`, `${label}: cao nhất`, summary[key].max),
    count(`${key}.min`, `${label}: thấp nhất`, summary[key].min),
    count(`${key}.mean`, `${label}: bình quân`, summary[key].mean),
    count(`${key}.median`, `${label}: trung vị`, summary[key].median),
    count(`${key}.total`, `${label}: tổng`, summary[key].total),
  ];
  return [
    { id: 'unit', label: FIELD_TERMS.unit.vi, value: tally.unit, kind: 'text' },
    { id: 'from', label: 'Từ ngày', value: { day: tally.period.from }, kind: 'day' },
    { id: 'to', label: 'Đến ngày', value: { day: tally.period.to }, kind: 'day' },
    { id: 'generatedAt', label: 'Lập lúc', value: formatInstant(new Date(tally.generatedAt)), kind: 'text' },
    { id: 'ranking', label: 'Cách xếp hạng', value: rankingText(tally), kind: 'text' },
    count('members', 'Tổng số đảng viên', summary.members),
    count('eligible', 'Số đủ điều kiện cài đặt', summary.eligible),
    count('withReading', 'Số có lần ghi điểm', summary.withReading),
    ...figures('points', FIELD_TERMS.points.vi),
    ...figures('closing', FIELD_TERMS.closing.vi),
    count('installed', 'Số đã cài đặt', summary.installed.count),
    share('installed.ofAll', 'Đã cài đặt / tổng số', summary.installed.ofAll),
    share('installed.ofEligible', 'Đã cài đặt / đủ điều kiện', summary.installed.ofEligible),
    count('active', 'Số có điểm tăng trong kỳ', summary.active.count),
    share('active.ofAll', 'Có điểm tăng / tổng số', summary.active.ofAll),
    share('active.ofEligible', 'Có điểm tăng / đủ điều kiện', summary.active.ofEligible),
  ];
}

/** Why a rate stands over 100 %, when one does. */
export function overHundredNote(tally: Tally): string | null {
  const { installed, active } = tally.summary;
  const over = [installed.ofEligible, active.ofEligible].some((rate) => rate !== null && rate > 1);
  return over
    ? 'Tỷ lệ trên số đủ điều kiện vượt 100% vì có người chưa thuộc diện đủ điều kiện vẫn cài đặt, sử dụng.'
    : null;
}

/** `từ 01/07/2026 đến 30/09/2026`. */
export function periodText(tally: Tally): string {
  return `từ ${formatDay(tally.period.from)} đến ${formatDay(tally.period.to)}`;
}

/** `theo điểm trong kỳ, cùng điểm cùng hạng (1-1-3)`. */
export function rankingText(tally: Tally): string {
  const by = tally.rankedBy === 'points' ? 'điểm trong kỳ' : 'điểm cuối kỳ';
  return `theo ${by}, cùng điểm cùng hạng (${tally.rankMethod === 'dense' ? '1-1-2' : '1-1-3'})`;
}

export const SOURCE_TITLES = ['Nguồn', 'Loại', 'Số dòng', 'Từ ngày', 'Đến ngày', 'Chi tiết'] as const;

const SOURCE_KINDS = { file: 'tệp', page: 'trang sổ tay', paste: 'dán từ bảng tính', manual: 'nhập tay' } as const;

/** One row per source, under `SOURCE_TITLES`. */
export function sourceRows(tally: Tally): Value[][] {
  return tally.sources.map((source) => [
    source.name,
    SOURCE_KINDS[source.kind],
    source.rows,
    source.from === null ? null : { day: source.from },
    source.to === null ? null : { day: source.to },
    source.detail,
  ]);
}

/** Yes and no as people write them. */
export function yesNo(value: boolean): string {
  return value ? 'có' : 'không';
}

/** `Đông Trà, ngày 05 tháng 02 năm 2026`: days below ten and the months 1 and 2 get a zero (HD 05-HD/VPTW, 27/5/2026). */
export function placeAndDate(place: string, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${place}, ngày ${date} tháng ${Number(month) <= 2 ? month : String(Number(month))} năm ${year}`;
}
