/** What the app proposes for an item, and why: codes and figures, put in words by whoever shows them. */
import type { ScoredMeeting } from '../model/meeting-facts';
import type { Answer } from '../model/score-sheet';
import type { CheckedCondition } from './conditions';
import type { FactName, Reading } from './measure';

export type Reason =
  | { is: 'IN_BAND'; band: string; readings: Reading[] }
  /** The band holds by a condition of its own, whatever the figure of the item. */
  | { is: 'BAND_BY_CONDITION'; band: string; conditions: CheckedCondition[]; readings: Reading[] }
  | { is: 'ALL_HOLD'; conditions: CheckedCondition[] }
  | { is: 'ONE_FAILS'; conditions: CheckedCondition[] }
  | { is: 'OTHER_KIND'; kind: ScoredMeeting; kinds: ScoredMeeting[] }
  | { is: 'DOES_NOT_APPLY'; conditions: CheckedCondition[] };

export type Because =
  /** A person has to judge; nothing is measured. */
  | { is: 'JUDGEMENT' }
  | { is: 'FACT_MISSING'; missing: FactName[] }
  | { is: 'FACTS_CONTRADICT'; facts: FactName[] }
  | { is: 'NOTHING_PLANNED'; facts: FactName[] }
  | { is: 'NO_LENGTH' }
  /** The rubric has no band for this value. */
  | { is: 'IN_GAP'; readings: Reading[] }
  | { is: 'IN_SEVERAL_BANDS'; readings: Reading[]; bands: string[] }
  /** The rubric can be read in two ways, with different outcomes. */
  | { is: 'READINGS_DIFFER'; readings: Reading[]; bands: string[] }
  /** What can be known holds; the rest a person has to see. */
  | { is: 'PARTLY_KNOWN'; conditions: CheckedCondition[] }
  /** Not worth full points; how many, the rubric does not say. */
  | { is: 'NOT_FULL'; conditions: CheckedCondition[] }
  | { is: 'NO_SCALE' }
  /** Not applicable, and the rubric does not say what then. */
  | { is: 'NO_POLICY'; reason: Reason };

export type Proposal =
  | { is: 'ANSWER'; item: string; answer: Answer; points: number | null; reason: Reason; shows: Reading[] }
  | { is: 'ASK'; item: string; because: Because; shows: Reading[] };
