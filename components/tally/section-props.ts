/** What the tally's views are given: the cell, its worker, and how a file is exported. */
import type { ComponentChildren } from 'preact';
import type { Desk } from '@/components/workers/desk';
import type { WriteOptions } from '@/lib/formats';
import type { Settings } from '@/lib/model/settings';
import type { Tally } from '@/lib/model/tally';

export interface TallySectionProps {
  desk: Desk;
  settings: Settings;
  /** Only this unit's members; null takes everybody. */
  unit: string | null;
  /** What the tally calls the cell. */
  label: string | null;
  now: () => Date;
  onBring: () => void;
  /** Draws the export dialog for a tally. */
  exportDialog: (tally: Tally, changes: WriteOptions['changes'], onClose: () => void) => ComponentChildren;
}
