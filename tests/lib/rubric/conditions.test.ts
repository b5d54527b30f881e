/** Conditions: held, failed, told apart by the way of counting, unknown. */
import { describe, expect, it } from 'vitest';
import { checkCondition } from '../../../lib/rubric/conditions';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';
import { facts } from './facts';

describe('checkCondition', () => {
  const atMostTwoDays = {
    measure: 'resultsDelayDays' as const,
    range: { from: null, fromOpen: false, to: 2, toOpen: false },
  };
  it.each([
    ['2026-11-05T14:00:00Z', 'holds'],
    ['2026-11-05T16:00:00Z', 'differs'],
    ['2026-11-07T00:00:00Z', 'fails'],
    [null, 'unknown'],
  ])('results posted %s: %s', (resultsPostedAt, outcome) =>
    expect(checkCondition(atMostTwoDays, facts({ resultsPostedAt }), anPhu).outcome).toBe(outcome),
  );
});
