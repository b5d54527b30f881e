/** What the checker can say of a rubric: a code and the figures to put it in words. */
import type { ScoredMeeting } from '../model/meeting-facts';
import type { NaPolicy } from '../model/rubric';
import type { MeasureName } from '../model/rubric-measures';

/** A stretch of figures; null has no end. */
export interface ShownSpan {
  from: number | null;
  fromOpen: boolean;
  to: number | null;
  toOpen: boolean;
}

interface InItem {
  item: string;
  /** As printed. */
  code: string;
  text: string;
}

export type RubricFinding =
  /** Values of the measure in no band; `required`: where so many minutes are required. */
  | ({ is: 'BAND_GAP'; measure: MeasureName | null; span: ShownSpan; required: number | null } & InItem)
  | ({
      is: 'BAND_OVERLAP';
      measure: MeasureName | null;
      span: ShownSpan;
      required: number | null;
      bands: string[];
    } & InItem)
  /** A band that also holds by another figure than the item's own. */
  | ({ is: 'MIXED_CONDITION'; band: string; measure: MeasureName | null; others: MeasureName[] } & InItem)
  /** The figure can go above the top of the form, which does not name that; `clip`: the rubric takes it as this much. */
  | ({ is: 'ABOVE_TOP'; measure: MeasureName; top: number; clip: number | null } & InItem)
  | ({ is: 'BAND_ABOVE_MAX'; band: string; points: number; max: number } & InItem)
  | ({ is: 'MAX_NEVER_REACHED'; best: number; max: number } & InItem)
  /** May be not applicable, and the form does not say what then. */
  | ({ is: 'NA_POLICY_MISSING'; max: number | null; kinds: ScoredMeeting[]; conditions: MeasureName[] } & InItem)
  | ({
      is: 'NOT_ALWAYS';
      max: number | null;
      policy: NaPolicy;
      kinds: ScoredMeeting[];
      conditions: MeasureName[];
    } & InItem)
  | { is: 'GROUP_SUM'; group: string; title: string; sum: number; max: number | null }
  | { is: 'TOTAL_SUM'; sum: number; total: number | null }
  | { is: 'GRADE_GAP'; span: ShownSpan }
  | { is: 'GRADE_OVERLAP'; span: ShownSpan; grades: string[] }
  | { is: 'GRADES_MISSING' }
  /** "From 30" beside "more than 30" members for the same length. */
  | { is: 'THRESHOLDS_DISAGREE'; at: number; minutes: number; possible: number[]; words: string[] }
  | { is: 'LENGTH_MISSING'; item: string; code: string; text: string }
  /** Only the most that can be had is known. */
  | ({ is: 'NO_SCALE'; max: number } & InItem)
  | ({ is: 'ASSUMPTION'; words: string } & InItem);

export type FindingCode = RubricFinding['is'];

/** `defect`: the form contradicts itself or leaves a case open. `note`: worth knowing. */
export type Severity = 'defect' | 'note';

const NOTES: readonly FindingCode[] = ['NO_SCALE', 'ASSUMPTION', 'NOT_ALWAYS'];

export function severityOf(finding: RubricFinding): Severity {
  return NOTES.includes(finding.is) ? 'note' : 'defect';
}
