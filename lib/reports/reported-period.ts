/** Which days a report of a period is made of, and what its heading calls them. */
import { type Period, parsePeriod, wholeMonths } from '../model/period';
import { formatDay } from '../vi/dates';

export const PERIOD_REPORTS = [
  'report',
  'meeting-quality',
  'adoption',
  'point-tally',
  'attendance',
  'six-month',
] as const;
export type PeriodReport = (typeof PERIOD_REPORTS)[number];

/**
 * The days a report is made of. The half-year table and the monthly list are headed by a half year and a month:
 * they hold all of it, whichever part of it was asked for.
 */
export function reportedPeriod(report: PeriodReport, period: Period): Period {
  if (report === 'meeting-quality') return parsePeriod(period.to.slice(0, 7));
  if (report === 'six-month') return parsePeriod(`${period.to.slice(0, 4)}-H${period.to.slice(5, 7) <= '06' ? 1 : 2}`);
  return period;
}

/** The subject line of the cover report: a month, quarter, half year, nine months or year by name, other days by their dates. */
export function aboutOf({ from, to }: Period): string {
  const [year, first, last] = [to.slice(0, 4), Number(from.slice(5, 7)), to.slice(5, 7)];
  const months = from.slice(0, 4) === year ? wholeMonths({ from, to }) : null;
  if (months === 1) return `kết quả công tác tháng ${Number(last) <= 2 ? last : Number(last)} năm ${year}`;
  if (months === 3 && first % 3 === 1) {
    return `kết quả công tác quý ${['I', 'II', 'III', 'IV'][(first - 1) / 3] ?? ''} năm ${year}`;
  }
  if (months === 6 && first === 1) return `kết quả công tác 6 tháng đầu năm ${year}`;
  if (months === 6 && first === 7) return `kết quả công tác 6 tháng cuối năm ${year}`;
  if (months === 9 && first === 1) return `kết quả công tác 9 tháng năm ${year}`;
  if (months === 12) return `kết quả công tác năm ${year}`;
  return `kết quả công tác từ ngày ${formatDay(from)} đến ngày ${formatDay(to)}`;
}
