/** Public face of the rubric engine: `sotay-dong-hanh/rubric`. */
export { RUBRICS, findRubric } from '../rubrics';
export * from '../model/meeting-facts';
export * from '../model/rubric';
export * from '../model/rubric-file';
export * from '../model/rubric-measures';
export * from '../model/score-sheet';
export { checkRubric, maxOf } from './check';
export { type CheckedCondition, type Outcome, checkCondition } from './conditions';
export { fillIn } from './fill-in';
export * from './findings';
export { type FactName, type Measured, type Reading, measure } from './measure';
export * from './overrule';
export { fits, pointsOf, policyOf } from './points-of';
export type { Because, Proposal, Reason } from './proposal';
export { type Requirement, requiredFor } from './required-minutes';
export * from './score';
export * from './versions';
