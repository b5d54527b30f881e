/** Drafts of the cell's form and of the month's activity, as they are kept. Pure. */
import { ACTIVITY_COUNTS } from '@/lib/model/activity';
import { TARGETS } from '@/lib/model/cell';
import type { ActivityEntry } from './activity-rows';
import type { CellEntry } from './cell-entry';

/** A form, and what it began with. */
interface Typed<T> {
  began: T;
  entry: T;
}
export type AboutDraft = Typed<CellEntry>;

export interface ActivityDraft {
  /** YYYY-MM that was looked at last. */
  month: string;
  /** Rows typed, by month and member. */
  typed: Record<string, Record<string, Typed<ActivityEntry>>>;
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Drafts of another shape are none; `like` is the form as it is today. */
export function readAboutDraft(value: unknown, like: CellEntry): AboutDraft | null {
  const fits = (one: unknown): one is CellEntry =>
    isFields(one) &&
    Object.entries(like).every(([field, today]) => typeof one[field] === typeof today) &&
    isFields(one['targets']) &&
    TARGETS.every((target) => typeof (one['targets'] as Fields)[target] === 'string'); // an object, just above
  if (!isFields(value)) return null;
  const { began, entry } = value;
  return fits(began) && fits(entry) ? { began, entry } : null;
}

export function readActivityDraft(value: unknown): ActivityDraft | null {
  if (!isFields(value) || typeof value['month'] !== 'string' || !isFields(value['typed'])) return null;
  const typed: ActivityDraft['typed'] = {};
  for (const [month, rows] of Object.entries(value['typed'])) {
    if (!/^\d{4}-\d{2}$/.test(month) || !isFields(rows)) return null;
    typed[month] = {};
    for (const [memberId, row] of Object.entries(rows)) {
      if (!isFields(row) || !isActivity(row['began']) || !isActivity(row['entry'])) return null;
      typed[month][memberId] = { began: row['began'], entry: row['entry'] };
    }
  }
  return /^\d{4}-\d{2}$/.test(value['month']) ? { month: value['month'], typed } : null;
}

function isActivity(value: unknown): value is ActivityEntry {
  if (!isFields(value) || !ACTIVITY_COUNTS.every((field) => typeof value[field] === 'string')) return false;
  return value['used'] === 'unknown' || value['used'] === 'yes' || value['used'] === 'no';
}
