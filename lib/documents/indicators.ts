/** Indicators as reports show them: Chỉ tiêu | Kế hoạch | Thực hiện | %, the rate worked out of the two counts. */
import * as z from 'zod';
import { count, line } from './inputs';
import type { PaperTable } from './paper';
import { rateOf } from './values';

/** One indicator; null is a count nobody gave. */
export const indicatorSchema = z.strictObject({ name: line.min(1), plan: count.nullable(), done: count.nullable() });
export type Indicator = z.infer<typeof indicatorSchema>;

/** Widths of name, plan, done and rate in percent of the table, beside 8 for the number. */
export type IndicatorWidths = readonly [name: number, plan: number, done: number, rate: number];

export function indicatorTable(
  indicators: readonly Indicator[],
  [nameWidth, planWidth, doneWidth, rateWidth]: IndicatorWidths,
): PaperTable {
  const columns: PaperTable['columns'] = [
    { id: 'order', title: 'STT', width: 8, align: 'centre' },
    { id: 'name', title: 'Chỉ tiêu', width: nameWidth, align: 'start' },
    { id: 'plan', title: 'Kế hoạch', width: planWidth, align: 'end' },
    { id: 'done', title: 'Thực hiện', width: doneWidth, align: 'end' },
    { id: 'rate', title: '%', width: rateWidth, align: 'end' },
  ];
  return {
    kind: 'table',
    name: 'Chỉ tiêu',
    caption: null,
    columns,
    head: [columns.map(({ title }) => ({ text: title }))],
    rows: indicators.map(({ name, plan, done }, at) => ({
      kind: 'plain',
      cells: [at + 1, name, plan, done, rateOf(done, plan)],
    })),
  };
}
