/** The head of the tally comes from the cell's form once it is filled in, and from the settings before. */
import { expect, it } from 'vitest';
import { withCellHead } from '@/components/cell/letterhead';
import { DEFAULT_CELL } from '@/lib/model/cell';
import { DEFAULT_SETTINGS } from '@/lib/model/settings';

it('takes the head of the cell once there is one', () => {
  const cell = { ...DEFAULT_CELL, superior: 'Đảng ủy xã A', name: 'Chi bộ B', place: 'A', secretary: 'Nguyễn Văn C' };
  expect(withCellHead(DEFAULT_SETTINGS, { cell, changedAt: null })).toBe(DEFAULT_SETTINGS);
  expect(withCellHead(DEFAULT_SETTINGS, undefined)).toBe(DEFAULT_SETTINGS);
  expect(withCellHead(DEFAULT_SETTINGS, { cell, changedAt: '2026-11-01T00:00:00Z' }).party).toEqual({
    superior: 'Đảng ủy xã A',
    cell: 'Chi bộ B',
    place: 'A',
    secretaryName: 'Nguyễn Văn C',
  });
});
