/** A captured list as people with rows, so that the same review serves lists from the page and lists from files. */
import type { Capture } from '@/lib/model/capture';
import type { ReadingRow } from '@/lib/model/tally';
import { dayInVietnam } from '@/lib/vi/dates';

/** One row per captured row, in the same order; rows without a name are left out and `keys` says which row each came from. */
export function captureRows(capture: Capture): { rows: ReadingRow[]; keys: string[]; readings: number } {
  const rows: ReadingRow[] = [];
  const keys: string[] = [];
  const day = dayInVietnam(new Date(capture.updatedAt));
  for (const { key, cells } of capture.rows) {
    const name = textOf(cells.name?.value);
    if (name === null) continue;
    const total = numberOf(cells.total?.value) ?? numberOf(cells.points?.value) ?? numberOf(cells.score?.value);
    keys.push(key);
    rows.push({
      // A list names everybody once: two rows of one name are two people.
      person: key,
      name,
      code: textOf(cells.code?.value),
      day: total === null ? null : day,
      at: total === null ? null : capture.updatedAt,
      total,
      installed: null,
      eligible: null,
      reason: null,
      role: textOf(cells.role?.value),
      source: 0,
    });
  }
  return { rows, keys, readings: rows.filter((row) => row.total !== null).length };
}

function textOf(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value).trim();
  return text === '' ? null : text;
}

function numberOf(value: string | number | null | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
