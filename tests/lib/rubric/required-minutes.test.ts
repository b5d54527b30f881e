/** How long a meeting must be by kind, size and decision of the committee. */
import { describe, expect, it } from 'vitest';
import { findDisagreements, requiredFor } from '../../../lib/rubric/required-minutes';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';
import { hd42 } from '../../../lib/rubrics/hd42-2025';
import { facts } from './facts';

describe('requiredFor', () => {
  it.each([
    [29, [90]],
    [30, [90, 120]],
    [31, [120]],
  ])('An Phú, %d members', (memberCount, minutes) =>
    expect(requiredFor(anPhu, facts({ memberCount }))).toEqual({ ok: true, minutes }),
  );

  it.each([
    ['THUONG_KY', [90]],
    ['KET_HOP', [120]],
    ['CHUYEN_DE', []],
  ] as const)('HD 42, %s', (kind, minutes) =>
    expect(requiredFor(hd42, facts({ kind }))).toEqual({ ok: true, minutes }),
  );

  it('puts the decision of the committee first (R2)', () => {
    expect(requiredFor(hd42, facts({ requiredMinutes: 60, kind: null }))).toEqual({ ok: true, minutes: [60] });
  });

  it('says what it must know', () => {
    expect(requiredFor(hd42, facts({ kind: null }))).toEqual({ ok: false, missing: ['kind'] });
    expect(requiredFor(anPhu, facts({ memberCount: null }))).toEqual({ ok: false, missing: ['memberCount'] });
  });
});

describe('findDisagreements', () => {
  it('finds none where thresholds meet', () => {
    expect(findDisagreements(anPhu.requiredMinutes.slice(0, 2))).toEqual([]);
    expect(findDisagreements(hd42.requiredMinutes)).toEqual([]);
  });
});
