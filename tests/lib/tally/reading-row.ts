/** A row of the tally's input that tells nothing but what a test gives it. */
import type { ReadingRow } from '../../../lib/model/tally';

export function readingRow(told: Partial<ReadingRow> & Pick<ReadingRow, 'name'>): ReadingRow {
  return {
    code: null,
    day: null,
    at: null,
    total: null,
    installed: null,
    eligible: null,
    reason: null,
    source: 0,
    ...told,
  };
}
