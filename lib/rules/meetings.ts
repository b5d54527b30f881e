/** Rules of cell meetings as data: each figure with its source; a committee's own figures replace them. */
import type { MeetingKind } from '../model/meeting';
import type { Certainty } from './request-deadlines';

export interface MeetingRules {
  id: string;
  version: number;
  /** Instrument with number and date. */
  source: string;
  /** Papers on the handbook at least so many hours before the start ("≥ 01 ngày"). */
  papersLead: { hours: number; certainty: Certainty };
  /** Finished papers and report so many hours after the end ("02 ngày"). */
  resultsWithin: { hours: number; certainty: Certainty };
  /** Shortest length in minutes; a kind without one has no general rule. */
  minimumMinutes: Partial<Record<MeetingKind, number>>;
  /** Thematic meetings at least so often a quarter. */
  thematicPerQuarter: number;
  /** More excused absences in a row than this call for a word with the member. */
  excusedInARow: number;
}

export const MEETING_RULES: MeetingRules = {
  id: 'hd-42-2025',
  version: 1,
  source: 'Hướng dẫn 42-HD/BTCTW ngày 28/10/2025',
  papersLead: { hours: 24, certainty: 'reading' },
  // Counted from the end by the hour: the stricter reading of "trong 02 ngày".
  resultsWithin: { hours: 48, certainty: 'reading' },
  minimumMinutes: { THUONG_KY: 90, KET_HOP: 120 },
  thematicPerQuarter: 1,
  // Named by HD 12-HD/BTCTW ngày 06/7/2018 and the An Phú sheet.
  excusedInARow: 3,
};

/** Kinds that are the month's regular meeting, the quarter's thematic one, and those whose attendance is followed over the year. */
export const REGULAR_KINDS: readonly MeetingKind[] = ['THUONG_KY', 'KET_HOP'];
export const THEMATIC_KINDS: readonly MeetingKind[] = ['CHUYEN_DE', 'KET_HOP'];
export const CELL_KINDS: readonly MeetingKind[] = ['THUONG_KY', 'KET_HOP', 'CHUYEN_DE'];
