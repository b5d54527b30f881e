/** English sentences for the codes of the rubric engine. */
import { MEASURES, type MeasureName } from '../model/rubric-measures';
import type { Because, CheckedCondition, Reading, Reason, RubricFinding, ScoreFinding, ShownSpan } from '../rubric';

const NAMES: Record<MeasureName, string> = {
  minutesHeld: 'minutes held',
  minutesShort: 'minutes short',
  attendancePercent: '% attendance',
  absentUnexcused: 'absent without reason',
  longestExcusedStreak: 'excused absences in a row',
  speakersPercent: '% speakers (of those present)',
  speakersOfCountedPercent: '% speakers (of those who count)',
  papersLeadHours: 'hours from posting the papers to the start',
  papersPosted: 'papers posted',
  resultsDelayDays: 'days from the end to posting the results',
  hasCommittee: 'the cell has a committee',
  committeeMetFirst: 'the committee met first',
  invitedSuperior: 'the supervising member was invited',
  tasksPercent: '% of tasks done',
  indicatorsPercent: '% of indicators met',
  resultPercent: '% of the plan',
};

/** `exactly 50`, `30–45 (ends not included)`, `90 and more`. */
export function spanWords({ from, fromOpen, to, toOpen }: ShownSpan): string {
  if (from === null && to === null) return 'any value';
  if (from === null) return toOpen ? `less than ${to}` : `${to} and less`;
  if (to === null) return fromOpen ? `more than ${from}` : `${from} and more`;
  if (from === to) return `exactly ${from}`;
  const ends = fromOpen && toOpen ? 'ends' : fromOpen ? 'lower end' : toOpen ? 'upper end' : null;
  return `${from}–${to}${ends === null ? '' : ` (${ends} not included)`}`;
}

/** One sentence for a finding of the checker. */
export function findingWords(finding: RubricFinding): string {
  const where = 'item' in finding ? `${finding.code === '' ? finding.item : finding.code} "${finding.text}": ` : '';
  return where + what(finding);
}

function what(finding: RubricFinding): string {
  switch (finding.is) {
    case 'BAND_GAP':
    case 'BAND_OVERLAP': {
      const unit = finding.measure === null ? '' : ` ${NAMES[finding.measure]}`;
      const where = finding.required === null ? '' : ` where ${finding.required} minutes are required`;
      const value = `${spanWords(finding.span)}${unit}${where}`;
      return finding.is === 'BAND_GAP'
        ? `${value} is in no band`
        : `${value} is in several bands: ${finding.bands.join(', ')}`;
    }
    case 'MIXED_CONDITION':
      return `band ${finding.band} mixes ${finding.measure === null ? 'its own figure' : NAMES[finding.measure]} with ${finding.others.map((name) => NAMES[name]).join(', ')}`;
    case 'ABOVE_TOP':
      return `more than ${finding.top} ${NAMES[finding.measure]} is not named${finding.clip === null ? '' : `; taken as ${finding.clip}`}`;
    case 'BAND_ABOVE_MAX':
      return `band ${finding.band} gives ${finding.points}, more than the ${finding.max} of the item`;
    case 'MAX_NEVER_REACHED':
      return `no band gives the ${finding.max} of the item; the best gives ${finding.best}`;
    case 'NA_POLICY_MISSING':
      return `is not always applicable (${exceptions(finding)}), and what then is not said`;
    case 'NOT_ALWAYS':
      return `is not always applicable (${exceptions(finding)}); then ${finding.policy}`;
    case 'GROUP_SUM':
      return `group "${finding.title}": its items give ${finding.sum}, the group says ${finding.max ?? 'nothing'}`;
    case 'TOTAL_SUM':
      return `the groups give ${finding.sum}, the rubric says ${finding.total ?? 'nothing'}`;
    case 'GRADE_GAP':
      return `${spanWords(finding.span)} points has no grade`;
    case 'GRADE_OVERLAP':
      return `${spanWords(finding.span)} points has several grades: ${finding.grades.join(', ')}`;
    case 'GRADES_MISSING':
      return 'there are points and no grades';
    case 'THRESHOLDS_DISAGREE':
      return `at ${finding.at} members the length is ${finding.possible.join(' or ')} minutes: "${finding.words.join('" beside "')}"`;
    case 'LENGTH_MISSING':
      return 'counts the minutes short of a length the rubric does not give';
    case 'NO_SCALE':
      return `only the most (${finding.max}) is known, not how points are taken off`;
    case 'ASSUMPTION':
      return `our reading: ${finding.words}`;
  }
}

