/** Days and headings of reports, against the calendar. */
import { expect, it } from 'vitest';
import { parsePeriod } from '../../../lib/model/period';
import { aboutOf, reportedPeriod } from '../../../lib/reports/reported-period';

it('a paper headed by a half year or a month is made of all of it, others of what was asked for', () => {
  const half = parsePeriod('2026-H2');
  for (const part of ['2026-11', '2026-Q4', '2026-12-01..2026-12-20', '2026-H2']) {
    expect(reportedPeriod('six-month', parsePeriod(part))).toEqual(half);
  }
  expect(reportedPeriod('six-month', parsePeriod('2026-06'))).toEqual(parsePeriod('2026-H1'));
  expect(reportedPeriod('meeting-quality', parsePeriod('2026-Q4'))).toEqual(parsePeriod('2026-12'));
  expect(reportedPeriod('adoption', parsePeriod('2026-Q4'))).toEqual(parsePeriod('2026-Q4'));
});

it.each([
  ['2026-02', 'kết quả công tác tháng 02 năm 2026'],
  ['2026-11', 'kết quả công tác tháng 11 năm 2026'],
  ['2026-Q4', 'kết quả công tác quý IV năm 2026'],
  ['2026-H1', 'kết quả công tác 6 tháng đầu năm 2026'],
  ['2026-H2', 'kết quả công tác 6 tháng cuối năm 2026'],
  ['2026-9M', 'kết quả công tác 9 tháng năm 2026'],
  ['2026', 'kết quả công tác năm 2026'],
  // Neither a month nor a quarter: never called one.
  ['2026-11-05..2026-11-20', 'kết quả công tác từ ngày 05/11/2026 đến ngày 20/11/2026'],
  ['2026-02-01..2026-04-30', 'kết quả công tác từ ngày 01/02/2026 đến ngày 30/04/2026'],
  ['2025-12-01..2026-02-28', 'kết quả công tác từ ngày 01/12/2025 đến ngày 28/02/2026'],
])('%s is called %s', (period, about) => {
  expect(aboutOf(parsePeriod(period))).toBe(about);
});
