/** A file name tells days and an ending, nothing that reveals what the file is about. */
import { expect, it } from 'vitest';
import { exportName } from '@/components/export/export-name';

it.each([
  ['xlsx', 'tong-hop-2026-07-01-2026-09-30.xlsx'],
  ['csvSemicolon', 'tong-hop-2026-07-01-2026-09-30.csv'],
  ['csvComma', 'tong-hop-2026-07-01-2026-09-30.csv'],
  ['json', 'tong-hop-2026-07-01-2026-09-30.json'],
] as const)('%s', (kind, name) => {
  expect(exportName({ from: '2026-07-01', to: '2026-09-30' }, kind)).toBe(name);
});
