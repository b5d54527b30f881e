/** English words for ranges and for each code. */
import { describe, expect, it } from 'vitest';
import { NO_FACTS, RUBRICS, checkRubric, fillIn } from '../../../lib/rubric';
import {
  becauseWords,
  findingWords,
  readingWords,
  reasonWords,
  scoreFindingWords,
  spanWords,
} from '../../../lib/cli/rubric-words';
import { facts } from '../rubric/facts';

const span = (from: number | null, fromOpen: boolean, to: number | null, toOpen: boolean) => ({
  from,
  fromOpen,
  to,
  toOpen,
});

describe('spanWords', () => {
  it.each([
    [span(50, false, 50, false), 'exactly 50'],
    [span(30, true, 45, true), '30–45 (ends not included)'],
    [span(30, false, 45, true), '30–45 (upper end not included)'],
    [span(30, true, 45, false), '30–45 (lower end not included)'],
    [span(30, false, 45, false), '30–45'],
    [span(90, false, null, true), '90 and more'],
    [span(90, true, null, true), 'more than 90'],
    [span(null, true, 50, true), 'less than 50'],
    [span(null, true, 50, false), '50 and less'],
    [span(null, true, null, true), 'any value'],
  ])('%j is %s', (given, words) => expect(spanWords(given)).toBe(words));
});

describe('every shipped rubric', () => {
  it.each(RUBRICS)('$id: no finding, reason or question is without words', (rubric) => {
    const words = [
      ...checkRubric(rubric).map(findingWords),
      ...[facts(), facts({ kind: 'THUONG_KY', hasCommittee: false }), facts({ speakers: 16, present: 32 }), NO_FACTS]
        .flatMap((one) => fillIn(rubric, one))
        .flatMap((one) => [
          one.is === 'ANSWER' ? reasonWords(one.reason) : becauseWords(one.because),
          ...one.shows.map(readingWords),
        ]),
      ...(['OPEN', 'DOES_NOT_FIT', 'OWN_POINTS_NOTE', 'POLICY_MISSING', 'UNKNOWN_ITEM'] as const).map((is) =>
        scoreFindingWords({ is, item: 'a' }),
      ),
      scoreFindingWords({ is: 'NO_GRADE', points: 1 }),
    ];
    for (const one of words) expect(one).toMatch(/^(?!.*undefined).{3,}$/u);
  });
});
