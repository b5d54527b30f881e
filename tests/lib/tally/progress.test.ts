/** Points of today, week, month, quarter, year and the pace towards a target. */
import { describe, expect, it } from 'vitest';
import { computePace, computeProgress, gainedIn } from '../../../lib/tally/progress';

// Thursday 5 November 2026, ten in the morning in Vietnam.
const NOW = new Date('2026-11-05T03:00:00Z');
const at = (day: string, total: number, newRun = false) => ({ day, at: null, total, newRun });
const READINGS = [
  at('2025-12-31', 100),
  at('2026-09-30', 500),
  at('2026-10-31', 700),
  at('2026-11-01', 710),
  at('2026-11-04', 760),
  at('2026-11-05', 790),
];

describe('computeProgress', () => {
  it('counts from the last reading before each span', () => {
    expect(computeProgress(READINGS, NOW)).toEqual({ today: 30, week: 80, month: 90, quarter: 290, year: 690 });
  });

  it('is null without readings, 0 without a rise, and takes the day of Vietnam', () => {
    expect(computeProgress([], NOW)).toEqual({ today: null, week: null, month: null, quarter: null, year: null });
    expect(computeProgress([at('2026-01-01', 5)], NOW).today).toBe(0);
    expect(computeProgress([at('2026-11-04', 1), at('2026-11-05', 3)], new Date('2026-11-04T18:00:00Z')).today).toBe(2);
  });
});

it.each([
  ['any two days', { from: '2026-10-01', to: '2026-11-01' }, { points: 210, openingInPeriod: false, reset: false }],
  [
    'from the first reading',
    { from: '2025-01-01', to: '2026-09-30' },
    { points: 400, openingInPeriod: true, reset: false },
  ],
  [
    'before any reading',
    { from: '2024-01-01', to: '2024-12-31' },
    { points: null, openingInPeriod: false, reset: false },
  ],
])('gainedIn: %s', (_, period, expected) => expect(gainedIn(READINGS, period)).toEqual(expected));

it('gainedIn never counts a fall or the step into a new run', () => {
  const readings = [
    at('2026-10-01', 900),
    at('2026-11-01', 10),
    at('2026-11-02', 30),
    at('2026-11-03', 500, true),
    at('2026-11-04', 505),
  ];
  expect(gainedIn(readings, { from: '2026-11-01', to: '2026-11-30' })).toEqual({
    points: 25,
    openingInPeriod: false,
    reset: true,
  });
});

describe('computePace', () => {
  it.each([
    [600, { done: 90, expectedByNow: 100, pace: 'onTrack', neededPerDay: 510 / 25 }],
    [1200, { done: 90, expectedByNow: 200, pace: 'behind' }],
    [300, { done: 90, expectedByNow: 50, pace: 'ahead' }],
    [90, { done: 90, pace: 'ahead', neededPerDay: 0 }],
  ])('a target of %d', (perMonth, expected) => expect(computePace(READINGS, perMonth, NOW)).toMatchObject(expected));

  it('on the last day nothing can be spread any more', () => {
    expect(computePace(READINGS, 5_000, new Date('2026-11-30T03:00:00Z')).neededPerDay).toBeNull();
  });
});