function exceptions({ kinds, conditions }: { kinds: readonly string[]; conditions: readonly MeasureName[] }): string {
  const only = kinds.length === 0 ? [] : [`only ${kinds.join(', ')}`];
  return [...only, ...conditions.map((name) => `only if ${NAMES[name]}`)].join('; ');
}

/** `94.12 % attendance (32 of 34)`. */
export function readingWords({ measure, shown, part, whole, required, by }: Reading): string {
  if (MEASURES[measure].unit === 'yesNo') return `${NAMES[measure]}: ${shown === 1 ? 'yes' : 'no'}`;
  const from =
    part === null || whole === null
      ? null
      : required === null
        ? `${part} of ${whole}`
        : `${part} held of ${whole} required`;
  const more = [from, by].filter((one) => one !== null);
  return `${shown} ${NAMES[measure]}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
}

const all = (readings: readonly Reading[]) => readings.map(readingWords).join('; ');
const checked = (conditions: readonly CheckedCondition[]) =>
  conditions.flatMap((one) => one.readings.map(readingWords)).join('; ');

/** Why an answer is proposed. */
export function reasonWords(reason: Reason): string {
  switch (reason.is) {
    case 'IN_BAND':
      return all(reason.readings);
    case 'BAND_BY_CONDITION':
    case 'ALL_HOLD':
    case 'ONE_FAILS':
    case 'DOES_NOT_APPLY':
      return checked(reason.conditions);
    case 'OTHER_KIND':
      return `the meeting is ${reason.kind}, the item is for ${reason.kinds.join(', ')}`;
  }
}

/** Why a person is asked. */
export function becauseWords(because: Because): string {
  switch (because.is) {
    case 'JUDGEMENT':
      return 'a person has to judge';
    case 'FACT_MISSING':
      return `not known: ${because.missing.join(', ')}`;
    case 'FACTS_CONTRADICT':
      return `these contradict each other: ${because.facts.join(', ')}`;
    case 'NOTHING_PLANNED':
      return `nothing to take a share of: ${because.facts.join(', ')}`;
    case 'NO_LENGTH':
      return 'the rubric gives no length for such a meeting';
    case 'IN_GAP':
      return `the rubric has no band for ${all(because.readings)}`;
    case 'IN_SEVERAL_BANDS':
      return `the rubric has several bands for ${all(because.readings)}: ${because.bands.join(', ')}`;
    case 'READINGS_DIFFER':
      return `the rubric can be read in two ways: ${all(because.readings)}`;
    case 'PARTLY_KNOWN':
      return `the rest a person has to see; known: ${checked(because.conditions)}`;
    case 'NOT_FULL':
      return `not worth full points; the rubric does not say how many: ${checked(because.conditions)}`;
    case 'NO_SCALE':
      return 'the rubric does not say how points are taken off';
    case 'NO_POLICY':
      return `not applicable (${reasonWords(because.reason)}), and the rubric does not say what then`;
  }
}

/** One sentence for what is missing in a sheet. */
export function scoreFindingWords(finding: ScoreFinding): string {
  switch (finding.is) {
    case 'OPEN':
      return `${finding.item}: no answer`;
    case 'DOES_NOT_FIT':
      return `${finding.item}: the answer does not fit the item and is not counted`;
    case 'NOTE_MISSING':
      return finding.deduction === 0
        ? `${finding.item}: not met without a note`
        : `${finding.item}: ${finding.deduction} taken off without a note`;
    case 'OWN_POINTS_NOTE':
      return `${finding.item}: points outside the bands without a note`;
    case 'POLICY_MISSING':
      return `${finding.item}: not applicable; say FULL, ZERO, RESCALE or EXCLUDE`;
    case 'UNKNOWN_ITEM':
      return `${finding.item}: the rubric has no such item`;
    case 'NO_GRADE':
      return `${finding.points} points: the rubric has not exactly one grade for this total`;
  }
}
