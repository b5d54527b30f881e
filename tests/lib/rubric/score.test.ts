/** Scoring: sums, grades, policies for what is not applicable, notes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Answers, type Rubric, type RubricItem, scoreColumn, scoreSheet } from '../../../lib/rubric';
import { maxOf } from '../../../lib/rubric/check';
import { pointsOf } from '../../../lib/rubric/points-of';
import { RUBRICS } from '../../../lib/rubrics';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';
import { hd12 } from '../../../lib/rubrics/hd12-2018';
import { hd42 } from '../../../lib/rubrics/hd42-2025';

const best = (item: RubricItem): Answer => {
  if (item.mode === 'NUMERIC') return { kind: 'POINTS', points: item.max, note: '' };
  if (item.mode !== 'BAND') return { kind: 'YES', note: '' };
  const band = item.bands.find((one) => one.points === item.max);
  return { kind: 'BAND', band: band?.id ?? '', note: '' };
};
const itemsOf = (rubric: Rubric) => rubric.groups.flatMap((group) => group.items);
const full = (rubric: Rubric): Answers => Object.fromEntries(itemsOf(rubric).map((item) => [item.id, best(item)]));
const no = (note = ''): Answer => ({ kind: 'NO', note });
const na = (policy: (Answer & { kind: 'NA' })['policy'] = null): Answer => ({ kind: 'NA', policy, note: '' });

describe('scoreColumn', () => {
  it('gives every point and the best grade where everything was done', () => {
    expect(scoreColumn(anPhu, full(anPhu))).toMatchObject({
      points: 100,
      max: 100,
      complete: true,
      open: 0,
      grade: 'TOT',
      passed: null,
      findings: [],
    });
    expect(scoreColumn(hd12, full(hd12))).toMatchObject({ points: 0, max: 0, grade: null, passed: true });
  });

  it.each([
    [90, 'TOT'],
    [89.9999, 'KHA'],
    [70, 'KHA'],
    [69.5, 'TRUNG_BINH'],
    [50, 'TRUNG_BINH'],
    [49.99, 'KEM'],
    [0, 'KEM'],
  ])('grades %d points as %s (R6)', (points, grade) => {
    let left = Math.round(points * 10_000);
    const answers: Answers = {};
    for (const item of itemsOf(hd42)) {
      const take = Math.min(left, (maxOf(item) ?? 0) * 10_000);
      left -= take;
      answers[item.id] = { kind: 'POINTS', points: take / 10_000, note: 'lý do' };
    }
    expect(scoreColumn(hd42, answers)).toMatchObject({ grade, complete: true, findings: [] });
  });

  it('has no grade while an item is open, and says which', () => {
    const { 'linh-hoat': _left, ...answers } = full(anPhu);
    const score = scoreColumn(anPhu, answers);
    expect(score).toMatchObject({ points: 98, complete: false, open: 1, grade: null });
    expect(score.findings).toEqual([{ is: 'OPEN', item: 'linh-hoat' }]);
  });

  it('wants a note for points taken off (R21)', () => {
    expect(scoreColumn(anPhu, { ...full(anPhu), 'goi-mo': no() }).findings).toEqual([
      { is: 'NOTE_MISSING', item: 'goi-mo', deduction: 3 },
    ]);
    expect(scoreColumn(anPhu, { ...full(anPhu), 'goi-mo': no('chỉ bí thư nói') }).findings).toEqual([]);
  });

  it.each([
    ['FULL', 100, 100, 'TOT'],
    ['ZERO', 95, 100, 'TOT'],
    ['EXCLUDE', 95, 95, 'TOT'],
    ['RESCALE', 100, 100, 'TOT'],
  ] as const)('%s: a month without a thematic part', (policy, points, max, grade) => {
    expect(scoreColumn(anPhu, { ...full(anPhu), 'chuyen-de': na(policy) })).toMatchObject({ points, max, grade });
  });

  it('stretches what is left by RESCALE exactly', () => {
    const answers = { ...full(anPhu), 'chuyen-de': na('RESCALE'), 'thuong-ky': no('thiếu mục') };
    // 85 of 95 is 89.47…, not "Tốt".
    expect(scoreColumn(anPhu, answers)).toMatchObject({ points: 89.47, max: 100, grade: 'KHA' });
  });

  it('leaves open what is not applicable without a policy', () => {
    const score = scoreColumn(anPhu, { ...full(anPhu), 'chuyen-de': na() });
    expect(score).toMatchObject({ complete: false, grade: null });
    expect(score.findings).toEqual([{ is: 'POLICY_MISSING', item: 'chuyen-de' }]);
  });

  it.each<[string, string, Answer]>([
    ['a band that is not there', 'phat-bieu', { kind: 'BAND', band: 'la', note: '' }],
    ['more than the most', 'phat-bieu', { kind: 'POINTS', points: 6, note: '' }],
    ['points for yes or no', 'goi-mo', { kind: 'POINTS', points: 1, note: '' }],
  ])('does not count %s', (_what, item, answer) => {
    const score = scoreColumn(anPhu, { ...full(anPhu), [item]: answer });
    expect(score.findings).toEqual([{ is: 'DOES_NOT_FIT', item }]);
    expect(score.complete).toBe(false);
  });

  it('takes own points where the form has a gap, with a note', () => {
    const own = (note: string): Answers => ({ ...full(anPhu), 'phat-bieu': { kind: 'POINTS', points: 5, note } });
    expect(scoreColumn(anPhu, own('đúng 50%')).findings).toEqual([]);
    expect(scoreColumn(anPhu, own('')).findings).toEqual([{ is: 'OWN_POINTS_NOTE', item: 'phat-bieu' }]);
  });

  it('names answers to items the rubric does not have', () => {
    const answers = JSON.parse('{"constructor":{"kind":"YES","note":""}}') as Answers;
    expect(scoreColumn(hd12, { ...full(hd12), ...answers }).findings).toEqual([
      { is: 'UNKNOWN_ITEM', item: 'constructor' },
    ]);
  });

  it('passes only where everything passes', () => {
    expect(scoreColumn(hd12, { ...full(hd12), 'ti-le': no() }).passed).toBe(false);
    expect(scoreColumn(hd12, { ...full(hd12), 'hop-chi-uy': na() }).passed).toBe(true);
    const { 'nguyen-tac': _left, ...rest } = full(hd12);
    expect(scoreColumn(hd12, rest).passed).toBeNull();
  });
});

describe('the laws of the sum', () => {
  const answerFor = (item: RubricItem): fc.Arbitrary<Answer> => {
    const note = fc.constantFrom('', 'lý do');
    const naAnswer = fc.record({
      kind: fc.constant('NA' as const),
      policy: fc.constantFrom('FULL', 'ZERO', 'RESCALE', 'EXCLUDE', null),
      note,
    });
    if (item.mode === 'BAND')
      return fc.oneof(
        fc.record({
          kind: fc.constant('BAND' as const),
          band: fc.constantFrom(...item.bands.map((one) => one.id)),
          note,
        }),
        naAnswer,
      );
    if (item.mode === 'NUMERIC')
      return fc.oneof(
        fc.record({
          kind: fc.constant('POINTS' as const),
          points: fc.integer({ min: 0, max: item.max * 100 }).map((cents) => cents / 100),
          note,
        }),
        naAnswer,
      );
    return fc.oneof(fc.record({ kind: fc.constantFrom('YES' as const, 'NO' as const), note }), naAnswer);
  };

  it.each(RUBRICS)('hold for $id', (rubric) => {
    const items = itemsOf(rubric);
    const sheets = fc.tuple(...items.map((item) => fc.option(answerFor(item), { nil: undefined, freq: 12 })));
    fc.assert(
      fc.property(sheets, (given) => {
        const answers: Answers = {};
        items.forEach((item, index) => {
          const answer = given[index];
          if (answer !== undefined) answers[item.id] = answer;
        });
        const score = scoreColumn(rubric, answers);
        // An independent count in whole cents.
        let points = 0;
        let left = 0;
        let rescaled = 0;
        for (const item of items) {
          const answer = answers[item.id];
          const max = maxOf(item) ?? 0;
          const policy = answer?.kind === 'NA' ? (item.naPolicy ?? answer.policy) : null;
          if (policy === 'EXCLUDE') continue;
          if (policy === 'RESCALE') rescaled += max;
          else left += max;
          if (policy === 'FULL') points += max * 100;
          else if (answer !== undefined && answer.kind !== 'NA')
            points += Math.round((pointsOf(item, answer) ?? 0) * 100);
        }
        const stretch = left === 0 ? 1 : (left + rescaled) / left;
        expect(Math.abs(score.points * 100 - points * stretch)).toBeLessThan(rescaled === 0 ? 0.001 : 0.501);
        expect(score.max).toBe(left + rescaled);
        expect(score.points).toBeLessThanOrEqual(score.max);
        if (score.points === score.max) expect(points).toBe(left * 100);
        expect(score.complete).toBe(score.open === 0);
        if (!score.complete) expect(score.grade).toBeNull();
        expect(score.open).toBe(
          score.findings.filter(({ is }) => is === 'OPEN' || is === 'POLICY_MISSING' || is === 'DOES_NOT_FIT').length,
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('scoreSheet', () => {
  it('scores each column the rubric has', () => {
    const score = scoreSheet(anPhu, { columns: { self: full(anPhu), superior: { 'goi-mo': no('x') }, appraiser: {} } });
    expect(score.self?.points).toBe(100);
    expect(score.superior).toMatchObject({ points: 0, complete: false });
    expect(score.appraiser).toBeUndefined();
  });
});
