/** The figures of a meeting that a rubric asks for: exact values with what they were counted from, or what is missing. */
import type { MeetingFacts } from '../model/meeting-facts';
import type { Rubric } from '../model/rubric';
import type { MeasureName } from '../model/rubric-measures';
import { dayInVietnam, daysBetween } from '../vi/dates';
import { bordersOf } from './borders';
import { type Exact, fraction, minus, shown } from './exact';
import { requiredFor } from './required-minutes';

/** One way to count a figure; there are several where the rubric can be read in more than one way. */
export interface Reading {
  measure: MeasureName;
  value: Exact;
  /** For people: two decimals, more only where that would seem to reach a band it does not. */
  shown: number;
  /** What a percentage was counted from. */
  part: number | null;
  whole: number | null;
  /** Minutes required, for figures that depend on them. */
  required: number | null;
  /** `clock`: hours counted; `calendar`: days of the calendar in Vietnam; `indicators`, `tasks`: what stands for the result. */
  by: 'clock' | 'calendar' | 'indicators' | 'tasks' | null;
}

export type FactName = keyof MeetingFacts;

export type Measured =
  | { ok: true; readings: Reading[] }
  | { ok: false; because: 'FACT_MISSING'; missing: FactName[] }
  /** A part larger than its whole, an end before the start. */
  | { ok: false; because: 'FACTS_CONTRADICT'; facts: FactName[] }
  /** Nothing to take a percentage of. */
  | { ok: false; because: 'NOTHING_PLANNED'; facts: FactName[] }
  /** The rubric says nothing on the length of such a meeting. */
  | { ok: false; because: 'NO_LENGTH' };

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** What measuring needs of a rubric: required lengths, and the bands by which figures are shown. */
export type Measuring = Pick<Rubric, 'requiredMinutes'> & Partial<Pick<Rubric, 'groups'>>;

/** The figure `name` of this meeting under this rubric. */
export function measure(name: MeasureName, facts: MeetingFacts, rubric: Measuring): Measured {
  const measured = count(name, facts, rubric);
  if (!measured.ok) return measured;
  const readings = measured.readings.map((one) => ({
    ...one,
    shown: shown(one.value, bordersOf(rubric, name, one.required)),
  }));
  return { ok: true, readings };
}

function count(name: MeasureName, facts: MeetingFacts, rubric: Measuring): Measured {
  switch (name) {
    case 'minutesHeld':
      return minutesHeld(facts);
    case 'minutesShort':
      return minutesShort(facts, rubric);
    case 'attendancePercent':
      return percent(name, facts, 'present', 'counted');
    case 'speakersPercent':
      return percent(name, facts, 'speakers', 'present');
    case 'speakersOfCountedPercent':
      return percent(name, facts, 'speakers', 'counted');
    case 'tasksPercent':
      return percent(name, facts, 'tasksDone', 'tasksTotal', 'tasks');
    case 'indicatorsPercent':
      return percent(name, facts, 'indicatorsMet', 'indicatorsTotal', 'indicators');
    case 'resultPercent':
      return result(facts);
    case 'hasCommittee':
      // A committee that met is there.
      return facts.hasCommittee === null && facts.committeeMetFirst === true ? plain(name, 1) : yesNo(name, facts);
    case 'absentUnexcused':
    case 'longestExcusedStreak':
      return facts[name] === null ? missing(name) : plain(name, facts[name]);
    case 'committeeMetFirst':
    case 'invitedSuperior':
      return yesNo(name, facts);
    case 'papersPosted':
      return facts.papersPostedAt === null ? missing('papersPostedAt') : plain(name, 1);
    case 'papersLeadHours':
      return papersLead(facts);
    case 'resultsDelayDays':
      return resultsDelay(facts);
  }
}

function reading(measure: MeasureName, value: Exact, more: Partial<Reading> = {}): Reading {
  // `measure` writes the figure for people, once it is known which bands are decided by it.
  return { measure, value, shown: shown(value), part: null, whole: null, required: null, by: null, ...more };
}

function plain(name: MeasureName, value: number): Measured {
  return { ok: true, readings: [reading(name, fraction(value, 1))] };
}

function yesNo(name: 'hasCommittee' | 'committeeMetFirst' | 'invitedSuperior', facts: MeetingFacts): Measured {
  const known = facts[name];
  return known === null ? missing(name) : plain(name, known ? 1 : 0);
}

function missing(...names: FactName[]): Measured {
  return { ok: false, because: 'FACT_MISSING', missing: names };
}

