/** What is wrong or doubtful about a document before it leaves: codes with facts, put into words by whoever shows them. */

export const FINDING_CODES = [
  /** A number the form asks for is not there: `field`, `row`. */
  'missingNumber',
  /** `what` (of `row`) should be `expected` and is `found`. */
  'sumDiffers',
  /** The grade does not belong to the points: `row`, `points`, `grade`, `expected`. */
  'gradeDiffers',
  /** Points were taken off without saying why: `row`, `points`. */
  'deductionWithoutNote',
  /** More than the cap: `count`, `limit`, `base`, `denominator`. */
  'overCap',
  /** Nothing to hold the cap against: `denominator`. */
  'capWithoutBase',
  /** Papers were posted `hours` before the meeting, less than 24. */
  'latePapers',
  /** Results were posted `hours` after the meeting, more than 48. */
  'lateResults',
  /** A rate above 100 %, true and left as it is: `row`, `rate`. */
  'rateOverHundred',
  /** No target was set for `row`, so it has no rate. */
  'noTarget',
  /** `row` was absent with excuse `times` times in a row, more than three. */
  'manyExcused',
  /** Signed otherwise than the profile says: `found`, `expected`. */
  'signatureOverride',
  /** Signed "K/T", which party documents do not know: `found`. */
  'actingSignature',
  /** A cell has no seal: `found`. */
  'sealOfCell',
  /** An academic title before the signer's name: `found`. */
  'academicTitle',
  'missingSigner',
  'missingDocumentNumber',
  'missingPlace',
  /** A task without person or deadline: `row`, `field`. */
  'taskIncomplete',
  /** The meeting is shorter than it should be: `minutes`, `expected`. */
  'shortMeeting',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

/** Fields that may be missing. */
export const FINDING_FIELDS = [
  'members',
  'official',
  'probationary',
  'metOn',
  'points',
  'grade',
  'installed',
  'plan',
  'done',
  'minutes',
  'closing',
  'states',
  'person',
  'deadline',
  'attended',
  'spoke',
  'massWork',
  'thematicStudy',
  'articles',
  'thematicPlans',
  'admissions',
  'inspections',
] as const;
export type FindingField = (typeof FINDING_FIELDS)[number];

/** Things that must add up. */
export const FINDING_SUMS = [
  'attendance',
  'vote',
  'points',
  'score',
  'maximum',
  'reasons',
  'installed',
  'eligible',
  'organisation',
  'exempt',
  'grades',
  'extras',
  'members',
] as const;
export type FindingSum = (typeof FINDING_SUMS)[number];

/** `stop` should be mended first, `warn` may be right, `note` is only said. Nothing here forbids writing the file. */
export type Severity = 'stop' | 'warn' | 'note';

export interface Finding {
  code: FindingCode;
  severity: Severity;
  facts: Readonly<Record<string, string | number>>;
}

const SEVERITIES: Partial<Record<FindingCode, Severity>> = {
  missingNumber: 'stop',
  sumDiffers: 'stop',
  gradeDiffers: 'stop',
  overCap: 'stop',
  rateOverHundred: 'note',
  noTarget: 'note',
  missingPlace: 'note',
};

/** A finding with the severity of its code. */
export function finding(code: FindingCode, facts: Finding['facts'] = {}): Finding {
  return { code, severity: SEVERITIES[code] ?? 'warn', facts };
}

/** A missing value as a finding. */
export function missing(value: unknown, field: FindingField, row: string): Finding[] {
  return value === null ? [finding('missingNumber', { field, row })] : [];
}

/** An indicator whose count is known while nobody set a target: true as it is. A row with neither is not filled in. */
export function missingInIndicator({
  name,
  plan,
  done,
}: {
  name: string;
  plan: number | null;
  done: number | null;
}): Finding[] {
  if (plan === null && done !== null) return [finding('noTarget', { row: name })];
  return [...missing(plan, 'plan', name), ...missing(done, 'done', name)];
}

/** Something that does not add up. */
export function differs(what: FindingSum, row: string, found: number, expected: number): Finding {
  return finding('sumDiffers', { what, row, found, expected });
}

/** Two numbers that must be equal; nothing is said when one is missing. */
export function mustEqual(found: number | null, expected: number | null, what: FindingSum, row = ''): Finding[] {
  return found === null || expected === null || found === expected ? [] : [differs(what, row, found, expected)];
}
