/** The table of indicators: rates from the two counts, never clamped, nothing where one is missing. */
import { expect, it } from 'vitest';
import { indicatorSchema, indicatorTable } from '../../../lib/documents/indicators';

it('numbers the rows and works the rate out', () => {
  const rows = [
    { name: 'Cài đặt', plan: 20, done: 21 },
    { name: 'Kiểm tra', plan: null, done: 3 },
    { name: 'Dự họp', plan: 0, done: 0 },
  ];
  expect(rows.every((one) => indicatorSchema.safeParse(one).success)).toBe(true);
  const table = indicatorTable(rows, [46, 15, 15, 16]);
  expect(table.columns.map(({ width }) => width)).toEqual([8, 46, 15, 15, 16]);
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    [1, 'Cài đặt', 20, 21, { rate: 1.05 }],
    [2, 'Kiểm tra', null, 3, null],
    [3, 'Dự họp', 0, 0, null],
  ]);
});
