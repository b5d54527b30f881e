/** Conditions of a rubric held against the facts of a meeting. */
import type { MeetingFacts } from '../model/meeting-facts';
import type { Condition } from '../model/rubric';
import { type FactName, type Measured, type Measuring, type Reading, measure } from './measure';
import { holds, spanOf } from './partition';

/** `differs`: it holds in one reading of the rubric and not in another. */
export type Outcome = 'holds' | 'fails' | 'differs' | 'unknown';

export interface CheckedCondition {
  condition: Condition;
  outcome: Outcome;
  readings: Reading[];
  /** Why the outcome is unknown. */
  missing: FactName[];
  unknown: Exclude<Measured, { ok: true }>['because'] | null;
}

export function checkCondition(condition: Condition, facts: MeetingFacts, rubric: Measuring): CheckedCondition {
  const measured = measure(condition.measure, facts, rubric);
  if (!measured.ok) {
    const missing = measured.because === 'FACT_MISSING' ? measured.missing : 'facts' in measured ? measured.facts : [];
    return { condition, outcome: 'unknown', readings: [], missing, unknown: measured.because };
  }
  const { readings } = measured;
  const results = readings.map(({ value, required }) => {
    const span = spanOf(condition.range, required);
    return span !== null && holds(span, value);
  });
  const outcome = results.every(Boolean) ? 'holds' : results.some(Boolean) ? 'differs' : 'fails';
  return { condition, outcome, readings, missing: [], unknown: null };
}
