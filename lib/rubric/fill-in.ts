/** Fills in a rubric by what is known of a meeting: an answer with its reason, or a question with the reason for asking. */
import type { MeetingFacts } from '../model/meeting-facts';
import type { Rubric, RubricItem, Test } from '../model/rubric';
import type { MeasureName } from '../model/rubric-measures';
import type { Answer } from '../model/score-sheet';
import { type CheckedCondition, checkCondition } from './conditions';
import { fillBand } from './fill-band';
import { type Reading, measure } from './measure';
import { pointsOf } from './points-of';
import type { Because, Proposal, Reason } from './proposal';

/** One proposal per item, in the order of the form. A person may overrule each. */
export function fillIn(rubric: Rubric, facts: MeetingFacts): Proposal[] {
  return rubric.groups.flatMap((group) => group.items.map((item) => fillItem(item, facts, rubric)));
}

function fillItem(item: RubricItem, facts: MeetingFacts, rubric: Rubric): Proposal {
  const shows = measuresOf(item).flatMap((name) => readingsOf(name, facts, rubric));
  const ask = (because: Because): Proposal => ({ is: 'ASK', item: item.id, because, shows });
  const answer = (given: Answer, reason: Reason): Proposal => ({
    is: 'ANSWER',
    item: item.id,
    answer: given,
    points: pointsOf(item, given),
    reason,
    shows,
  });
  const applies = applicability(item, facts, rubric);
  if (!applies.ok)
    return applies.reason === null
      ? ask({ is: 'FACT_MISSING', missing: applies.missing })
      : item.naPolicy === null
        ? ask({ is: 'NO_POLICY', reason: applies.reason })
        : answer({ kind: 'NA', policy: null, note: '' }, applies.reason);
  if (item.mode === 'BAND') {
    const result = fillBand(item, facts, rubric);
    return result.ok ? answer({ kind: 'BAND', band: result.band, note: '' }, result.reason) : ask(result.because);
  }
  if (item.test === null) return ask({ is: item.mode === 'NUMERIC' && shows.length > 0 ? 'NO_SCALE' : 'JUDGEMENT' });
  const tested = runTest(item.test, facts, rubric);
  if (tested.is !== 'ALL_HOLD' && tested.is !== 'ONE_FAILS') return ask(tested);
  if (item.mode === 'NUMERIC')
    return tested.is === 'ALL_HOLD'
      ? answer({ kind: 'POINTS', points: item.max, note: '' }, tested)
      : ask({ is: 'NOT_FULL', conditions: tested.conditions });
  return answer({ kind: tested.is === 'ALL_HOLD' ? 'YES' : 'NO', note: '' }, tested);
}

type Applies =
  { ok: true } | { ok: false; reason: Reason } | { ok: false; reason: null; missing: CheckedCondition['missing'] };

function applicability(item: RubricItem, facts: MeetingFacts, rubric: Rubric): Applies {
  if (item.onlyKinds.length > 0) {
    if (facts.kind === null) return { ok: false, reason: null, missing: ['kind'] };
    if (!item.onlyKinds.includes(facts.kind))
      return { ok: false, reason: { is: 'OTHER_KIND', kind: facts.kind, kinds: [...item.onlyKinds] } };
  }
  const checked = item.appliesWhen.map((condition) => checkCondition(condition, facts, rubric));
  const failing = checked.filter((one) => one.outcome === 'fails');
  if (failing.length > 0) return { ok: false, reason: { is: 'DOES_NOT_APPLY', conditions: failing } };
  const missing = checked.filter((one) => one.outcome !== 'holds').flatMap((one) => one.missing);
  return missing.length > 0 ? { ok: false, reason: null, missing: [...new Set(missing)] } : { ok: true };
}

function runTest(
  test: Test,
  facts: MeetingFacts,
  rubric: Rubric,
): (Reason & { is: 'ALL_HOLD' | 'ONE_FAILS' }) | Because {
  const checked = test.all.map((condition) => checkCondition(condition, facts, rubric));
  const failing = checked.filter((one) => one.outcome === 'fails');
  if (failing.length > 0) return { is: 'ONE_FAILS', conditions: failing };
  const unknown = checked.filter((one) => one.outcome === 'unknown');
  const [first] = unknown;
  if (first !== undefined) {
    const facts = [...new Set(unknown.flatMap((one) => one.missing))];
    if (first.unknown === 'NO_LENGTH') return { is: 'NO_LENGTH' };
    if (first.unknown === 'FACTS_CONTRADICT' || first.unknown === 'NOTHING_PLANNED')
      return { is: first.unknown, facts };
    return { is: 'FACT_MISSING', missing: facts };
  }
  const differing = checked.filter((one) => one.outcome === 'differs');
  if (differing.length > 0)
    return { is: 'READINGS_DIFFER', readings: differing.flatMap((one) => one.readings), bands: [] };
  return { is: test.enough ? 'ALL_HOLD' : 'PARTLY_KNOWN', conditions: checked };
}

/** Figures worth showing beside an item. */
function measuresOf(item: RubricItem): MeasureName[] {
  const tested = item.mode === 'BAND' ? item.bands.flatMap((band) => band.orWhen) : (item.test?.all ?? []);
  const main =
    item.mode === 'BAND' ? (item.measure === null ? [] : [item.measure]) : item.mode === 'NUMERIC' ? item.shows : [];
  return [...new Set([...main, ...tested.map((condition) => condition.measure)])];
}

function readingsOf(name: MeasureName, facts: MeetingFacts, rubric: Rubric): Reading[] {
  const measured = measure(name, facts, rubric);
  return measured.ok ? measured.readings : [];
}
