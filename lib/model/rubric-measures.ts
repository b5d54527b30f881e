/** The figures a rubric may name so that the app fills an item in by itself. */

export type MeasureUnit = 'percent' | 'minutes' | 'hours' | 'days' | 'people' | 'times' | 'yesNo';

/** Name, unit, and the most it can be by its nature; null: no upper end. */
export const MEASURES = {
  /** Minutes held. */
  minutesHeld: { unit: 'minutes', top: null },
  /** Minutes short of the length required; 0 when it was reached. */
  minutesShort: { unit: 'minutes', top: null },
  /** Present of those who count (R1). */
  attendancePercent: { unit: 'percent', top: 100 },
  absentUnexcused: { unit: 'people', top: null },
  longestExcusedStreak: { unit: 'times', top: null },
  /** People who spoke, of those present. */
  speakersPercent: { unit: 'percent', top: 100 },
  /** People who spoke, of those who count. */
  speakersOfCountedPercent: { unit: 'percent', top: 100 },
  /** Hours from the posting of the papers to the start; below 0 when they came later. */
  papersLeadHours: { unit: 'hours', top: null },
  papersPosted: { unit: 'yesNo', top: 1 },
  /** Days from the end to the posting of the results, by the clock and by the calendar. */
  resultsDelayDays: { unit: 'days', top: null },
  hasCommittee: { unit: 'yesNo', top: 1 },
  committeeMetFirst: { unit: 'yesNo', top: 1 },
  invitedSuperior: { unit: 'yesNo', top: 1 },
  tasksPercent: { unit: 'percent', top: 100 },
  /** Indicators met of those planned; reports give more than 100 at times. */
  indicatorsPercent: { unit: 'percent', top: null },
  /** Indicators where there are any, else tasks. */
  resultPercent: { unit: 'percent', top: null },
} as const satisfies Record<string, { unit: MeasureUnit; top: number | null }>;

export type MeasureName = keyof typeof MEASURES;

/** The names in the order of the list. */
export const MEASURE_NAMES = Object.keys(MEASURES) as [MeasureName, ...MeasureName[]]; // keys of a constant object
