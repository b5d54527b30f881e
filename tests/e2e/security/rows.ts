/** Holds every figure of a proof to its bar, and says what was found. */
import { expect } from 'vitest';
import type { Row } from '../../security/rows';

export function expectRows(rows: readonly Row[]): void {
  const missed = rows.filter(({ ok }) => !ok).map(({ label, value, bar, found }) => ({ label, value, bar, found }));
  expect(missed).toEqual([]);
  expect(rows.length).toBeGreaterThan(3);
}
