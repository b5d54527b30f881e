/** The figures themselves: what they are counted from, and what is said when they are not known. */
import { describe, expect, it } from 'vitest';
import { type MeasureName, type MeetingFacts, MEASURE_NAMES, NO_FACTS, measure } from '../../../lib/rubric';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';
import { facts } from './facts';

const values = (name: MeasureName, change: Partial<MeetingFacts> = {}) => {
  const measured = measure(name, facts(change), anPhu);
  return measured.ok ? measured.readings.map((one) => one.shown) : measured;
};

describe('measure', () => {
  it.each<[MeasureName, number[]]>([
    ['minutesHeld', [125]],
    ['minutesShort', [0]],
    ['attendancePercent', [94.12]],
    ['absentUnexcused', [0]],
    ['longestExcusedStreak', [2]],
    ['speakersPercent', [62.5]],
    ['speakersOfCountedPercent', [58.82]],
    ['papersLeadHours', [48.5]],
    ['papersPosted', [1]],
    ['resultsDelayDays', [0.52, 1]],
    ['hasCommittee', [1]],
    ['committeeMetFirst', [1]],
    ['invitedSuperior', [1]],
    ['tasksPercent', [90]],
    ['indicatorsPercent', [91.67]],
    ['resultPercent', [91.67]],
  ])('%s', (name, expected) => expect(values(name)).toEqual(expected));

  it.each<[number, number, number]>([
    [2, 3, 66.67],
    // 89,996 % is below the band from 90 %.
    [22_499, 25_000, 89.996],
    [9, 10, 90],
  ])('shows %i of %i present as %f, on its side of every band', (present, counted, told) =>
    expect(values('attendancePercent', { present, counted })).toEqual([told]),
  );

  it('covers every name', () => {
    for (const name of MEASURE_NAMES) expect(measure(name, NO_FACTS, anPhu)).toMatchObject({ because: 'FACT_MISSING' });
  });

  it('counts from minute to minute of the clock', () => {
    const change = { minutesHeld: null, startAt: '2026-11-03T12:30:20Z', endAt: '2026-11-03T14:00:10Z' };
    expect(values('minutesHeld', change)).toEqual([90]);
  });

  it('says when the end lies before the start, and when papers came late', () => {
    expect(values('minutesHeld', { minutesHeld: null, endAt: '2026-11-03T12:00:00Z' })).toMatchObject({
      because: 'FACTS_CONTRADICT',
    });
    expect(values('papersLeadHours', { papersPostedAt: '2026-11-03T13:00:00Z' })).toEqual([-0.5]);
  });

  it('says when the rubric has no length for such a meeting', () => {
    const rubric = { requiredMinutes: [{ words: 'x', minutes: 90, kinds: ['THUONG_KY' as const], members: null }] };
    expect(measure('minutesShort', facts({ kind: 'CHUYEN_DE' }), rubric)).toEqual({ ok: false, because: 'NO_LENGTH' });
  });
});