function percent(
  name: MeasureName,
  facts: MeetingFacts,
  partName: 'present' | 'speakers' | 'tasksDone' | 'indicatorsMet',
  wholeName: 'counted' | 'present' | 'tasksTotal' | 'indicatorsTotal',
  by: Reading['by'] = null,
): Measured {
  const part = facts[partName];
  const whole = facts[wholeName];
  if (part === null || whole === null)
    return missing(...(part === null ? [partName] : []), ...(whole === null ? [wholeName] : []));
  if (whole === 0) return { ok: false, because: 'NOTHING_PLANNED', facts: [wholeName] };
  // More indicators than planned are reported at times; more people than there are, or tasks, is a slip.
  if (part > whole && partName !== 'indicatorsMet')
    return { ok: false, because: 'FACTS_CONTRADICT', facts: [partName, wholeName] };
  return { ok: true, readings: [reading(name, fraction(part * 100, whole), { part, whole, by })] };
}

function result(facts: MeetingFacts): Measured {
  const use = facts.indicatorsTotal !== null && facts.indicatorsTotal > 0 ? 'indicatorsPercent' : 'tasksPercent';
  if (facts.indicatorsTotal === null && facts.tasksTotal === null) return missing('indicatorsTotal', 'indicatorsMet');
  return use === 'indicatorsPercent'
    ? percent('resultPercent', facts, 'indicatorsMet', 'indicatorsTotal', 'indicators')
    : percent('resultPercent', facts, 'tasksDone', 'tasksTotal', 'tasks');
}

function minutesHeld(facts: MeetingFacts): Measured {
  if (facts.minutesHeld !== null) return plain('minutesHeld', facts.minutesHeld);
  const { startAt, endAt } = facts;
  if (startAt === null || endAt === null)
    return missing(
      ...(startAt === null ? (['startAt'] as const) : []),
      ...(endAt === null ? (['endAt'] as const) : []),
    );
  // As the minutes note it: from one minute of the clock to the other, so that ten seconds take off no point.
  const minuteOf = (instant: string) => Math.floor(Date.parse(instant) / MINUTE);
  const length = minuteOf(endAt) - minuteOf(startAt);
  if (length < 0) return { ok: false, because: 'FACTS_CONTRADICT', facts: ['startAt', 'endAt'] };
  return { ok: true, readings: [reading('minutesHeld', fraction(length, 1))] };
}

function minutesShort(facts: MeetingFacts, rubric: Pick<Rubric, 'requiredMinutes'>): Measured {
  const held = minutesHeld(facts);
  const requirement = requiredFor(rubric, facts);
  if (!held.ok) return held;
  if (!requirement.ok) return missing(...requirement.missing);
  if (requirement.minutes.length === 0) return { ok: false, because: 'NO_LENGTH' };
  const [first] = held.readings;
  if (first === undefined) return missing('minutesHeld');
  const readings = requirement.minutes.map((required) => {
    const short = minus(fraction(required, 1), first.value);
    return reading('minutesShort', short.num < 0n ? fraction(0, 1) : short, {
      required,
      part: first.shown,
      whole: required,
    });
  });
  return { ok: true, readings };
}

function papersLead(facts: MeetingFacts): Measured {
  const { papersPostedAt, startAt } = facts;
  if (papersPostedAt === null || startAt === null)
    return missing(
      ...(papersPostedAt === null ? (['papersPostedAt'] as const) : []),
      ...(startAt === null ? (['startAt'] as const) : []),
    );
  const lead = fraction(Date.parse(startAt) - Date.parse(papersPostedAt), HOUR);
  return { ok: true, readings: [reading('papersLeadHours', lead)] };
}

function resultsDelay(facts: MeetingFacts): Measured {
  const { resultsPostedAt, endAt } = facts;
  if (resultsPostedAt === null || endAt === null)
    return missing(
      ...(resultsPostedAt === null ? (['resultsPostedAt'] as const) : []),
      ...(endAt === null ? (['endAt'] as const) : []),
    );
  const clock = fraction(Date.parse(resultsPostedAt) - Date.parse(endAt), 24 * HOUR);
  const days = daysBetween(dayInVietnam(new Date(endAt)), dayInVietnam(new Date(resultsPostedAt)));
  return {
    ok: true,
    readings: [
      reading('resultsDelayDays', clock, { by: 'clock' }),
      reading('resultsDelayDays', fraction(days, 1), { by: 'calendar' }),
    ],
  };
}
