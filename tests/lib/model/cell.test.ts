/** What is known of a cell: defaults that fit the schema, and bounds. */
import { expect, it } from 'vitest';
import { DEFAULT_CELL, cellId, cellSchema } from '../../../lib/model/cell';

it('has defaults that fit, with the one target the guide names', () => {
  expect(cellSchema.parse(DEFAULT_CELL)).toEqual(DEFAULT_CELL);
  expect(DEFAULT_CELL.targets).toEqual({ installed: null, active: null, attendance: 90, quiz: null });
});

it.each([
  [{ meets: { day: 0, time: '19:30', place: '' } }],
  [{ meets: { day: 3, time: '25:00', place: '' } }],
  [{ leastMinutes: { regular: 5, combined: 120 } }],
  [{ targets: { ...DEFAULT_CELL.targets, quiz: 101 } }],
  [{ type: 'XA' }],
])('refuses %o', (patch) => {
  expect(cellSchema.safeParse({ ...DEFAULT_CELL, ...patch }).success).toBe(false);
});

it('has one record for each unit, however long its name', () => {
  expect(cellId('Chi bộ 1')).not.toBe(cellId('Chi bộ 2'));
  expect(cellId('x'.repeat(300)).length).toBeLessThanOrEqual(400);
});
