/** What was typed on a tab of the cell and not saved yet: kept while another tab is looked at. */
import type { DeskRecord } from '@/lib/model/desk';
import type { ActivityEntry } from './activity-rows';
import type { CellEntry } from './cell-entry';

export interface CellDrafts {
  /** What was typed, by month. */
  activity: { month: string; typed: ReadonlyMap<string, ReadonlyMap<string, ActivityEntry>> } | null;
  about: { unit: string | null; seen: DeskRecord<'cell'> | null; entry: CellEntry } | null;
}

export function noDrafts(): CellDrafts {
  return { activity: null, about: null };
}
